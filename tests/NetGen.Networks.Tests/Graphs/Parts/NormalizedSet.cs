using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>Values that are normalized together: a unit of all examples of a batch, or all units of an example.</summary>
/// <param name="First">The place of the first.</param>
/// <param name="Stride">From one to the next.</param>
/// <param name="Count">How many.</param>
internal sealed record NormalizedSet(int First, int Stride, int Count)
{
    /// <summary>The mean.</summary>
    public double Mean { get; private set; }

    /// <summary>What the error of the mean is measured by.</summary>
    public double MeanTerms { get; private set; }

    /// <summary>The biased variance.</summary>
    public double Variance { get; private set; }

    /// <summary>What the error of the variance is measured by.</summary>
    public double VarianceTerms { get; private set; }

    /// <summary>The places of the values.</summary>
    public IEnumerable<int> Places => Enumerable.Range(0, Count).Select(k => First + k * Stride);

    /// <summary>The set with the mean and the variance of its own values.</summary>
    public NormalizedSet Measure(Measured x)
    {
        double sum = 0, absolute = 0, carried = 0;
        foreach (int i in Places)
        {
            sum += x.Values[i];
            absolute += Math.Abs(x.Values[i]);
            carried += Square(x.Terms[i]);
        }

        (double mean, double meanTerms) = (sum / Count, Math.Sqrt(Square(absolute) + carried) / Count);
        double squares = 0, squaresCarried = 0;
        foreach (int i in Places)
        {
            double centred = x.Values[i] - mean;
            squares += Square(centred);
            squaresCarried += Square(2 * centred) * CentredTermsSquared(x, i, mean, meanTerms);
        }

        double varianceTerms = Math.Sqrt(Square(squares) + squaresCarried) / Count;
        return this with { Mean = mean, MeanTerms = meanTerms, Variance = squares / Count, VarianceTerms = varianceTerms };
    }

    /// <summary>The set with a mean and a variance that are given.</summary>
    public NormalizedSet Given(double mean, double variance) => this with { Mean = mean, Variance = variance };

    /// <summary>(x - mean) / sqrt(variance + epsilon) at a place.</summary>
    public (double Value, double Terms) Normalized(Measured x, int place, double epsilon)
    {
        double inverse = 1 / Math.Sqrt(Variance + epsilon), centred = x.Values[place] - Mean;
        double carried = Square(inverse) * CentredTermsSquared(x, place, Mean, MeanTerms) + Square(centred * InverseError(epsilon));
        return (centred * inverse, Math.Sqrt(Square((Math.Abs(x.Values[place]) + Math.Abs(Mean)) * inverse) + carried));
    }

    /// <summary>Adds the gradients of x, through mean and variance where those are of the set itself.</summary>
    /// <param name="x">What was normalized.</param>
    /// <param name="gradient">The gradient of the normalized value at a place.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="isOwn">Whether mean and variance are those of the set.</param>
    /// <param name="sums">Receives them.</param>
    public void Backward(Measured x, Func<int, (double Value, double Terms)> gradient, double epsilon, bool isOwn, Sums sums)
    {
        double inverse = 1 / Math.Sqrt(Variance + epsilon), inverseError = InverseError(epsilon);
        var means = new Sums(2);
        foreach (int i in Places)
        {
            (double d, double dTerms) = gradient(i);
            (double normal, double normalTerms) = Normalized(x, i, epsilon);
            means.Add(0, d, dTerms);
            means.Add(1, d * normal, Math.Abs(d * normal), Square(dTerms * normal) + Square(d * normalTerms));
        }

        Measured measured = means.ToMeasured();
        double factor = isOwn ? 1.0 / Count : 0;
        (double mean, double meanTerms) = (measured.Values[0] * factor, measured.Terms[0] * factor);
        (double slope, double slopeTerms) = (measured.Values[1] * factor, measured.Terms[1] * factor);
        foreach (int i in Places)
        {
            (double d, double dTerms) = gradient(i);
            (double normal, double normalTerms) = Normalized(x, i, epsilon);
            double inner = d - mean - normal * slope;
            double carried = Square(dTerms) + Square(meanTerms) + Square(normal * slopeTerms) + Square(normalTerms * slope);
            double terms = Math.Abs(d) + Math.Abs(mean) + Math.Abs(normal * slope);
            sums.Add(i, inverse * inner, inverse * terms, Square(inverse) * carried + Square(inner * inverseError));
        }
    }

    private static double CentredTermsSquared(Measured x, int place, double mean, double meanTerms) =>
        Square(Math.Abs(x.Values[place]) + Math.Abs(mean)) + Square(x.Terms[place]) + Square(meanTerms);

    /// <summary>What the error of 1 / sqrt(variance + epsilon) is measured by, as far as the variance brings it.</summary>
    private double InverseError(double epsilon) => 0.5 * Math.Pow(Variance + epsilon, -1.5) * VarianceTerms;

    private static double Square(double x) => x * x;
}
