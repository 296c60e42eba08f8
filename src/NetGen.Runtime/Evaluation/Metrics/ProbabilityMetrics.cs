using NetGen.CompilerServices;

namespace NetGen;

/// <summary>How good the probabilities are that a classifier gives, not only its classes.</summary>
internal static class ProbabilityMetrics
{
    /// <summary>Log loss and Brier score; see <see cref="Evaluation.LogLoss"/> and <see cref="Evaluation.BrierScore"/>.</summary>
    public static (double LogLoss, double Brier) Scores(Predictions predictions)
    {
        if (!predictions.AreProbabilities)
        {
            return (double.NaN, double.NaN);
        }

        double[] y = new double[predictions.Outputs], yhat = new double[predictions.Outputs];
        double loss = 0.0, squares = 0.0, least = predictions.Precision.Epsilon;
        for (int example = 0; example < predictions.Count; example++)
        {
            predictions.Copy(example, y, yhat);
            for (int output = 0; output < y.Length; output++)
            {
                double p = Math.Clamp(yhat[output], least, 1.0 - least);
                loss -= y[output] * Math.Log(p);
                loss -= predictions.Kind == EvaluationKind.OneOfMany ? 0.0 : (1.0 - y[output]) * Math.Log(1.0 - p);
                squares += (yhat[output] - y[output]) * (yhat[output] - y[output]);
            }
        }

        // Each of several labels is a prediction of its own; the classes of one example are one prediction.
        double count = predictions.Kind == EvaluationKind.OneOfMany ? predictions.Count : (double)predictions.Count * predictions.Outputs;
        return (loss / count, squares / count);
    }

    /// <summary>See <see cref="Evaluation.ExpectedCalibrationError"/>.</summary>
    public static double ExpectedCalibrationError(Predictions predictions, int bins)
    {
        if (!predictions.AreProbabilities)
        {
            return double.NaN;
        }

        // Of each bin, how much more often predictions were right than they were sure of.
        double[] excess = new double[bins];
        double[] y = new double[predictions.Outputs], yhat = new double[predictions.Outputs];
        long count = 0;
        for (int example = 0; example < predictions.Count; example++)
        {
            predictions.Copy(example, y, yhat);
            if (!Predictions.IsDecided(yhat))
            {
                return double.NaN;
            }

            if (predictions.Kind == EvaluationKind.OneOfMany)
            {
                int predicted = PredictedClass.Find<double>(yhat);
                Add(yhat[predicted], predicted == predictions.ClassOf(example));
                continue;
            }

            for (int output = 0; output < y.Length; output++)
            {
                Add(Math.Max(yhat[output], 1.0 - yhat[output]), yhat[output] > 0.5 == y[output] > 0.5);
            }
        }

        return excess.Sum(Math.Abs) / count;

        void Add(double confidence, bool isRight)
        {
            count++;
            excess[Math.Clamp((int)Math.Ceiling(confidence * bins) - 1, 0, bins - 1)] += (isRight ? 1.0 : 0.0) - confidence;
        }
    }
}
