namespace NetGen.Reports;

/// <summary>One axis: the range that it shows, and round numbers within it.</summary>
internal sealed class Axis
{
    // Values that lie closer together than this part of their size are as good as equal, and no axis reaches numbers that have no logarithm or no double.
    private const double LeastSpan = 1e-9;
    private const double LeastPower = 1e-300;
    private const double GreatestPower = 1e300;
    private const int MostPowers = 8;

    /// <summary>About how many parts ticks divide an axis into.</summary>
    private const double Ticked = 5;

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
                int firstPower = (int)Math.Round(Math.Log10(Start));
                int lastPower = (int)Math.Round(Math.Log10(End));
                int stride = 1 + ((lastPower - firstPower) / MostPowers);
                for (int power = firstPower; power <= lastPower; power += stride)
                {
                    yield return Math.Pow(10, power);
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
    /// <param name="isWhole">Whether the values are whole numbers, between which there is nothing to write.</param>
    public static Axis Around(double minimum, double maximum, bool isWhole = false)
    {
        (double low, double high) = Ordered(minimum, maximum);
        double step = RoundStep((high / Ticked) - (low / Ticked));
        step = isWhole ? Math.Max(1, Math.Floor(step)) : step;
        double start = Math.Floor((low / step) + 1e-9) * step;
        double end = Math.Ceiling((high / step) - 1e-9) * step;

        // Beyond the greatest number there is no round one.
        return new Axis(double.IsFinite(start) ? start : low, double.IsFinite(end) ? end : high, step);
    }

    /// <summary>An axis that begins and ends exactly at the two values.</summary>
    /// <param name="start">The first value.</param>
    /// <param name="end">The last value.</param>
    public static Axis Between(double start, double end)
    {
        (double low, double high) = Ordered(start, end);
        return new Axis(low, high, RoundStep((high / Ticked) - (low / Ticked)));
    }

    /// <summary>An axis of powers of ten, on which equal distances are equal ratios.</summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The least value is not positive.</exception>
    public static Axis Logarithmic(double minimum, double maximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minimum);
        double start = Math.Pow(10, Math.Floor(Math.Log10(Math.Clamp(minimum, LeastPower, GreatestPower / 10))));
        double end = Math.Pow(10, Math.Ceiling(Math.Log10(Math.Clamp(maximum, start, GreatestPower))));
        return new Axis(start, end > start ? end : start * 10, step: 0, isLogarithmic: true);
    }

    /// <summary>The text of a tick: as many decimals as tell it from its neighbours.</summary>
    /// <param name="tick">The tick.</param>
    public string Label(double tick)
    {
        if (isLogarithmic)
        {
            return tick is >= 1e-6 and < 1e7 ? tick.ToString("#,0.######", CultureInfo.InvariantCulture) : tick.ToString("0E+0", CultureInfo.InvariantCulture);
        }

        int decimals = Math.Max((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0);
        double value = Math.Abs(tick) < step * 1e-6 ? 0 : tick;
        if (decimals > 6 || Math.Abs(End) >= 1e9 || Math.Abs(Start) >= 1e9)
        {
            return value.ToString("0.###E+0", CultureInfo.InvariantCulture);
        }

        return value.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>Where a value lies: 0 at the start, 1 at the end.</summary>
    /// <param name="value">The value.</param>
    public double Fraction(double value) => isLogarithmic
        ? (Math.Log(Math.Clamp(value, Start, End)) - Math.Log(Start)) / (Math.Log(End) - Math.Log(Start))
        : ((value / 2) - (Start / 2)) / ((End / 2) - (Start / 2));

    private static (double Low, double High) Ordered(double minimum, double maximum)
    {
        if (!double.IsFinite(minimum) || !double.IsFinite(maximum))
        {
            return (0, 1);
        }

        double size = Math.Max(Math.Abs(minimum), Math.Abs(maximum));
        if ((maximum / 2) - (minimum / 2) > Math.Max(size * LeastSpan, LeastPower))
        {
            return (minimum, maximum);
        }

        double room = Math.Max(0.5, size * 1e-3);
        return (minimum - room, minimum + room);
    }

    private static double RoundStep(double step)
    {
        double magnitude = Math.Pow(10, Math.Floor(Math.Log10(step)));
        double mantissa = step / magnitude;
        double round = mantissa switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 };
        return round * magnitude;
    }
}
