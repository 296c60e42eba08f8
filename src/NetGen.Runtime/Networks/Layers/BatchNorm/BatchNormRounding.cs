using System.Collections.Immutable;

namespace NetGen;

/// <summary>The rounding of batch normalization, unit by unit.</summary>
internal sealed class BatchNormRounding(BatchNormDescription norm) : ActivatedRounding(norm.Ending, norm.Units)
{
    /// <inheritdoc/>
    public override void Forward(LayerErrors layer)
    {
        for (int unit = 0; unit < norm.Units; unit++)
        {
            NormalizedSet set = SetOf(layer, unit);
            for (int place = unit; place < layer.Z.Length; place += norm.Units)
            {
                layer.OfZ[place] = set.ErrorOf(place, layer.Parameters[unit], layer.Parameters[norm.Units + unit]);
            }
        }

        ActivationErrors(layer);
    }

    /// <inheritdoc/>
    public override void Backward(LayerErrors layer, UncertainGradient dz, Span<double> ofParameters, ImmutableArray<UncertainGradient?> da)
    {
        for (int unit = 0; unit < norm.Units; unit++)
        {
            NormalizedSet set = SetOf(layer, unit);
            for (int place = unit; place < layer.Z.Length; place += norm.Units)
            {
                set.AddParameters(place, dz, ref ofParameters[unit], ref ofParameters[norm.Units + unit]);
            }

            if (da[0] is { } below)
            {
                double gamma = layer.Parameters[unit];
                set.ThroughNormalization(dz, _ => gamma, below);
            }
        }
    }

    private NormalizedSet SetOf(LayerErrors layer, int unit) => norm.UsesBatch(layer.Training)
        ? new(layer, unit, norm.Units, layer.Z.Length, norm.Epsilon)
        : new(layer, unit, norm.Units, layer.Z.Length, norm.Epsilon, new(layer.Parameters[(2 * norm.Units) + unit], layer.Parameters[(3 * norm.Units) + unit]));
}
