namespace NetGen;

/// <summary>Which parameter of a network one is: a weight of a unit, or its bias.</summary>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="Unit">The unit of the layer, from 0.</param>
/// <param name="Input">The input that the weight belongs to, from 0; null for the bias.</param>
internal readonly record struct ParameterPlace(int Layer, int Unit, int? Input)
{
    /// <summary>The name in the notation of the views, such as W2[3, 5] or b2[3].</summary>
    public string Name => Input is { } input ? $"W{Layer}[{Unit}, {input}]" : $"b{Layer}[{Unit}]";

    /// <summary>Finds a parameter by its index.</summary>
    /// <param name="network">The network.</param>
    /// <param name="index">The index in the order W1 row by row, b1, W2 row by row, b2, ...</param>
    public static ParameterPlace Of(NetworkDescription network, int index)
    {
        for (int l = 1; ; l++)
        {
            LayerDescription layer = network.Layers[l - 1];
            int weights = layer.Units * layer.Inputs;
            if (index < weights)
            {
                return new(l, index / layer.Inputs, index % layer.Inputs);
            }

            if (index < weights + layer.Units)
            {
                return new(l, index - weights, null);
            }

            index -= weights + layer.Units;
        }
    }
}
