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

    /// <summary>PyTorch's HuberLoss and Keras' Huber: half the square of the error, or delta (|error| - delta / 2) beyond delta.</summary>
    public static (double PyTorch, double Keras) Huber(double[] z, double[] y, int k, double delta) => Means(
        z.Zip(y, (a, b) => Math.Abs(a - b) < delta ? 0.5 * (a - b) * (a - b) : delta * (Math.Abs(a - b) - 0.5 * delta)), k);

    /// <summary>Keras' Hinge, which makes -1 and 1 of labels 0 and 1: maximum(1 - t z, 0).</summary>
    public static (double PyTorch, double Keras) Hinge(double[] z, double[] y, int k) =>
        Means(z.Zip(y, (a, b) => Math.Max(1 - (b == 1 ? 1 : -1) * a, 0)), k);

    /// <summary>PyTorch's PoissonNLLLoss with log_input, exp(z) - y z, and Keras' Poisson, yhat - y log(yhat).</summary>
    public static (double PyTorch, double Keras) Poisson(double[] z, double[] y, int k) => (
        Means(z.Zip(y, (a, b) => Math.Exp(a) - b * a), k).OverAll,
        Means(z.Zip(y, (a, b) => Math.Exp(a) - b * Math.Log(Math.Exp(a))), k).OfEach);

    /// <summary>The pinball loss as it is written for either.</summary>
    public static (double PyTorch, double Keras) Quantile(double[] z, double[] y, int k, double q) =>
        Means(z.Zip(y, (a, b) => Math.Max(q * (b - a), (q - 1) * (b - a))), k);

    /// <summary>torchvision's sigmoid_focal_loss without alpha and Keras' BinaryFocalCrossentropy, with gamma 2.</summary>
    public static (double PyTorch, double Keras) BinaryFocal(double[] z, double[] y, int k) => Means(
        z.Zip(y, (logit, label) =>
        {
            double p = 1 / (1 + Math.Exp(-logit)), right = p * label + (1 - p) * (1 - label);
            return -(label * Math.Log(p) + (1 - label) * Math.Log(1 - p)) * Math.Pow(1 - right, 2);
        }),
        k);

    /// <summary>Keras' CategoricalFocalCrossentropy with alpha 1 and gamma 2, and the same written for PyTorch.</summary>
    public static (double PyTorch, double Keras) Focal(double[] z, double[] y, int k)
    {
        double[] losses = [.. z.Chunk(k).Zip(y.Chunk(k), (logits, labels) => logits.Zip(labels, (logit, label) =>
        {
            double p = Math.Exp(logit) / logits.Sum(Math.Exp);
            return -label * Math.Pow(1 - p, 2) * Math.Log(p);
        }).Sum())];
        return (losses.Average(), losses.Average());
    }

    /// <summary>Binary cross-entropy of y (1 - s) + s / 2 with s = 0.1: what Keras' label_smoothing makes of labels.</summary>
    public static (double PyTorch, double Keras) SmoothedBinaryCrossEntropy(double[] z, double[] y, int k) =>
        BinaryCrossEntropy(z, [.. y.Select(static label => label * 0.9 + 0.5 * 0.1)], k);

    /// <summary>
    /// PyTorch's label_smoothing: (1 - s) times the cross-entropy and s times the mean over the classes of -log(p), with s = 0.1. Keras': the cross-entropy of
    /// y (1 - s) + s / k.
    /// </summary>
    public static (double PyTorch, double Keras) SmoothedCrossEntropy(double[] z, double[] y, int k) => (
        0.9 * CrossEntropy(z, y, k).PyTorch + 0.1 * CrossEntropy(z, [.. y.Select(_ => 1.0 / k)], k).PyTorch,
        CrossEntropy(z, [.. y.Select(label => label * 0.9 + 0.1 / k)], k).Keras);

    /// <summary>Keras' sample_weight: the sum of weight times loss over the number of examples; for PyTorch the same by hand.</summary>
    public static (double PyTorch, double Keras) WeightedCrossEntropy(double[] z, double[] y, int k, double[] weights)
    {
        double sum = z.Chunk(k).Zip(y.Chunk(k)).Select((example, i) => weights[i] * CrossEntropy(example.First, example.Second, k).Keras).Sum();
        return (sum / weights.Length, sum / weights.Length);
    }

    /// <summary>
    /// PyTorch's weight: the sum of weight times loss over the sum of the weights of the labels, here times that sum over m. Keras' class_weight: over m.
    /// </summary>
    public static (double PyTorch, double Keras) ClassWeightedCrossEntropy(double[] z, double[] y, int k, double[] ofClasses)
    {
        double[] weights = [.. y.Chunk(k).Select(labels => ofClasses[Array.IndexOf(labels, 1)])];
        double sum = WeightedCrossEntropy(z, y, k, weights).Keras * weights.Length;
        double theirs = sum / weights.Sum();
        return (theirs * weights.Sum() / weights.Length, sum / weights.Length);
    }

    private static (double OverAll, double OfEach) Means(IEnumerable<double> losses, int k) =>
        (losses.Average(), losses.Chunk(k).Select(row => row.Average()).Average());
}
