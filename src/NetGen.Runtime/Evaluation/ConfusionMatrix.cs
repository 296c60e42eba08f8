using NetGen.CompilerServices;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// How often each class was predicted as each class. Its memory grows with the classes and the examples, not with the square of the classes: only pairs that
/// occur are kept.
/// </summary>
public sealed class ConfusionMatrix
{
    // Beyond this a table is wider than a screen.
    private const int MostPrintedClasses = 10;
    private const int MostPrintedConfusions = 3;

    private readonly Dictionary<(int Actual, int Predicted), int> counts = [];
    private readonly int[] examplesOf;
    private readonly int[] predictionsOf;
    private readonly int[] rightOf;

    /// <summary>Counts predictions.</summary>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <param name="actual">The class of each example, from 0.</param>
    /// <param name="predicted">The class predicted for each example, from 0; -1 where none was, because an output was NaN.</param>
    /// <exception cref="ArgumentException">There are not as many predictions as examples, or a class is not one of them.</exception>
    public ConfusionMatrix(int classes, ReadOnlySpan<int> actual, ReadOnlySpan<int> predicted)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        if (actual.Length != predicted.Length)
        {
            throw new ArgumentException(
                Text($"actual holds {actual.Length} classes, but predicted holds {predicted.Length}: each example needs one of both."), nameof(predicted));
        }

        Classes = classes;
        Count = actual.Length;
        examplesOf = new int[classes];
        predictionsOf = new int[classes];
        rightOf = new int[classes];
        for (int example = 0; example < actual.Length; example++)
        {
            Add(Checked(actual[example], nameof(actual)), predicted[example]);
        }
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of examples.</summary>
    public int Count { get; }

    /// <summary>The number of examples for which no class was predicted; they count as wrong.</summary>
    public int Undecided { get; private set; }

    /// <summary>How many examples of one class were predicted as another, or as the same.</summary>
    /// <param name="actual">The class of the examples, from 0.</param>
    /// <param name="predicted">The class predicted, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int this[int actual, int predicted] => counts.GetValueOrDefault((Checked(actual, nameof(actual)), Checked(predicted, nameof(predicted))));

    /// <summary>The part of the examples whose class was predicted, from 0 to 1; NaN without an example.</summary>
    public double Accuracy => (double)rightOf.Sum(right => (long)right) / Count;

    /// <summary>The part of the examples predicted as a class that are of it, from 0 to 1; NaN when it was never predicted.</summary>
    /// <param name="predicted">The class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int predicted) => (double)rightOf[Checked(predicted, nameof(predicted))] / predictionsOf[predicted];

    /// <summary>The part of the examples of a class that were predicted as it, from 0 to 1; NaN when there are none.</summary>
    /// <param name="actual">The class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int actual) => (double)rightOf[Checked(actual, nameof(actual))] / examplesOf[actual];

    /// <summary>
    /// The harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN), from 0 to 1; NaN for a class that neither occurs nor was predicted.
    /// </summary>
    /// <param name="index">The class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double F1(int index) => ClassScores.Of(rightOf[Checked(index, nameof(index))], predictionsOf[index], examplesOf[index]).F1;

    /// <summary>Precision, recall and F1 of each class, and their macro, micro and weighted means.</summary>
    public ClassificationReport Report() => new(rightOf, predictionsOf, examplesOf);

    /// <summary>
    /// Up to ten classes, a table: a row for each class with its recall, a column for each prediction with its precision. Of more, one line with the accuracy
    /// and what was confused most.
    /// </summary>
    public override string ToString() => Classes <= MostPrintedClasses ? ConfusionTable.Format(this) : Summary();

    /// <summary>How many examples of a class were predicted as none.</summary>
    internal int UndecidedOf(int actual) => counts.GetValueOrDefault((actual, PredictedClass.None));

    private void Add(int actual, int predicted)
    {
        examplesOf[actual]++;
        if (predicted == PredictedClass.None)
        {
            Undecided++;
        }
        else
        {
            predictionsOf[Checked(predicted, nameof(predicted))]++;
        }

        if (actual == predicted)
        {
            rightOf[actual]++;
        }

        counts[(actual, predicted)] = counts.GetValueOrDefault((actual, predicted)) + 1;
    }

    private string Summary()
    {
        string[] confusions =
        [
            .. counts.Where(pair => pair.Key.Actual != pair.Key.Predicted && pair.Key.Predicted != PredictedClass.None)
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
                .Take(MostPrintedConfusions)
                .Select(pair => Text($"{pair.Key.Actual} as {pair.Key.Predicted} ({pair.Value})")),
        ];
        return Text($"{Classes} classes, {Counted(Count, "example")}, accuracy {ConfusionTable.Percent(Accuracy)}")
            + (confusions.Length > 0 ? $", most often predicted wrong: {string.Join(", ", confusions)}" : "")
            + (Undecided > 0 ? Text($", {Undecided} not predicted (NaN)") : "");
    }

    private int Checked(int index, string parameter) => (uint)index < (uint)Classes
        ? index
        : throw new ArgumentOutOfRangeException(
            parameter, index, Text($"{parameter} is {index}, but there are {Classes} classes: it must lie between 0 and {Classes - 1}."));
}
