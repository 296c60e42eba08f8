using System.Collections.Immutable;

namespace NetGen;

/// <summary>Nothing is rounded where values are copied: what comes in goes out, forward and backward.</summary>
internal sealed class ConcatRounding(ConcatDescription concat) : LayerRounding
{
    /// <inheritdoc/>
    public override void Forward(LayerErrors layer)
    {
        int first = 0;
        for (int source = 0; source < layer.Inputs.Length; source++)
        {
            for (int place = 0; place < layer.Inputs[source].Length; place++)
            {
                layer.OfZ[concat.PlaceOf(source, first, place)] = layer.OfInputs[source][place];
            }

            first += concat.Sizes[source];
        }

        layer.OfZ.CopyTo(layer.OfA, 0);
    }

    /// <inheritdoc/>
    public override void Backward(LayerErrors layer, UncertainGradient dz, Span<double> ofParameters, ImmutableArray<UncertainGradient?> da)
    {
        int first = 0;
        for (int source = 0; source < da.Length; source++)
        {
            for (int place = 0; da[source] is { } below && place < below.Values.Length; place++)
            {
                int above = concat.PlaceOf(source, first, place);
                below.Add(place, dz.Values[above], dz.Errors[above]);
            }

            first += concat.Sizes[source];
        }
    }
}
