using System.Runtime.CompilerServices;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The checks of the optimizers' hyperparameters.</summary>
internal static class Hyperparameter
{
    /// <summary>A learning rate: 0 is allowed, because schedules end there.</summary>
    public static double Rate(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0.0 and < double.PositiveInfinity ? value : throw Refused(name, value, "a finite number, not negative");

    /// <summary>A decay of a running mean: at 1 it would never take anything in.</summary>
    public static double Decay(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0.0 and < 1.0 ? value : throw Refused(name, value, "at least 0 and below 1");

    /// <summary>A summand that keeps a divisor away from 0.</summary>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0.0 and < double.PositiveInfinity ? value : throw Refused(name, value, "a finite number above 0");

    private static ArgumentOutOfRangeException Refused(string name, double value, string expected) =>
        new(name, value, Text($"{name} is {value}, but must be {expected}."));
}
