namespace NetGen.Reports;

/// <summary>A point in the units of a chart's axes.</summary>
/// <param name="X">Along the horizontal axis.</param>
/// <param name="Y">Along the vertical axis.</param>
public readonly record struct ChartPoint(double X, double Y)
{
    /// <summary>Whether the point has a place in a chart.</summary>
    /// <param name="isLogarithmic">Whether it must be above zero.</param>
    internal bool IsDrawable(bool isLogarithmic) => double.IsFinite(X) && double.IsFinite(Y) && (!isLogarithmic || Y > 0);
}
