using System.Collections.Immutable;

namespace NetGen;

/// <summary>The rounding of dropout: of one product where a unit is kept, of nothing where it is not.</summary>
internal sealed class DropoutRounding(DropoutDescription dropout) : LayerRounding
{
    /// <inheritdoc/>
    public override void Forward(LayerErrors layer)
    {
        for (int place = 0; place < layer.Z.Length; place++)
        {
            double factor = Factor(layer, place);
            layer.OfZ[place] = (factor * layer.OfInput[place]) + Product(factor, layer.Z[place]);
        }

        layer.OfZ.CopyTo(layer.OfA, 0);
    }

    /// <inheritdoc/>
    public override void Backward(LayerErrors layer, UncertainGradient dz, Span<double> ofParameters, ImmutableArray<UncertainGradient?> da)
    {
        for (int place = 0; da[0] is { } below && place < dz.Values.Length; place++)
        {
            double factor = Factor(layer, place);
            double value = factor * dz.Values[place];
            below.Add(place, value, (factor * dz.Errors[place]) + Product(factor, value));
        }
    }

    private double Factor(LayerErrors layer, int place) =>
        layer.Training is not { } training ? 1.0 : dropout.Keeps(training, layer.Number, place) ? 1.0 / (1.0 - dropout.Rate) : 0.0;

    /// <summary>What the product itself rounds, and the factor, a quotient of a difference; a factor of 1 rounds nothing.</summary>
    private static double Product(double factor, double result) => factor is 0.0 or 1.0 ? 0.0 : 2.0 * Math.Abs(result);
}
