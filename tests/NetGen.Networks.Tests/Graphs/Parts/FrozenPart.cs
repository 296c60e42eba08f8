using System.Collections.Immutable;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>What comes in; no gradient goes back.</summary>
internal sealed record FrozenPart(ImmutableArray<int> Sources, int Length) : GraphPart(Sources, Length)
{
    /// <inheritdoc/>
    public override string Call(ReadOnlySpan<string> sources) => $"{sources[0]}.Frozen()";

    /// <inheritdoc/>
    public override Measured Forward(PartValues values) => values.Input;

    /// <inheritdoc/>
    public override void Backward(PartValues values)
    {
    }
}
