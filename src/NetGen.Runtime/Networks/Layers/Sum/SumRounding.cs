using System.Collections.Immutable;

namespace NetGen;

/// <summary>The rounding of a sum: that of its terms, and the terms themselves where there are several.</summary>
internal sealed class SumRounding(SumDescription sum) : ActivatedRounding(sum.Ending, sum.Units)
{
    /// <inheritdoc/>
    public override void Forward(LayerErrors layer)
    {
        bool adds = layer.Inputs.Length > 1;
        for (int source = 0; source < layer.Inputs.Length; source++)
        {
            for (int place = 0; place < layer.Z.Length; place++)
            {
                layer.OfZ[place] += layer.OfInputs[source][place] + (adds ? Math.Abs(layer.Inputs[source][place]) : 0.0);
            }
        }

        ActivationErrors(layer);
    }

    /// <inheritdoc/>
    public override void Backward(LayerErrors layer, UncertainGradient dz, Span<double> ofParameters, ImmutableArray<UncertainGradient?> da)
    {
        foreach (UncertainGradient? below in da)
        {
            for (int place = 0; below is not null && place < dz.Values.Length; place++)
            {
                below.Add(place, dz.Values[place], dz.Errors[place]);
            }
        }
    }
}
