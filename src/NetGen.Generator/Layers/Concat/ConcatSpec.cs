using System.Linq;
using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Concat;

/// <summary>The results of some layers side by side.</summary>
/// <param name="Number">Its place in the order of evaluation.</param>
/// <param name="Sources">The layers.</param>
/// <param name="Sizes">The units of each.</param>
internal sealed record ConcatSpec(int Number, EquatableArray<int> Sources, EquatableArray<int> Sizes)
    : LayerSpec(Number, Sources, TensorShape.Of(Sizes[0]), TensorShape.Of(Sizes.Sum()))
{
    /// <inheritdoc/>
    public override string Kind => "Concat";

    /// <inheritdoc/>
    public override EquatableArray<ParameterSpec> Parameters => EquatableArray<ParameterSpec>.Empty;

    /// <summary>Where the units of a source start.</summary>
    public int Offset(int index) => Sizes.Take(index).Sum();
}
