namespace NetGen.Reports;

/// <summary>What a network with two inputs and one sigmoid output says of every place of a rectangle, asked on a grid.</summary>
public sealed class DecisionPlane
{
    private const double Threshold = 0.5;
    private const double StrongestOpacity = 0.42;

    private static readonly (byte Red, byte Green, byte Blue) Below = (31, 111, 235);
    private static readonly (byte Red, byte Green, byte Blue) Above = (217, 72, 15);

    private readonly double[] probabilities;

    private DecisionPlane(double left, double right, double bottom, double top, int resolution, double[] probabilities)
    {
        Left = left;
        Right = right;
        Bottom = bottom;
        Top = top;
        Resolution = resolution;
        this.probabilities = probabilities;
    }

    /// <summary>The least x.</summary>
    public double Left { get; }

    /// <summary>The greatest x.</summary>
    public double Right { get; }

    /// <summary>The least y.</summary>
    public double Bottom { get; }

    /// <summary>The greatest y.</summary>
    public double Top { get; }

    /// <summary>The number of grid points along each side.</summary>
    public int Resolution { get; }

    /// <summary>Asks a network about a grid of places.</summary>
    /// <param name="left">The least x.</param>
    /// <param name="right">The greatest x.</param>
    /// <param name="bottom">The least y.</param>
    /// <param name="top">The greatest y.</param>
    /// <param name="predict">Takes the places, x and y of each, and fills in one probability for each.</param>
    /// <param name="resolution">The number of grid points along each side, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">An edge does not lie beyond the other, or there are too few points.</exception>
    public static DecisionPlane Ask<T>(double left, double right, double bottom, double top, Action<T[], T[]> predict, int resolution = 161)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(predict);
        ArgumentOutOfRangeException.ThrowIfLessThan(resolution, 2);
        RequireBeyond(left, right, nameof(right));
        RequireBeyond(bottom, top, nameof(top));
        var places = new T[2 * resolution * resolution];
        for (int row = 0; row < resolution; row++)
        {
            for (int column = 0; column < resolution; column++)
            {
                int place = (row * resolution) + column;
                places[2 * place] = T.CreateChecked(double.Lerp(left, right, column / (resolution - 1.0)));
                places[(2 * place) + 1] = T.CreateChecked(double.Lerp(top, bottom, row / (resolution - 1.0)));
            }
        }

        var answers = new T[resolution * resolution];
        predict(places, answers);
        return new DecisionPlane(left, right, bottom, top, resolution, [.. answers.Select(double.CreateChecked)]);
    }

    private static void RequireBeyond(double from, double to, string name)
    {
        if (!(double.IsFinite(to - from) && to > from))
        {
            throw new ArgumentOutOfRangeException(name, to, MessageText.Text($"{name} is {to}, but must be finite and greater than {from}."));
        }
    }

    /// <summary>
    /// The plane in the colours of the two classes, fainter where the network is less sure, transparent so that it suits light and dark pages.
    /// </summary>
    internal Picture ToPicture()
    {
        var picture = new Picture(Resolution, Resolution);
        for (int place = 0; place < probabilities.Length; place++)
        {
            double probability = probabilities[place];
            (byte red, byte green, byte blue) = probability > Threshold ? Above : Below;
            double sureness = 0.35 + (0.65 * Math.Abs(probability - Threshold) / Threshold);
            picture.Set(place, red, green, blue, (byte)(byte.MaxValue * StrongestOpacity * sureness));
        }

        return picture;
    }

    /// <summary>The boundary between the two classes, as short segments: marching squares.</summary>
    internal IEnumerable<(ChartPoint From, ChartPoint To)> Boundary()
    {
        for (int row = 0; row + 1 < Resolution; row++)
        {
            for (int column = 0; column + 1 < Resolution; column++)
            {
                // The boundary crosses a cell's sides where one end is above the threshold and the other is not: two sides, or four at a saddle.
                (int Column, int Row)[] corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)];
                ChartPoint[] crossings = [.. Enumerable.Range(0, 4)
                    .Select(side => (From: corners[side], To: corners[(side + 1) % 4]))
                    .Where(side => IsAbove(side.From) != IsAbove(side.To))
                    .Select(side => Crossing(side.From, side.To))];
                for (int crossing = 0; crossing + 1 < crossings.Length; crossing += 2)
                {
                    yield return (crossings[crossing], crossings[crossing + 1]);
                }
            }
        }
    }

    private double Probability((int Column, int Row) corner) => probabilities[(corner.Row * Resolution) + corner.Column];

    private bool IsAbove((int Column, int Row) corner) => Probability(corner) > Threshold;

    private ChartPoint Crossing((int Column, int Row) from, (int Column, int Row) to)
    {
        double part = (Threshold - Probability(from)) / (Probability(to) - Probability(from));
        double column = double.Lerp(from.Column, to.Column, part);
        double row = double.Lerp(from.Row, to.Row, part);
        return new ChartPoint(double.Lerp(Left, Right, column / (Resolution - 1)), double.Lerp(Top, Bottom, row / (Resolution - 1)));
    }
}
