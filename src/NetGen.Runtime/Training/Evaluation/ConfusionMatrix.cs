using System.Globalization;
using System.Text;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>How often each class was predicted as each class.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[] counts;

    /// <summary>Counts predictions.</summary>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <param name="actual">The class of each example, from 0.</param>
    /// <param name="predicted">The class predicted for each example, from 0.</param>
    /// <exception cref="ArgumentException">There are not as many predictions as examples, or a class is not one of them.</exception>
    public ConfusionMatrix(int classes, ReadOnlySpan<int> actual, ReadOnlySpan<int> predicted)
        : this(classes)
    {
        if (actual.Length != predicted.Length)
        {
            throw new ArgumentException(
                Text($"actual holds {actual.Length} classes, but predicted holds {predicted.Length}: each example needs one of both."), nameof(predicted));
        }

        for (int example = 0; example < actual.Length; example++)
            Add(Checked(actual[example], nameof(actual)), Checked(predicted[example], nameof(predicted)));
    }

    internal ConfusionMatrix(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        Classes = classes;
        counts = new int[checked(classes * classes)];
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of examples.</summary>
    public int Count { get; private set; }

    /// <summary>How many examples of one class were predicted as another, or as the same.</summary>
    /// <param name="actual">The class of the examples, from 0.</param>
    /// <param name="predicted">The class predicted, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int this[int actual, int predicted] => counts[(Checked(actual, nameof(actual)) * Classes) + Checked(predicted, nameof(predicted))];

    /// <summary>The part of the examples whose class was predicted, from 0 to 1; NaN without an example.</summary>
    public double Accuracy
    {
        get
        {
            long right = 0;
            for (int i = 0; i < Classes; i++)
                right += this[i, i];
            return (double)right / Count;
        }
    }

    /// <summary>The part of the examples predicted as a class that are of it, from 0 to 1; NaN when it was never predicted.</summary>
    /// <param name="predicted">The class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int predicted)
    {
        long all = 0;
        for (int actual = 0; actual < Classes; actual++)
            all += this[actual, predicted];
        return (double)this[predicted, predicted] / all;
    }

    /// <summary>The part of the examples of a class that were predicted as it, from 0 to 1; NaN when there are none.</summary>
    /// <param name="actual">The class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int actual)
    {
        long all = 0;
        for (int predicted = 0; predicted < Classes; predicted++)
            all += this[actual, predicted];
        return (double)this[actual, actual] / all;
    }

    /// <summary>A table: a row for each class with its recall, a column for each prediction with its precision.</summary>
    public override string ToString()
    {
        string[,] cells = Cells();
        int[] widths = [.. Enumerable.Range(0, cells.GetLength(1)).Select(column => Width(cells, column))];
        var text = new StringBuilder();
        for (int row = 0; row < cells.GetLength(0); row++)
        {
            // The first column is words, set flush left; the others are numbers, set flush right.
            text.Append(row == 0 ? "" : "\n").Append(cells[row, 0].PadRight(widths[0]));
            for (int column = 1; column < widths.Length; column++)
                text.Append("  ").Append(cells[row, column].PadLeft(widths[column]));
        }

        return text.ToString();
    }

    internal void Add(int actual, int predicted)
    {
        counts[(actual * Classes) + predicted]++;
        Count++;
    }

    private string[,] Cells()
    {
        var cells = new string[Classes + 2, Classes + 2];
        cells[0, 0] = "actual \\ predicted";
        cells[0, Classes + 1] = "recall";
        cells[Classes + 1, 0] = "precision";
        cells[Classes + 1, Classes + 1] = Percent(Accuracy);
        for (int i = 0; i < Classes; i++)
        {
            cells[0, i + 1] = i.ToString(CultureInfo.InvariantCulture);
            cells[i + 1, 0] = i.ToString(CultureInfo.InvariantCulture);
            cells[i + 1, Classes + 1] = Percent(Recall(i));
            cells[Classes + 1, i + 1] = Percent(Precision(i));
            for (int j = 0; j < Classes; j++)
                cells[i + 1, j + 1] = this[i, j].ToString(CultureInfo.InvariantCulture);
        }

        return cells;
    }

    private static int Width(string[,] cells, int column)
    {
        int width = 0;
        for (int row = 0; row < cells.GetLength(0); row++)
            width = Math.Max(width, cells[row, column].Length);
        return width;
    }

    private static string Percent(double part) => double.IsNaN(part) ? "-" : (part * 100.0).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private int Checked(int index, string parameter) => (uint)index < (uint)Classes
        ? index
        : throw new ArgumentOutOfRangeException(
            parameter, index, Text($"{parameter} is {index}, but there are {Classes} classes: it must lie between 0 and {Classes - 1}."));
}
