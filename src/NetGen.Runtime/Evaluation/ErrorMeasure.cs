using System.Numerics;

namespace NetGen;

/// <summary>Of a regression: the errors, and how much the labels vary.</summary>
internal sealed class ErrorMeasure<T> : IMeasure<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[] means;
    private int count;
    private int undecided;
    private double absolute;
    private double squared;
    private double variation;
    private double relative;
    private long relativeValues;

    public ErrorMeasure(Dataset<T> data)
    {
        means = new double[data.OutputSize];
        bool[] varies = new bool[means.Length];
        ReadOnlySpan<T> y = data.Y;
        for (int start = 0; start < y.Length; start += means.Length)
        {
            for (int output = 0; output < means.Length; output++)
            {
                means[output] += double.CreateTruncating(y[start + output]);
                varies[output] |= y[start + output] != y[output];
            }
        }

        // Labels that are all the same must not seem to vary by the rounding of their mean.
        for (int output = 0; output < means.Length; output++)
        {
            means[output] = varies[output] ? means[output] / data.Count : double.CreateTruncating(y[output]);
        }
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<T> y, ReadOnlySpan<T> yhat)
    {
        for (int start = 0; start < y.Length; start += means.Length)
        {
            bool isDecided = true;
            for (int output = 0; output < means.Length; output++)
            {
                double label = double.CreateTruncating(y[start + output]);
                double error = double.CreateTruncating(yhat[start + output]) - label;
                absolute += Math.Abs(error);
                squared += error * error;
                relative += label == 0.0 ? 0.0 : Math.Abs(error / label);
                relativeValues += label == 0.0 ? 0 : 1;
                variation += (label - means[output]) * (label - means[output]);
                isDecided &= !T.IsNaN(yhat[start + output]);
            }

            count++;
            undecided += isDecided ? 0 : 1;
        }
    }

    /// <inheritdoc/>
    public Evaluation Result(double cost, Func<T[]> outputs)
    {
        double values = (double)count * means.Length;
        return new(EvaluationKind.Regression, count, cost)
        {
            MeanAbsoluteError = absolute / values,
            MeanAbsolutePercentageError = relative / relativeValues,
            RootMeanSquaredError = Math.Sqrt(squared / values),
            RSquared = variation > 0.0 ? 1.0 - (squared / variation) : double.NaN,
            Undecided = undecided,
        };
    }
}
