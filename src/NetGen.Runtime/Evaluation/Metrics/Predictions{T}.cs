using System.Numerics;

namespace NetGen;

/// <summary>Labels and outputs of one element type.</summary>
/// <param name="kind">What the outputs say.</param>
/// <param name="labels">The labels (m, n[L]).</param>
/// <param name="values">The outputs (m, n[L]).</param>
/// <param name="outputs">The outputs of an example, n[L].</param>
/// <param name="classes">The class of each example (m); empty where there are several labels.</param>
internal sealed class Predictions<T>(EvaluationKind kind, ReadOnlyMemory<T> labels, ReadOnlyMemory<T> values, int outputs, int[] classes)
    : Predictions(kind, labels.Length / outputs, outputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override Precision Precision => Precision.Of<T>();

    /// <inheritdoc/>
    public override int ClassOf(int example) => classes[example];

    /// <inheritdoc/>
    public override void Copy(int example, Span<double> y, Span<double> yhat)
    {
        ReadOnlySpan<T> from = labels.Span.Slice(example * Outputs, Outputs), of = values.Span.Slice(example * Outputs, Outputs);
        for (int output = 0; output < from.Length; output++)
        {
            y[output] = double.CreateTruncating(from[output]);
            yhat[output] = double.CreateTruncating(of[output]);
        }
    }

    /// <inheritdoc/>
    public override Ranking RankedBy(int output)
    {
        T half = T.CreateTruncating(0.5);
        ReadOnlySpan<T> y = labels.Span, yhat = values.Span;
        double[] scores = new double[Count];
        bool[] isPositive = new bool[Count];
        for (int example = 0, place = output; example < Count; example++, place += Outputs)
        {
            scores[example] = double.CreateTruncating(yhat[place]);
            isPositive[example] = Kind == EvaluationKind.OneOfMany ? classes[example] == output : y[place] > half;
        }

        return new(scores, isPositive);
    }
}
