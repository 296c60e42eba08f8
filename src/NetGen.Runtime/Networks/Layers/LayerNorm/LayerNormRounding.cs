using System.Collections.Immutable;

namespace NetGen;

/// <summary>The rounding of layer normalization, example by example.</summary>
internal sealed class LayerNormRounding(LayerNormDescription norm) : ActivatedRounding(norm.Ending, norm.Units)
{
    /// <inheritdoc/>
    public override void Forward(LayerErrors layer)
    {
        for (int row = 0; row < layer.Z.Length; row += norm.Units)
        {
            NormalizedSet set = SetOf(layer, row);
            for (int unit = 0; unit < norm.Units; unit++)
            {
                layer.OfZ[row + unit] = set.ErrorOf(row + unit, layer.Parameters[unit], layer.Parameters[norm.Units + unit]);
            }
        }

        ActivationErrors(layer);
    }

    /// <inheritdoc/>
    public override void Backward(LayerErrors layer, UncertainGradient dz, Span<double> ofParameters, ImmutableArray<UncertainGradient?> da)
    {
        for (int row = 0; row < layer.Z.Length; row += norm.Units)
        {
            NormalizedSet set = SetOf(layer, row);
            for (int unit = 0; unit < norm.Units; unit++)
            {
                set.AddParameters(row + unit, dz, ref ofParameters[unit], ref ofParameters[norm.Units + unit]);
            }

            if (da[0] is { } below)
            {
                set.ThroughNormalization(dz, place => layer.Parameters[place % norm.Units], below);
            }
        }
    }

    private NormalizedSet SetOf(LayerErrors layer, int row) => new(layer, row, 1, row + norm.Units, norm.Epsilon);
}
