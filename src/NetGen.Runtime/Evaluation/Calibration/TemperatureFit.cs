namespace NetGen;

/// <summary>
/// Finds the temperature with the least log loss. As a function of b = 1 / T the log loss of softmax(b z) or sigmoid(b z) is convex, for log(sum of exp) is; so
/// its slope grows with b, and the place where it is 0 is found between two bounds.
/// </summary>
/// <param name="z">The logits (m, outputs).</param>
/// <param name="y">The labels (m, outputs).</param>
/// <param name="outputs">The outputs of an example.</param>
/// <param name="isSoftmax">Whether they are classes of a softmax; else each is a sigmoid.</param>
internal sealed class TemperatureFit(double[] z, double[] y, int outputs, bool isSoftmax)
{
    private const double RelativeTolerance = 1e-12;
    private const int MostSteps = 200;

    private readonly double[] p = new double[outputs];

    /// <summary>The temperature between two bounds; 1 where every one is as good.</summary>
    public double Find(double leastTemperature, double greatestTemperature)
    {
        double low = 1.0 / greatestTemperature, high = 1.0 / leastTemperature;
        if (At(1.0).Slope == 0.0)
        {
            return 1.0;
        }

        if (At(low).Slope >= 0.0)
        {
            return greatestTemperature;
        }

        if (At(high).Slope <= 0.0)
        {
            return leastTemperature;
        }

        // Newton's method, and the geometric middle of the bounds whenever it leaves them or has not halved their ratio's logarithm in two steps.
        double b = 1.0, width = Math.Log(high / low);
        for (int step = 0; step < MostSteps; step++)
        {
            (double slope, double curvature) = At(b);
            (low, high) = slope > 0.0 ? (low, b) : (b, high);
            double next = b - (slope / curvature);
            if (!(next >= low && next <= high) || (step % 2 == 1 && Math.Log(high / low) > width / 2.0))
            {
                next = Math.Sqrt(low * high);
            }

            width = step % 2 == 1 ? Math.Log(high / low) : width;
            if (Math.Abs(next - b) <= RelativeTolerance * b)
            {
                return 1.0 / next;
            }

            b = next;
        }

        return 1.0 / b;
    }

    /// <summary>The first and second derivative of the sum of the losses with respect to b.</summary>
    private (double Slope, double Curvature) At(double b)
    {
        double slope = 0.0, curvature = 0.0;
        for (int start = 0; start < z.Length; start += outputs)
        {
            ReadOnlySpan<double> logits = z.AsSpan(start, outputs), labels = y.AsSpan(start, outputs);
            for (int output = 0; output < outputs; output++)
            {
                p[output] = b * logits[output];
            }

            Logits.ToProbabilities(p, isSoftmax);
            double total = 0.0, mean = 0.0, square = 0.0;
            for (int output = 0; output < outputs; output++)
            {
                double share = p[output] * logits[output];
                slope -= labels[output] * logits[output];
                slope += isSoftmax ? 0.0 : share;
                curvature += isSoftmax ? 0.0 : (1.0 - p[output]) * share * logits[output];
                total += labels[output];
                mean += share;
                square += share * logits[output];
            }

            slope += isSoftmax ? total * mean : 0.0;
            curvature += isSoftmax ? total * (square - (mean * mean)) : 0.0;
        }

        return (slope, curvature);
    }
}
