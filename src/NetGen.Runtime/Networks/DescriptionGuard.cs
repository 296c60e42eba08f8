using System.Collections.Immutable;
using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The checks of descriptions, which may be written by hand: what the compiler refuses in a declaration is refused here.</summary>
internal static class DescriptionGuard
{
    /// <summary>Checks a number of inputs or units.</summary>
    public static int Size(int size, string name) =>
        size >= 1 ? size : throw new ArgumentOutOfRangeException(name, size, Text($"{name} is {size}, but a layer has at least 1."));

    /// <summary>Checks that an enum has a value.</summary>
    public static TEnum Defined<TEnum>(TEnum value, string name)
        where TEnum : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new ArgumentOutOfRangeException(
            name, value, Text($"{name} is {value}, but must be one of {string.Join(", ", Enum.GetNames<TEnum>())}."));

    /// <summary>Checks the slope of a leaky ReLU.</summary>
    public static double Slope(double slope, string name) => double.IsFinite(slope) && !double.IsNegative(slope)
        ? slope
        : throw new ArgumentOutOfRangeException(name, slope, Text($"{name} is {slope}, but must be finite and not negative."));

    /// <summary>Checks an activation and the slope of a leaky ReLU, which is used in T.</summary>
    public static void Activation<T>(Activation activation, double slope)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Defined(activation, nameof(activation));
        Slope(slope, nameof(slope));
        if (activation == NetGen.Activation.LeakyRelu)
        {
            Hyperparameter.Held<T>(slope, nameof(slope));
        }
    }

    /// <summary>Checks that there are layers, that each fits the one before, and that an array holds their parameters.</summary>
    public static ImmutableArray<LayerDescription> Layers(ImmutableArray<LayerDescription> layers, string name)
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
                throw new ArgumentException(
                    Text($"Layer {l} takes {Values(layer.InputShape, "input")}, ")
                        + Text($"but layer {l - 1} has {Values(layers[l - 2].OutputShape, "unit")}: both must be equal."),
                    name);
            }

            parameters += layer.ParameterCount;
            if (parameters > Array.MaxLength)
            {
                throw new ArgumentException(
                    Text($"With layer {l}, {WeightShapes(layer)}, the network has {parameters} parameters, ")
                        + Text($"but an array holds at most {Array.MaxLength}."),
                    name);
            }
        }

        return layers;
    }

    /// <summary>Checks a name that messages use.</summary>
    public static string Name(string value, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return value;
    }

    private static string WeightShapes(LayerDescription layer) =>
        string.Join(" and ", layer.ParameterShapes.Select(static parameter => parameter.Shape).Where(static shape => shape.Rank > 1));

    /// <summary>A shape in words: "3 units", or of more dimensions "28x28x1 units".</summary>
    private static string Values(TensorShape shape, string noun) => shape.Rank == 1 ? Counted(shape[0], noun) : $"{shape} {noun}s";
}
