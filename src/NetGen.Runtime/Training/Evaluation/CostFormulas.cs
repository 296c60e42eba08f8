namespace NetGen;

/// <summary>The cost of a network as its formulas have it, in double precision; those of cross-entropy from Z, so that they stay finite.</summary>
internal static class CostFormulas
{
    /// <summary>The mean over the examples of the sum over the outputs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="z">Z[L] (m, n[L]).</param>
    /// <param name="yhat">A[L] (m, n[L]).</param>
    /// <param name="y">The labels (m, n[L]).</param>
    public static double Mean(NetworkDescription network, ReadOnlySpan<double> z, ReadOnlySpan<double> yhat, ReadOnlySpan<double> y)
    {
        int outputs = network.OutputSize;
        double sum = 0.0;
        for (int start = 0; start < y.Length; start += outputs)
        {
            double logOfSum = network.Loss == Loss.CrossEntropy ? LogOfSumOfExponentials(z.Slice(start, outputs)) : 0.0;
            for (int place = start; place < start + outputs; place++)
            {
                double error = yhat[place] - y[place];
                sum += network.Loss switch
                {
                    Loss.BinaryCrossEntropy =>
                        Math.Log(1.0 + Math.Exp(-Math.Abs(z[place]))) + Weighted(z[place] > 0.0 ? 1.0 - y[place] : y[place], Math.Abs(z[place])),
                    Loss.CrossEntropy => Weighted(y[place], z[place] == logOfSum ? 0.0 : logOfSum - z[place]),
                    Loss.SquaredError => error * error / 2.0,
                    _ => Math.Abs(error),
                };
            }
        }

        return sum / (y.Length / outputs);
    }

    private static double LogOfSumOfExponentials(ReadOnlySpan<double> z)
    {
        double greatest = double.NegativeInfinity, sum = 0.0;
        foreach (double value in z)
            greatest = Math.Max(greatest, value);
        foreach (double value in z)
            sum += value == greatest ? 1.0 : Math.Exp(value - greatest);
        return greatest + Math.Log(sum);
    }

    /// <summary>A product in which a weight of 0 means that the value does not count, even where it is infinite.</summary>
    private static double Weighted(double weight, double value) => weight == 0.0 ? 0.0 : weight * value;
}
