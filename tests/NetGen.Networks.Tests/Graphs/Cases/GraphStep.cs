namespace NetGen.Networks.Tests.Graphs.Cases;

/// <summary>A part of a random graph as numbers, of which any make sense: each stands for one of what is there when the part is added.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="First">Which node it takes.</param>
/// <param name="Second">Which other, where it takes two.</param>
/// <param name="Size">Which size, rate or activation.</param>
internal sealed record GraphStep(int Kind, int First, int Second, int Size)
{
    /// <summary>Smaller numbers, which stand for simpler parts.</summary>
    public IEnumerable<GraphStep> Smaller()
    {
        if (Kind > 0)
        {
            yield return this with { Kind = 0 };
        }

        if (Size > 0)
        {
            yield return this with { Size = Size / 2 };
        }
    }
}
