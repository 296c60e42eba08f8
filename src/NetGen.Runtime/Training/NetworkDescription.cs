using System.Collections.Immutable;

namespace NetGen;

/// <summary>What a network's declaration says, for code that works on any network.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Layers">The layers, first to last; layer l is at index l - 1.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Initializer">How initial weights are drawn.</param>
public sealed record NetworkDescription(string Name, ImmutableArray<LayerDescription> Layers, Loss Loss, Initializer Initializer)
{
    /// <summary>The number of inputs, n[0].</summary>
    public int InputSize => Layers[0].Inputs;

    /// <summary>The units of the last layer, n[L].</summary>
    public int OutputSize => Layers[^1].Units;

    /// <summary>The number of weights and biases of all layers.</summary>
    public int ParameterCount => Layers.Sum(layer => layer.Units * layer.Inputs + layer.Units);
}
