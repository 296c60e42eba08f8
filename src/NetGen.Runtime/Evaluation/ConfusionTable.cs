using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>A confusion matrix as an aligned table.</summary>
internal static class ConfusionTable
{
    public static string Format(ConfusionMatrix matrix)
    {
        string[,] cells = Cells(matrix);
        int[] widths = [.. Enumerable.Range(0, cells.GetLength(1)).Select(column => Width(cells, column))];
        var text = new StringBuilder();
        for (int row = 0; row < cells.GetLength(0); row++)
        {
            // The first column is words, set flush left; the others are numbers, set flush right.
            text.Append(row == 0 ? "" : "\n").Append(cells[row, 0].PadRight(widths[0]));
            for (int column = 1; column < widths.Length; column++)
            {
                text.Append("  ").Append(cells[row, column].PadLeft(widths[column]));
            }
        }

        return text.ToString();
    }

    public static string Percent(double part) => double.IsNaN(part) ? "-" : (part * 100.0).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string[,] Cells(ConfusionMatrix matrix)
    {
        // A column for what was not predicted at all is there only when it is needed.
        int classes = matrix.Classes;
        int last = classes + (matrix.Undecided > 0 ? 2 : 1);
        var cells = new string[classes + 2, last + 1];
        cells[0, 0] = "actual \\ predicted";
        cells[0, last] = "recall";
        cells[classes + 1, 0] = "precision";
        cells[classes + 1, last] = Percent(matrix.Accuracy);
        if (matrix.Undecided > 0)
        {
            cells[0, classes + 1] = "none";
            cells[classes + 1, classes + 1] = "-";
        }

        for (int i = 0; i < classes; i++)
        {
            cells[0, i + 1] = Number(i);
            cells[i + 1, 0] = Number(i);
            cells[i + 1, last] = Percent(matrix.Recall(i));
            cells[classes + 1, i + 1] = Percent(matrix.Precision(i));
            for (int j = 0; j < classes; j++)
            {
                cells[i + 1, j + 1] = Number(matrix[i, j]);
            }

            if (matrix.Undecided > 0)
            {
                cells[i + 1, classes + 1] = Number(matrix.UndecidedOf(i));
            }
        }

        return cells;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Width(string[,] cells, int column)
    {
        int width = 0;
        for (int row = 0; row < cells.GetLength(0); row++)
        {
            width = Math.Max(width, cells[row, column].Length);
        }

        return width;
    }
}
