using NetGen.Reference;

namespace NetGen;

/// <summary>
/// The rounding of values that are normalized together, a unit of a batch or the units of an example; the formulas stand at <see cref="GradientRounding"/>.
/// </summary>
internal sealed class NormalizedSet
{
    private readonly LayerErrors layer;
    private readonly int first;
    private readonly int stride;
    private readonly int end;
    private readonly double epsilon;
    private readonly Moments<double> moments;
    private readonly double errorOfMean;
    private readonly double errorOfVariance;
    private readonly bool isMeasured;

    /// <summary>Values whose statistics are their own.</summary>
    /// <param name="layer">The layer in its pass.</param>
    /// <param name="first">The place of the first.</param>
    /// <param name="stride">The distance from one to the next.</param>
    /// <param name="end">The end of their places.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    public NormalizedSet(LayerErrors layer, int first, int stride, int end, double epsilon)
        : this(layer, first, stride, end, epsilon, Moments<double>.Of(layer.Input.AsSpan(0, end), first, stride))
    {
        isMeasured = true;
        double count = Count, ofMean = 0.0, ofVariance = 0.0;
        for (int place = first; place < end; place += stride)
        {
            double distance = Math.Abs(layer.Input[place] - moments.Mean);
            ofMean += layer.OfInput[place] + Math.Abs(layer.Input[place]);
            ofVariance += 2.0 * distance * layer.OfInput[place];
        }

        errorOfMean = ofMean / count;

        // What the rounding of the mean leaves in the distances cancels in the sum of their squares.
        errorOfVariance = (ofVariance / count) + (4.0 * moments.Variance);
    }

    /// <summary>Values with statistics that are given.</summary>
    /// <param name="layer">The layer in its pass.</param>
    /// <param name="first">The place of the first.</param>
    /// <param name="stride">The distance from one to the next.</param>
    /// <param name="end">The end of their places.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="moments">Their mean and variance.</param>
    public NormalizedSet(LayerErrors layer, int first, int stride, int end, double epsilon, Moments<double> moments)
    {
        (this.layer, this.first, this.stride, this.end, this.epsilon, this.moments) = (layer, first, stride, end, epsilon, moments);
    }

    private int Count => ((end - first - 1) / stride) + 1;

    /// <summary>1 / sqrt(variance + epsilon).</summary>
    private double Factor => 1.0 / Math.Sqrt(moments.Variance + epsilon);

    /// <summary>The error of the factor: of a root half that of the sum below it, the root and the quotient.</summary>
    private double ErrorOfFactor => Factor * ((0.5 * ((errorOfVariance / (moments.Variance + epsilon)) + 1.0)) + 2.0);

    /// <summary>E(Z) of one of the values.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="gamma">What its normalized value is multiplied with.</param>
    /// <param name="beta">What is added to it.</param>
    public double ErrorOf(int place, double gamma, double beta) =>
        (Math.Abs(gamma) * (ErrorOfNormalized(place) + Math.Abs(Normalized(place)))) + Math.Abs(beta);

    /// <summary>Adds the errors of dgamma and dbeta that one of the values brings.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="dz">dZ.</param>
    /// <param name="ofGamma">The error of dgamma.</param>
    /// <param name="ofBeta">The error of dbeta.</param>
    public void AddParameters(int place, UncertainGradient dz, ref double ofGamma, ref double ofBeta)
    {
        (double size, double error) = (Math.Abs(dz.Values[place]) / layer.Count, dz.Errors[place] / layer.Count);
        double normalized = Math.Abs(Normalized(place));
        ofGamma += (error * normalized) + (size * (ErrorOfNormalized(place) + normalized));
        ofBeta += error + size;
    }

    /// <summary>Adds dA of the values.</summary>
    /// <param name="dz">dZ.</param>
    /// <param name="gamma">What each normalized value is multiplied with, by place.</param>
    /// <param name="da">Receives dA.</param>
    public void ThroughNormalization(UncertainGradient dz, Func<int, double> gamma, UncertainGradient da)
    {
        (Term mean, Term product) = isMeasured ? Means(dz, gamma) : default;
        for (int place = first; place < end; place += stride)
        {
            Term g = Product(dz, gamma, place);
            double normalized = isMeasured ? Normalized(place) : 0.0, ofNormalized = isMeasured ? ErrorOfNormalized(place) : 0.0;
            double difference = g.Value - mean.Value - (normalized * product.Value);
            double terms = Math.Abs(g.Value) + Math.Abs(mean.Value) + Math.Abs(normalized * product.Value);
            double error = g.Error + mean.Error + (ofNormalized * Math.Abs(product.Value)) + (Math.Abs(normalized) * product.Error)
                + (isMeasured ? terms : 0.0);
            da.Add(place, difference * Factor, (error * Factor) + (Math.Abs(difference) * (ErrorOfFactor + Factor)));
        }
    }

    /// <summary>The means of dA of the normalized values, and of its products with them.</summary>
    private (Term Mean, Term Product) Means(UncertainGradient dz, Func<int, double> gamma)
    {
        Term mean = default, product = default;
        for (int place = first; place < end; place += stride)
        {
            Term g = Product(dz, gamma, place);
            double normalized = Normalized(place), size = Math.Abs(g.Value);
            mean += new Term(g.Value, g.Error + size);
            product += new Term(g.Value * normalized, (g.Error * Math.Abs(normalized)) + (size * (ErrorOfNormalized(place) + Math.Abs(normalized))));
        }

        return (mean / Count, product / Count);
    }

    private static Term Product(UncertainGradient dz, Func<int, double> gamma, int place) => new(
        gamma(place) * dz.Values[place], Math.Abs(gamma(place)) * (dz.Errors[place] + Math.Abs(dz.Values[place])));

    private double Normalized(int place) => (layer.Input[place] - moments.Mean) * Factor;

    /// <summary>The terms of the difference, times the factor, and what the factor and the product round.</summary>
    private double ErrorOfNormalized(int place)
    {
        double terms = layer.OfInput[place] + errorOfMean + Math.Abs(layer.Input[place]) + Math.Abs(moments.Mean);
        return (Factor * terms) + (Math.Abs(layer.Input[place] - moments.Mean) * (ErrorOfFactor + Factor));
    }

    /// <summary>A value with its error.</summary>
    private readonly record struct Term(double Value, double Error)
    {
        public static Term operator +(Term left, Term right) => new(left.Value + right.Value, left.Error + right.Error);

        public static Term operator /(Term term, double divisor) => new(term.Value / divisor, term.Error / divisor);
    }
}
