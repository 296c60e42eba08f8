using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Of examples that are of one class each: the class and the prediction of each one.</summary>
/// <param name="data">The examples.</param>
/// <param name="isOfMargins">Whether outputs are no probabilities: a single one is of class 1 above 0.</param>
internal sealed class ClassMeasure<T>(Dataset<T> data, bool isOfMargins) : IMeasure<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] actual = new int[data.Count];
    private readonly int[] predicted = new int[data.Count];
    private readonly int size = data.OutputSize;
    private readonly ReadOnlyMemory<T> labels = data.LabelMemory;
    private int count;

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<T> y, ReadOnlySpan<T> yhat)
    {
        for (int start = 0; start < y.Length; start += size)
        {
            actual[count] = PredictedClass.Find(y.Slice(start, size));
            predicted[count] = PredictedClass.Find(yhat.Slice(start, size), isOfMargins ? 0.0 : 0.5);
            count++;
        }
    }

    /// <inheritdoc/>
    public Evaluation Result(double cost, Func<T[]> outputs)
    {
        int right = 0;
        for (int example = 0; example < count; example++)
        {
            right += actual[example] == predicted[example] ? 1 : 0;
        }

        EvaluationKind kind = size == 1 ? EvaluationKind.Binary : EvaluationKind.OneOfMany;
        return new(
            kind,
            count,
            cost,
            () => new Predictions<T>(kind, labels, outputs(), size, actual) { AreProbabilities = !isOfMargins },
            () => new ConfusionMatrix(Math.Max(size, 2), actual, predicted))
        {
            Accuracy = (double)right / count,
            Undecided = predicted.AsSpan().Count(PredictedClass.None),
        };
    }
}
