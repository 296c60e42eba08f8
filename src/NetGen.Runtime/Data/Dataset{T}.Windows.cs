using System.Runtime.CompilerServices;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <content>Windows over a series: examples that overlap and share one copy of it.</content>
public sealed partial class Dataset<T>
{
    /// <summary>
    /// A set of windows over a series, such as 24 hours of measurements and what is measured an hour later. Window i holds the rows i stride to
    /// i stride + length - 1, as features (length, columns); its label stands in row i stride + length - 1 + horizon of y.
    /// </summary>
    /// <remarks>
    /// The series is copied once, however many windows overlap: a window costs its label and 4 bytes. That stays so when the set is sliced, shuffled, split,
    /// divided, trained and evaluated with; <see cref="X"/>, batches of the whole set and scaling make the copy (m, length columns). Scale a series before its
    /// windows are cut. Windows on both sides of a random split overlap, so that the test set is known from training: split with <see cref="Take"/> and
    /// <see cref="Slice"/>, with (length - 1 + horizon) / stride windows, rounded down, left out between.
    /// </remarks>
    /// <param name="series">The values (n, columns), one point in time after the other.</param>
    /// <param name="columns">The values of a point in time.</param>
    /// <param name="length">The points in time of a window.</param>
    /// <param name="y">The labels (n, outputSize), a row for each point in time: to predict the series itself, the series.</param>
    /// <param name="outputSize">The label values of an example.</param>
    /// <param name="horizon">How many points in time after the last one of a window its label stands; 0: at the last one.</param>
    /// <param name="stride">How many points in time after a window the next one begins.</param>
    /// <param name="nonFinite">What to do with NaN and infinities in windows and in their labels.</param>
    /// <exception cref="ArgumentException">
    /// A length is no multiple of its size, series and y hold different numbers of points, there are too few for one window and its label, or a value is not
    /// finite and not to be kept.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">length or stride is not positive, or horizon is negative.</exception>
    public static Dataset<T> FromWindows(
        ReadOnlySpan<T> series,
        int columns,
        int length,
        ReadOnlySpan<T> y,
        int outputSize,
        int horizon = 1,
        int stride = 1,
        NonFinite nonFinite = NonFinite.Refuse)
    {
        WindowPlan plan = WindowPlan.Of(CountExamples(series, columns, nameof(series), nameof(columns), "values"), columns, length, horizon, stride);
        plan.RequirePoints(CountExamples(y, outputSize, nameof(y), nameof(outputSize), "outputs"), nameof(y));
        Memory<T> labels = AlignedMemory.Allocate<T>((long)plan.Count * outputSize);
        for (int window = 0; window < plan.Count; window++)
        {
            ReadOnlySpan<T> label = y.Slice(plan.LabelPoint(window) * outputSize, outputSize);
            RequireFinitePoint(label, plan.LabelPoint(window), nameof(y), nonFinite);
            label.CopyTo(labels.Span[(window * outputSize)..]);
        }

        return OfWindows(series, plan, labels, outputSize, [], nonFinite);
    }

    /// <summary>A set of windows over a series and class indices, which become one-hot rows; see the overload with labels that are numbers.</summary>
    /// <param name="series">The values (n, columns), one point in time after the other.</param>
    /// <param name="columns">The values of a point in time.</param>
    /// <param name="length">The points in time of a window.</param>
    /// <param name="classes">The class of each point in time (n), 0 to classCount - 1. Those that are no window's label may be anything.</param>
    /// <param name="classCount">The number of classes, at least 2, which is the set's <see cref="Dataset.OutputSize"/>.</param>
    /// <param name="horizon">How many points in time after the last one of a window its label stands; 0: at the last one.</param>
    /// <param name="stride">How many points in time after a window the next one begins.</param>
    /// <param name="nonFinite">What to do with NaN and infinities in windows.</param>
    /// <exception cref="ArgumentException">
    /// A length is no multiple of its size, series and classes hold different numbers of points, there are too few for one window and its label, a class is out
    /// of range, or a value is not finite and not to be kept.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">length or stride is not positive, horizon is negative, or there are fewer than 2 classes.</exception>
    [OverloadResolutionPriority(1)]
    public static Dataset<T> FromWindows(
        ReadOnlySpan<T> series,
        int columns,
        int length,
        ReadOnlySpan<int> classes,
        int classCount,
        int horizon = 1,
        int stride = 1,
        NonFinite nonFinite = NonFinite.Refuse)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 2);
        WindowPlan plan = WindowPlan.Of(CountExamples(series, columns, nameof(series), nameof(columns), "values"), columns, length, horizon, stride);
        plan.RequirePoints(classes.Length, nameof(classes));
        int[] labels = new int[plan.Count];
        for (int window = 0; window < labels.Length; window++)
        {
            labels[window] = classes[plan.LabelPoint(window)];
        }

        return OfWindows(series, plan, OneHot(labels, classCount), classCount, labels, nonFinite);
    }

    private static Dataset<T> OfWindows(ReadOnlySpan<T> series, WindowPlan plan, Memory<T> y, int outputSize, int[] classes, NonFinite nonFinite)
    {
        ReadOnlySpan<T> used = series[..plan.UsedValues];
        if (FiniteScan.IndexOfNonFinite(used) is >= 0 and int index)
        {
            int point = index / plan.Columns;
            RequireFinitePoint(used.Slice(point * plan.Columns, plan.Columns), point, nameof(series), nonFinite);
        }

        // Windows that do not overlap lie one after the other: such a set is like any other.
        int[] starts = plan.Stride == plan.Length ? [] : plan.Starts();
        return new(Copy(used), plan.Size, y, outputSize, classes, nonFinite, starts);
    }

    private static void RequireFinitePoint(ReadOnlySpan<T> values, int point, string parameterName, NonFinite nonFinite)
    {
        if (nonFinite == NonFinite.Refuse && FiniteScan.IndexOfNonFinite(values) is >= 0 and int column)
        {
            throw new ArgumentException(
                Text($"{parameterName} holds {Value(values[column])} in row {point}, column {column}, but an example that is learned from is made of finite ")
                    + $"numbers: repair it, or keep it with {nameof(NonFinite)}.{nameof(NonFinite.Keep)}.",
                parameterName);
        }
    }
}
