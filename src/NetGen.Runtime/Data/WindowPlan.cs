using static NetGen.MessageText;

namespace NetGen;

/// <summary>Which windows there are over a series, and where their labels stand.</summary>
/// <param name="Points">The points in time of the series.</param>
/// <param name="Columns">The values of a point.</param>
/// <param name="Length">The points of a window.</param>
/// <param name="Horizon">How many points after its last one the label of a window stands.</param>
/// <param name="Stride">How many points after a window the next one begins.</param>
internal sealed record WindowPlan(int Points, int Columns, int Length, int Horizon, int Stride)
{
    /// <summary>The number of windows.</summary>
    public int Count => ((Points - Length - Horizon) / Stride) + 1;

    /// <summary>The values of a window.</summary>
    public int Size => Length * Columns;

    /// <summary>The values of the series up to the end of the last window.</summary>
    public int UsedValues => (((Count - 1) * Stride) + Length) * Columns;

    /// <summary>Checks what makes windows.</summary>
    /// <exception cref="ArgumentException">There is no window.</exception>
    public static WindowPlan Of(int points, int columns, int length, int horizon, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stride);
        long needed = (long)length + horizon;
        if (points < needed)
        {
            string label = horizon == 0 ? "" : Text($" and its label {Counted(horizon, "row")} later");
            throw new ArgumentException(
                Text($"series has {Counted(points, "row")}, but a window of {length}{label} needs {needed}."), nameof(length));
        }

        return new(points, columns, length, horizon, stride);
    }

    /// <summary>Checks that labels are given for every point.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public void RequirePoints(int labels, string parameterName)
    {
        if (labels != Points)
        {
            throw new ArgumentException(
                Text($"series has {Counted(Points, "row")}, but {parameterName} has {labels}: each point in time needs its label."), parameterName);
        }
    }

    /// <summary>The point where the label of a window stands.</summary>
    public int LabelPoint(int window) => (window * Stride) + Length - 1 + Horizon;

    /// <summary>Where in the series each window begins.</summary>
    public int[] Starts()
    {
        int[] starts = new int[Count];
        for (int window = 0; window < starts.Length; window++)
        {
            starts[window] = window * Stride * Columns;
        }

        return starts;
    }
}
