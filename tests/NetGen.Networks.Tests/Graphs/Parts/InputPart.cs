using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>An input: some columns of an example.</summary>
/// <param name="First">The first column.</param>
/// <param name="Length">How many.</param>
internal sealed record InputPart(int First, int Length) : GraphPart([], Length)
{
    /// <summary>The classes of a column that holds class indices; 0: it holds numbers.</summary>
    public int Categories { get; init; }

    /// <summary>The class of all other numbers, if there is one.</summary>
    public int? Unknown { get; init; }

    /// <inheritdoc/>
    public override string Call(ReadOnlySpan<string> sources) => (Categories, Unknown) switch
    {
        (0, _) => $"[Shape({Length})] Node",
        (_, null) => $"[Categories({Categories})] Node",
        _ => $"[Categories({Categories}, Unknown = {Unknown})] Node",
    };

    /// <inheritdoc/>
    public override Measured Forward(PartValues values)
    {
        var output = new Measured(values.Examples * Length);
        for (int i = 0; i < output.Count; i++)
        {
            output.Values[i] = values.X[i / Length * values.Columns + First + i % Length];
        }

        return output;
    }

    /// <inheritdoc/>
    public override void Backward(PartValues values)
    {
    }
}
