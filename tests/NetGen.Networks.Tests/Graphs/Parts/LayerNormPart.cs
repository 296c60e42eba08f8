using System.Collections.Immutable;
using System.Globalization;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>Layer normalization: over the values of an example.</summary>
internal sealed record LayerNormPart(ImmutableArray<int> Sources, int Length, double Epsilon) : NormPart(Sources, Length, Epsilon)
{
    /// <inheritdoc/>
    public override int ParameterCount => 2 * Length;

    /// <inheritdoc/>
    public override string Call(ReadOnlySpan<string> sources) => string.Create(CultureInfo.InvariantCulture, $"{sources[0]}.LayerNorm(epsilon: {Epsilon:R})");

    /// <inheritdoc/>
    protected override IEnumerable<NormalizedSet> Sets(PartValues values) =>
        Enumerable.Range(0, values.Examples).Select(i => new NormalizedSet(i * Length, 1, Length).Measure(values.Input));

    /// <inheritdoc/>
    protected override bool IsOwn(PartValues values) => true;
}
