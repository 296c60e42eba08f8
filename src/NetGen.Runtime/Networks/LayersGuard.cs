using System.Collections.Immutable;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The check of the layers of a description, which may be written by hand.</summary>
internal static class LayersGuard
{
    /// <summary>Checks that there are layers, that each fits the one before, and that an array holds their parameters.</summary>
    public static ImmutableArray<LayerDescription> Fitting(ImmutableArray<LayerDescription> layers, string name)
    {
        if (layers.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"{name} is empty, but a network has at least one layer.", name);
        }

        long parameters = 0;
        for (int l = 1; l <= layers.Length; l++)
        {
            LayerDescription layer = layers[l - 1] ?? throw new ArgumentException(Text($"Layer {l} is null."), name);
            if (l > 1 && layer.InputShape != layers[l - 2].OutputShape)
            {
                string taken = Values(layer.InputShape, "input");
                string given = Values(layers[l - 2].OutputShape, "unit");
                throw new ArgumentException(Text($"Layer {l} takes {taken}, but layer {l - 1} has {given}: both must be equal."), name);
            }

            parameters += layer.ParameterCount;
            if (parameters > Array.MaxLength)
            {
                var weights = layer.ParameterShapes.Select(static parameter => parameter.Shape).Where(static shape => shape.Rank > 1);
                throw new ArgumentException(
                    Text($"With layer {l}, {string.Join(" and ", weights)}, the network has {parameters} parameters, ")
                    + Text($"but an array holds at most {Array.MaxLength}."),
                    name);
            }
        }

        return layers;
    }

    /// <summary>A shape in words: "3 units", or of more dimensions "28x28x1 units".</summary>
    private static string Values(TensorShape shape, string noun) => shape.Rank == 1 ? Counted(shape[0], noun) : $"{shape} {noun}s";
}
