namespace Samples.Charts;

/// <summary>One axis: the range that it shows, and round numbers within it.</summary>
public sealed class Axis
{
    private readonly double step;
    private readonly bool isLogarithmic;

    private Axis(double start, double end, double step, bool isLogarithmic = false)
    {
        Start = start;
        End = end;
        this.step = step;
        this.isLogarithmic = isLogarithmic;
    }

    /// <summary>The value at the axis's beginning.</summary>
    public double Start { get; }

    /// <summary>The value at the axis's end.</summary>
    public double End { get; }

    /// <summary>The round numbers to write beside the axis.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            if (isLogarithmic)
            {
                for (double power = Start; power <= End * 1.001; power *= 10)
                {
                    yield return power;
                }

                yield break;
            }

            // A tick's index, not a running sum: sums of 0.1 drift away from the numbers that a reader expects.
            long first = (long)Math.Ceiling((Start / step) - 1e-9);
            long last = (long)Math.Floor((End / step) + 1e-9);
            for (long index = first; index <= last; index++)
            {
                yield return index * step;
            }
        }
    }

    /// <summary>An axis that begins and ends on round numbers, wide enough for the values.</summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    /// <param name="ticks">About how many ticks.</param>
    public static Axis Around(double minimum, double maximum, int ticks = 5)
    {
        (double low, double high) = Ordered(minimum, maximum);
        double step = RoundStep((high - low) / ticks);
        return new Axis(Math.Floor((low / step) + 1e-9) * step, Math.Ceiling((high / step) - 1e-9) * step, step);
    }

    /// <summary>An axis that begins and ends exactly at the two values.</summary>
    /// <param name="start">The first value.</param>
    /// <param name="end">The last value.</param>
    /// <param name="ticks">About how many ticks.</param>
    public static Axis Between(double start, double end, int ticks = 5)
    {
        (double low, double high) = Ordered(start, end);
        return new Axis(low, high, RoundStep((high - low) / ticks));
    }

    /// <summary>An axis of powers of ten, on which equal distances are equal ratios.</summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The least value is not positive.</exception>
    public static Axis Logarithmic(double minimum, double maximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minimum);
        double start = Math.Pow(10, Math.Floor(Math.Log10(minimum)));
        double end = Math.Pow(10, Math.Ceiling(Math.Log10(Math.Max(maximum, start))));
        return new Axis(start, end > start ? end : start * 10, step: 0, isLogarithmic: true);
    }

    /// <summary>The text of a tick: as many decimals as tell it from its neighbours.</summary>
    /// <param name="tick">The tick.</param>
    public string Label(double tick)
    {
        if (isLogarithmic)
        {
            return tick.ToString("#,0.###############", CultureInfo.InvariantCulture);
        }

        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 15);
        double value = Math.Abs(tick) < step * 1e-6 ? 0 : tick;
        return value.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>Where a value lies: 0 at the start, 1 at the end.</summary>
    /// <param name="value">The value.</param>
    public double Fraction(double value) => isLogarithmic ? Math.Log(value / Start) / Math.Log(End / Start) : (value - Start) / (End - Start);

    private static (double Low, double High) Ordered(double minimum, double maximum)
    {
        if (!double.IsFinite(minimum) || !double.IsFinite(maximum))
        {
            return (0, 1);
        }

        return maximum > minimum ? (minimum, maximum) : (minimum - 0.5, minimum + 0.5);
    }

    private static double RoundStep(double step)
    {
        double magnitude = Math.Pow(10, Math.Floor(Math.Log10(step)));
        double mantissa = step / magnitude;
        double round = mantissa switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 };
        return round * magnitude;
    }
}
