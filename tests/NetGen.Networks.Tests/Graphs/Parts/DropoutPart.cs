using System.Collections.Immutable;
using System.Globalization;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>Dropout with given masks.</summary>
internal sealed record DropoutPart(ImmutableArray<int> Sources, int Length, double Rate) : GraphPart(Sources, Length)
{
    /// <inheritdoc/>
    public override string Call(ReadOnlySpan<string> sources) => string.Create(CultureInfo.InvariantCulture, $"{sources[0]}.Dropout({Rate:R})");

    /// <inheritdoc/>
    public override Measured Forward(PartValues values)
    {
        var sums = new Sums(values.Input.Count);
        Multiply(values, values.Input, sums);
        return sums.ToMeasured();
    }

    /// <inheritdoc/>
    public override void Backward(PartValues values) => Multiply(values, values.OutputGradient, values.InputGradients[0]);

    private void Multiply(PartValues values, Measured from, Sums to)
    {
        for (int i = 0; i < from.Count; i++)
        {
            double factor = !values.IsTraining ? 1 : values.Keeps(i / Length, i % Length) ? 1 / (1 - Rate) : 0;
            to.Add(i, from.Values[i] * factor, from.Terms[i] * factor);
        }
    }
}
