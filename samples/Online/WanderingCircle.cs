namespace Online;

/// <summary>A stream of points with what is known of each a moment later: whether it lay in a circle that goes once around the middle.</summary>
internal static class WanderingCircle
{
    private const double Radius = 0.6;
    private const double Distance = 0.5;

    /// <summary>Draws the points, one after the other.</summary>
    /// <param name="count">How many, until the circle is where it began.</param>
    /// <param name="seed">What they are drawn from.</param>
    /// <returns>Each with 1 in the circle and 0 outside.</returns>
    public static IEnumerable<(float[] Point, float IsInside)> Draw(int count, int seed)
    {
        var random = new Random(seed);
        for (int number = 0; number < count; number++)
        {
            (double sine, double cosine) = Math.SinCos(Math.Tau * number / count);
            double x = (2 * random.NextDouble()) - 1;
            double y = (2 * random.NextDouble()) - 1;
            bool isInside = Math.Pow(x - (Distance * cosine), 2) + Math.Pow(y - (Distance * sine), 2) < Radius * Radius;
            yield return ([(float)x, (float)y], isInside ? 1 : 0);
        }
    }
}
