using System.Numerics;

namespace NetGen;

/// <summary>Of examples with several labels: how often each was predicted, and how often all of an example.</summary>
internal sealed class LabelMeasure<T>(int outputs) : IMeasure<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] right = new int[outputs];
    private int count;
    private int allRight;
    private int undecided;

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<T> y, ReadOnlySpan<T> yhat)
    {
        T half = T.CreateTruncating(0.5);
        for (int start = 0; start < y.Length; start += outputs)
        {
            bool isAllRight = true, isDecided = true;
            for (int label = 0; label < outputs; label++)
            {
                T output = yhat[start + label];
                bool isNumber = !T.IsNaN(output);
                bool isRight = isNumber && output > half == y[start + label] > half;
                right[label] += isRight ? 1 : 0;
                isAllRight &= isRight;
                isDecided &= isNumber;
            }

            count++;
            allRight += isAllRight ? 1 : 0;
            undecided += isDecided ? 0 : 1;
        }
    }

    /// <inheritdoc/>
    public Evaluation Result(double cost) => new(EvaluationKind.SeveralLabels, count, cost)
    {
        Accuracy = (double)allRight / count,
        LabelAccuracies = [.. right.Select(times => (double)times / count)],
        Undecided = undecided,
    };
}
