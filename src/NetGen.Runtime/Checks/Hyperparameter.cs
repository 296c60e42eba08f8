using System.Numerics;
using System.Runtime.CompilerServices;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// The checks of hyperparameters. They are written as double and used in the element type: what that would round to infinity, to 0 or to 1, or
/// to a subnormal number, which has few digits left, is refused where it is written.
/// </summary>
internal static class Hyperparameter
{
    /// <summary>A learning rate: 0 is allowed, because schedules end there.</summary>
    public static double Rate<T>(double value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        value is >= 0.0 and < double.PositiveInfinity && !double.IsNegative(value)
            ? Held<T>(value, name)
            : throw Refused(name, value, "a finite number, not negative");

    /// <summary>A decay of a running mean: at 1 it would never take anything in.</summary>
    public static double Decay<T>(double value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        value is >= 0.0 and < 1.0 && !double.IsNegative(value) ? Held<T>(value, name) : throw Refused(name, value, "at least 0 and below 1");

    /// <summary>A summand that keeps a divisor away from 0.</summary>
    public static double Positive<T>(double value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        value is > 0.0 and < double.PositiveInfinity ? Held<T>(value, name) : throw Refused(name, value, "a finite number above 0");

    /// <summary>A finite value whose meaning outlives its rounding.</summary>
    public static double Held<T>(double value, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T rounded = T.CreateTruncating(value);
        if (value == 0.0 || (T.IsNormal(rounded) && (value >= 1.0 || rounded != T.One)))
        {
            return value;
        }

        (string element, string range) = typeof(T) == typeof(float)
            ? ("float", Text($"between {1.17549435E-38f} and {float.MaxValue}"))
            : ("double", Text($"between {2.2250738585072014E-308} and {double.MaxValue}"));
        string expected = value < 1.0 && rounded == T.One ? "so far below 1 that it stays below" : range;
        string rest = T.IsSubnormal(rounded) ? ", a subnormal number of few digits" : "";
        throw new ArgumentOutOfRangeException(
            name, value, Text($"{name} is {value}, but is used as {element}, which makes it {rounded}{rest}: choose a value {expected}."));
    }

    private static ArgumentOutOfRangeException Refused(string name, double value, string expected) =>
        new(name, value, Text($"{name} is {value}, but must be {expected}."));
}
