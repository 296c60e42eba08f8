using System.Collections.Immutable;

namespace NetGen;

/// <summary>The rounding of standardized columns: the terms of the difference, times the factor, and the product. Nothing goes back into the input.</summary>
internal sealed class StandardizeRounding : LayerRounding
{
    /// <summary>The only one: it knows nothing of the layer.</summary>
    public static StandardizeRounding Instance { get; } = new();

    /// <inheritdoc/>
    public override void Forward(LayerErrors layer)
    {
        int units = layer.Parameters.Length / 2;
        for (int place = 0; place < layer.Z.Length; place++)
        {
            double mean = layer.Parameters[place % units], factor = layer.Parameters[units + (place % units)];
            double terms = layer.OfInput[place] + Math.Abs(layer.Input[place]) + Math.Abs(mean);
            layer.OfZ[place] = (terms * Math.Abs(factor)) + Math.Abs(layer.Z[place]);
        }

        layer.OfZ.CopyTo(layer.OfA, 0);
    }

    /// <inheritdoc/>
    public override void Backward(LayerErrors layer, UncertainGradient dz, Span<double> ofParameters, ImmutableArray<UncertainGradient?> da)
    {
    }
}
