namespace NetGen.Reports;

/// <summary>The rectangle of a chart within its axes, in pixels.</summary>
/// <param name="XAxis">The horizontal axis.</param>
/// <param name="YAxis">The vertical axis.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Top">Where it begins.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Height">How high it is.</param>
internal readonly record struct ChartFrame(Axis XAxis, Axis YAxis, double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double X(double value) => Left + (Width * XAxis.Fraction(value));

    public double Y(double value) => Bottom - (Height * YAxis.Fraction(value));
}
