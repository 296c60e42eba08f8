using System.Collections.Immutable;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>a + b.</summary>
internal sealed record SumPart(ImmutableArray<int> Sources, int Length) : GraphPart(Sources, Length)
{
    /// <inheritdoc/>
    public override string Call(ReadOnlySpan<string> sources) => $"{sources[0]} + {sources[1]}";

    /// <inheritdoc/>
    public override Measured Forward(PartValues values)
    {
        var sums = new Sums(values.Input.Count);
        foreach (Measured input in values.Inputs)
        {
            for (int i = 0; i < input.Count; i++)
            {
                sums.Add(i, input.Values[i], input.Terms[i]);
            }
        }

        return sums.ToMeasured();
    }

    /// <inheritdoc/>
    public override void Backward(PartValues values)
    {
        foreach (Sums gradients in values.InputGradients)
        {
            for (int i = 0; i < values.OutputGradient.Count; i++)
            {
                gradients.Add(i, values.OutputGradient.Values[i], values.OutputGradient.Terms[i]);
            }
        }
    }
}
