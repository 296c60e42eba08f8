namespace NetGen.Networks.Tests.OtherLibraries;

/// <summary>The costs of PyTorch and Keras as they define them, with their default reductions, written out plainly. Arrays are (m, k), row by row.</summary>
internal static class TheirCosts
{
    /// <summary>
    /// PyTorch's MSELoss: the mean of (yhat - y)^2 over all elements.
    /// Keras' MeanSquaredError: the mean over the outputs, then over the examples.
    /// </summary>
    public static (double PyTorch, double Keras) SquaredError(double[] z, double[] y, int k) => Means(z.Zip(y, (a, b) => (a - b) * (a - b)), k);

    /// <summary>PyTorch's L1Loss and Keras' MeanAbsoluteError: the same of |yhat - y|.</summary>
    public static (double PyTorch, double Keras) AbsoluteError(double[] z, double[] y, int k) => Means(z.Zip(y, (a, b) => Math.Abs(a - b)), k);

    /// <summary>PyTorch's BCEWithLogitsLoss and Keras' BinaryCrossentropy: the same of -(y log(yhat) + (1 - y) log(1 - yhat)).</summary>
    public static (double PyTorch, double Keras) BinaryCrossEntropy(double[] z, double[] y, int k) => Means(
        z.Zip(y, (logit, label) =>
        {
            double probability = 1 / (1 + Math.Exp(-logit));
            return -(label * Math.Log(probability) + (1 - label) * Math.Log(1 - probability));
        }),
        k);

    /// <summary>
    /// PyTorch's CrossEntropyLoss, from z, and Keras' CategoricalCrossentropy, from softmax:
    /// the mean over the examples of -sum of y log(yhat).
    /// </summary>
    public static (double PyTorch, double Keras) CrossEntropy(double[] z, double[] y, int k)
    {
        int m = z.Length / k;
        double fromLogits = 0, fromProbabilities = 0;
        for (int i = 0; i < m; i++)
        {
            double[] logits = z[(i * k)..((i + 1) * k)];
            double sum = logits.Sum(Math.Exp);
            for (int j = 0; j < k; j++)
            {
                fromLogits -= y[i * k + j] * (logits[j] - Math.Log(sum));
                fromProbabilities -= y[i * k + j] * Math.Log(Math.Exp(logits[j]) / sum);
            }
        }

        return (fromLogits / m, fromProbabilities / m);
    }

    private static (double OverAll, double OfEach) Means(IEnumerable<double> losses, int k) =>
        (losses.Average(), losses.Chunk(k).Select(row => row.Average()).Average());
}
