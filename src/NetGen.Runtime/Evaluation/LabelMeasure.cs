using System.Numerics;

namespace NetGen;

/// <summary>Of examples with several labels: how often each was predicted, and how often all of an example.</summary>
internal sealed class LabelMeasure<T>(Dataset<T> data) : IMeasure<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int size = data.OutputSize;
    private readonly int[] right = new int[data.OutputSize];
    private readonly int[] rightOfLabel = new int[data.OutputSize];
    private readonly int[] predictedOf = new int[data.OutputSize];
    private readonly int[] examplesOf = new int[data.OutputSize];
    private readonly ReadOnlyMemory<T> labels = data.LabelMemory;
    private int count;
    private int allRight;
    private int undecided;

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<T> y, ReadOnlySpan<T> yhat)
    {
        T half = T.CreateTruncating(0.5);
        for (int start = 0; start < y.Length; start += size)
        {
            bool isAllRight = true, isDecided = true;
            for (int label = 0; label < size; label++)
            {
                T output = yhat[start + label];
                bool isNumber = !T.IsNaN(output);
                bool isPredicted = output > half, holds = y[start + label] > half;
                bool isRight = isNumber && isPredicted == holds;
                right[label] += isRight ? 1 : 0;
                rightOfLabel[label] += isPredicted && holds ? 1 : 0;
                predictedOf[label] += isPredicted ? 1 : 0;
                examplesOf[label] += holds ? 1 : 0;
                isAllRight &= isRight;
                isDecided &= isNumber;
            }

            count++;
            allRight += isAllRight ? 1 : 0;
            undecided += isDecided ? 0 : 1;
        }
    }

    /// <inheritdoc/>
    public Evaluation Result(double cost, Func<T[]> outputs)
    {
        return new(
            EvaluationKind.SeveralLabels,
            count,
            cost,
            () => new Predictions<T>(EvaluationKind.SeveralLabels, labels, outputs(), size, []),
            report: () => new(rightOfLabel, predictedOf, examplesOf))
        {
            Accuracy = (double)allRight / count,
            LabelAccuracies = [.. right.Select(times => (double)times / count)],
            Undecided = undecided,
        };
    }
}
