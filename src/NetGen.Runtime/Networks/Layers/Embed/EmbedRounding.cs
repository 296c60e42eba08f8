using System.Collections.Immutable;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>The rounding of an embedding: rows are copied, and the gradient of each is a sum over the examples that have it.</summary>
internal sealed class EmbedRounding(EmbedDescription embed) : LayerRounding
{
    /// <inheritdoc/>
    public override void Forward(LayerErrors layer)
    {
    }

    /// <inheritdoc/>
    public override void Backward(LayerErrors layer, UncertainGradient dz, Span<double> ofParameters, ImmutableArray<UncertainGradient?> da)
    {
        for (int place = 0; place < dz.Values.Length; place++)
        {
            (int example, int dimension) = Math.DivRem(place, embed.Dimensions);
            int category = CategoryIndex.Of(layer.Input[example], embed.Categories, embed.Unknown ?? -1);
            ofParameters[(category * embed.Dimensions) + dimension] += (dz.Errors[place] + Math.Abs(dz.Values[place])) / layer.Count;
        }
    }
}
