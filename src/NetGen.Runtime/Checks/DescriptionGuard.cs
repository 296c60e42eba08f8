using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The checks of single values of a description, which may be written by hand: what the compiler refuses in a declaration is refused here.</summary>
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

    /// <summary>Checks a name that messages use.</summary>
    public static string Name(string value, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return value;
    }
}
