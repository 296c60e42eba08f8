namespace NetGen.Benchmarks.Growth;

/// <summary>A logarithmic axis between two places of a picture.</summary>
internal sealed class LogAxis
{
    // A power of the base computed by logarithms may miss the whole number by a rounding.
    private const double Rounding = 1e-9;

    private readonly double numberBase;
    private readonly double low;
    private readonly double high;
    private readonly double from;
    private readonly double to;

    /// <summary>An axis.</summary>
    /// <param name="numberBase">Ticks are its powers; the axis ends on powers of it.</param>
    /// <param name="values">What has to fit.</param>
    /// <param name="from">Where the axis starts in the picture.</param>
    /// <param name="to">Where it ends.</param>
    public LogAxis(double numberBase, IEnumerable<double> values, double from, double to)
    {
        double[] all = [.. values];
        low = Math.Floor(Math.Log(all.Min(), numberBase) + Rounding);
        high = Math.Max(low + 1, Math.Ceiling(Math.Log(all.Max(), numberBase) - Rounding));
        this.numberBase = numberBase;
        this.from = from;
        this.to = to;
    }

    /// <summary>The powers that are marked.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range((int)low, (int)(high - low) + 1).Select(power => Math.Pow(numberBase, power));

    /// <summary>Where a value lies in the picture.</summary>
    public double Place(double value) => from + (Math.Log(value, numberBase) - low) / (high - low) * (to - from);
}
