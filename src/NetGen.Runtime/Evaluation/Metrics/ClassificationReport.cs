using System.Collections.Immutable;
using System.Text;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Precision, recall and F1 of each class, or of each of several labels, and their means. A class that neither occurs nor was predicted counts in no mean;
/// where another has no precision or no recall, because it was never predicted or never occurs, the means count that as 0. An output that is NaN is a
/// prediction of no class.
/// </summary>
/// <remarks>
/// As scikit-learn's <c>classification_report</c> with its zero_division of 0; of several labels, scikit-learn also counts those that neither occur nor were
/// predicted.
/// </remarks>
public sealed class ClassificationReport
{
    // Beyond this a table is longer than a screen.
    private const int MostPrintedClasses = 20;

    /// <summary>Computes the scores.</summary>
    /// <param name="right">Of each class, how many of its examples were predicted as it.</param>
    /// <param name="predicted">Of each class, how many examples were predicted as it.</param>
    /// <param name="examples">Of each class, how many examples are of it.</param>
    internal ClassificationReport(int[] right, int[] predicted, int[] examples)
    {
        Classes = [.. right.Select((times, index) => ClassScores.Of(times, predicted[index], examples[index]))];
        int support = examples.Sum();
        Micro = ClassScores.Of(right.Sum(static times => (long)times), predicted.Sum(static times => (long)times), support);
        ClassScores[] known = [.. Classes.Where(static scores => !double.IsNaN(scores.F1))];
        Macro = Mean(known, static _ => 1.0, support);
        Weighted = Mean(known, static scores => scores.Support, support);
    }

    /// <summary>The scores of each class, or of each label (n[L]).</summary>
    public ImmutableArray<ClassScores> Classes { get; }

    /// <summary>The mean over the classes, each counted alike; NaN when there is none to count.</summary>
    public ClassScores Macro { get; }

    /// <summary>
    /// The scores of all predictions of all classes counted together: where each example is of one class and no output is NaN, all three are the accuracy.
    /// </summary>
    public ClassScores Micro { get; }

    /// <summary>The mean over the classes, each counted by its examples; NaN when there are none.</summary>
    public ClassScores Weighted { get; }

    /// <summary>A table: a line for each class, up to twenty, and for each mean.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Text($"{"",-10}{"precision",10}{"recall",10}{"F1",10}{"support",10}"));
        for (int index = 0; Classes.Length <= MostPrintedClasses && index < Classes.Length; index++)
        {
            Append(text, Text($"{index}"), Classes[index]);
        }

        Append(text, "macro", Macro);
        Append(text, "micro", Micro);
        Append(text, "weighted", Weighted);
        return text.ToString();
    }

    private static ClassScores Mean(ClassScores[] scores, Func<ClassScores, double> weight, int support)
    {
        double total = scores.Sum(weight);
        return new(Of(static score => score.Precision), Of(static score => score.Recall), Of(static score => score.F1), support);

        double Of(Func<ClassScores, double> part) => scores.Sum(score => double.IsNaN(part(score)) ? 0.0 : weight(score) * part(score)) / total;
    }

    private static void Append(StringBuilder text, string name, ClassScores scores) => text.Append('\n').Append(
        Text($"{name,-10}{Part(scores.Precision),10}{Part(scores.Recall),10}{Part(scores.F1),10}{scores.Support,10}"));

    private static string Part(double part) => double.IsNaN(part) ? "-" : Text($"{part:0.0000}");
}
