using System.Collections.Immutable;
using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The checks of single values of a description, which may be written by hand: what the compiler refuses in a declaration is refused here.</summary>
internal static class DescriptionGuard
{
    /// <summary>Checks a number of inputs or units.</summary>
    public static int Size(int size, string name) =>
        size >= 1 ? size : throw new ArgumentOutOfRangeException(name, size, Text($"{name} is {size}, but a layer has at least 1."));

    /// <summary>Checks a place that is counted from 0.</summary>
    public static int NotNegative(int place, string name) =>
        place >= 0 ? place : throw new ArgumentOutOfRangeException(name, place, Text($"{name} is {place}, but the first is 0."));

    /// <summary>Checks a number of consecutive columns.</summary>
    public static int Columns(int inputs, int first, int count, string name) => Size(count, name) <= inputs - first
        ? count
        : throw new ArgumentOutOfRangeException(name, count, Text($"{name} is {count}, but of {inputs} inputs {inputs - first} are left from {first} on."));

    /// <summary>Checks the sizes of what lies side by side.</summary>
    public static ImmutableArray<int> Sizes(ImmutableArray<int> sizes, string name)
    {
        if (sizes.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"{name} is empty, but there is at least one source.", name);
        }

        foreach (int size in sizes)
        {
            Size(size, name);
        }

        long sum = sizes.Sum(static size => (long)size);
        return sum <= int.MaxValue
            ? sizes
            : throw new ArgumentOutOfRangeException(name, Text($"The sum of {name} is {sum}, but a layer has at most {int.MaxValue} units."));
    }

    /// <summary>Checks the numbers of the layers that come in; none may be said.</summary>
    public static ImmutableArray<int> Sources(ImmutableArray<int> sources, string name)
    {
        foreach (int source in sources.IsDefault ? [] : sources)
        {
            NotNegative(source, name);
        }

        return sources.IsDefault ? [] : sources;
    }

    /// <summary>Checks the name of a layer; none may be said.</summary>
    public static string? LayerName(string? value, string name) => value is null || (value.Length > 0 && value.All(IsOfName))
        ? value
        : throw new ArgumentException(Text($"{name} is '{value}', but a layer is named by letters, digits and underscores."), name);

    /// <summary>Checks the share of units that dropout drops.</summary>
    public static double DropoutRate(double rate, string name) => rate is >= 0.0 and < 1.0
        ? rate
        : throw new ArgumentOutOfRangeException(name, rate, Text($"{name} is {rate}, but must be at least 0 and below 1, where nothing would be left."));

    /// <summary>Checks a share.</summary>
    public static double Share(double share, string name) => share is >= 0.0 and <= 1.0
        ? share
        : throw new ArgumentOutOfRangeException(name, share, Text($"{name} is {share}, but must lie between 0 and 1."));

    /// <summary>Checks what keeps a divisor away from 0.</summary>
    public static double Epsilon(double epsilon, string name) => epsilon is > 0.0 and < double.PositiveInfinity
        ? epsilon
        : throw new ArgumentOutOfRangeException(name, epsilon, Text($"{name} is {epsilon}, but must be a finite number above 0."));

    /// <summary>Checks the class index that stands for unknown ones; none may be said.</summary>
    public static int? Unknown(int? unknown, int categories, string name) => unknown is null || (unknown >= 0 && unknown < categories)
        ? unknown
        : throw new ArgumentOutOfRangeException(name, unknown, Text($"{name} is {unknown}, but must be one of the categories, 0 to {categories - 1}."));

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

    /// <summary>Checks a number of the loss.</summary>
    public static double Of(LossParameter parameter, double value) => parameter.Allows(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameter.Name, value, Text($"{parameter.Name} is {value}, but must be {parameter.Range}."));

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

    private static bool IsOfName(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
