using System.Collections.Immutable;

namespace NetGen;

/// <summary>Nothing is rounded, and nothing goes back, where a layer copies the input of the network or looks at it.</summary>
internal sealed class InputRounding : LayerRounding
{
    /// <summary>The only one: it knows nothing of the layer.</summary>
    public static InputRounding Instance { get; } = new();

    /// <inheritdoc/>
    public override void Forward(LayerErrors layer)
    {
    }

    /// <inheritdoc/>
    public override void Backward(LayerErrors layer, UncertainGradient dz, Span<double> ofParameters, ImmutableArray<UncertainGradient?> da)
    {
    }
}
