using System.Globalization;

namespace NetGen.Benchmarks.Measurement;

/// <summary>Numbers as they are printed.</summary>
internal static class Figures
{
    /// <summary>A positive number with at least three significant digits, without an exponent: 98123, 1010.3, 48.1, 2.42, 0.0231.</summary>
    public static string Of(double value)
    {
        int decimals = value switch
        {
            >= 10_000 => 0,
            >= 10 => 1,
            >= 1 => 2,
            > 0 => Math.Min(2 - (int)Math.Floor(Math.Log10(value)), 15),
            _ => 0,
        };
        return value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>Seconds as microseconds: 1010.3 us.</summary>
    public static string Microseconds(double seconds) => Of(seconds * 1e6) + " us";

    /// <summary>Seconds as nanoseconds: 48.1 ns.</summary>
    public static string Nanoseconds(double seconds) => Of(seconds * 1e9) + " ns";

    /// <summary>Seconds as milliseconds: 2.31 ms.</summary>
    public static string Milliseconds(double seconds) => Of(seconds * 1e3) + " ms";
}
