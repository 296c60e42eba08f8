using NetGen;

namespace PlanarFlower;

/// <summary>The flower of the notes: 400 points in the plane, whose petals belong to two classes by turns. No straight line parts them.</summary>
internal static class Flower
{
    /// <summary>The number of points of each class.</summary>
    public const int PointsPerClass = 200;

    private const double PetalLength = 4;
    private const double Noise = 0.2;
    private const double HalfTurn = 3.12;

    /// <summary>Draws the points exactly as the course's NumPy code does from seed 1.</summary>
    public static Dataset<T> Draw<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new NumPyRandom(1);
        var x = new List<T>();
        var y = new List<T>();
        for (int label = 0; label < 2; label++)
        {
            double[] angles = Noisy(Linspace(label * HalfTurn, (label + 1) * HalfTurn), random);
            double[] radii = Noisy(Array.ConvertAll(angles, angle => PetalLength * Math.Sin(4 * angle)), random);
            for (int i = 0; i < PointsPerClass; i++)
            {
                x.Add(T.CreateChecked(radii[i] * Math.Sin(angles[i])));
                x.Add(T.CreateChecked(radii[i] * Math.Cos(angles[i])));
                y.Add(T.CreateChecked(label));
            }
        }

        return Dataset<T>.FromRows(x.ToArray(), inputSize: 2, y.ToArray(), outputSize: 1);
    }

    /// <summary>numpy.linspace, rounding included: equal steps counted from the start, and exactly the end at the end.</summary>
    private static double[] Linspace(double start, double end)
    {
        double step = (end - start) / (PointsPerClass - 1);
        double[] values = [.. Enumerable.Range(0, PointsPerClass).Select(i => (i * step) + start)];
        values[^1] = end;
        return values;
    }

    private static double[] Noisy(double[] values, NumPyRandom random) => Array.ConvertAll(values, value => value + (random.NextNormal() * Noise));
}
