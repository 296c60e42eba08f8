using System.Collections.Immutable;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// What messages call a layer: as its declaration does. A layer that was declared by its number goes by that, whatever is evaluated before it; one of a
/// described network by its name.
/// </summary>
internal static class LayerTerm
{
    /// <summary>The layer, as in "layer 2 of CatNet", "layer stem of Shop" and "the dropout of layer 2 of CatNet".</summary>
    /// <param name="network">The network.</param>
    /// <param name="number">The layer's number among all that are evaluated, from 1.</param>
    public static string Of(NetworkDescription network, int number) => $"{Within(network.Layers, number)} of {network.Name}";

    /// <summary>The layer without its network.</summary>
    /// <param name="layers">The layers of the network.</param>
    /// <param name="number">The layer's number among them, from 1; 0 for the input.</param>
    public static string Within(ImmutableArray<LayerDescription> layers, int number)
    {
        if (number == 0)
        {
            return "the input";
        }

        LayerDescription layer = layers[number - 1];
        if (layer.Name is { } own)
        {
            return $"layer {own}";
        }

        // What a stack evaluates behind a declared layer belongs to it; without its parameters, nothing else says which.
        string? declared = layers.Take(number).LastOrDefault(static before => before.Name is not null)?.Name;
        bool isOfStack = layers.All(static other => other.Name is null or [>= '0' and <= '9', ..]);
        return declared is not null && isOfStack ? $"the {layer.Kind} of layer {declared}"
            : layer.ParameterCount > 0 || layers.All(static other => other.Name is null) ? Text($"layer {number}")
            : Text($"layer {number} in the table");
    }
}
