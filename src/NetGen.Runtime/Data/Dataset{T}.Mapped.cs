using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen;

/// <content>Sets whose features stay in a mapped file.</content>
public sealed partial class Dataset<T>
{
    /// <summary>
    /// A set whose features stay in a file, and labels, which are in memory: for data that are larger than memory. Rows are read and converted when they are
    /// used, also where the set is sliced, shuffled, split, divided and scaled: only <see cref="X"/> and a batch of the whole set read all of them at once.
    /// </summary>
    /// <remarks>
    /// A file of floating-point numbers is read once here, so that numbers that are not finite, or that T cannot hold, are refused as those in memory are. An
    /// example takes its label and 4 bytes of memory. The file must stay open as long as sets of it are used: see <see cref="MappedArray"/>.
    /// </remarks>
    /// <param name="x">The features (m, ...).</param>
    /// <param name="y">The labels (m, outputSize), one example after the other.</param>
    /// <param name="outputSize">The label values of an example.</param>
    /// <param name="nonFinite">What to do with NaN and infinities.</param>
    /// <exception cref="ArgumentException">
    /// x and y hold different numbers of examples, there is none, T cannot hold a number, or a value is not finite and not to be kept.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The file has been closed.</exception>
    public static Dataset<T> FromArrays(MappedArray x, ReadOnlySpan<T> y, int outputSize, NonFinite nonFinite = NonFinite.Refuse)
    {
        int count = CountRows(x);
        RequireLabels(count, y, outputSize);
        RequireFinite(y, outputSize, Layout.Rows, nameof(y), nonFinite);
        return OfMapped(x, Copy(y), outputSize, default, nonFinite);
    }

    /// <summary>A set whose features stay in a file, and class indices, which become one-hot rows; see the overload with labels that are numbers.</summary>
    /// <param name="x">The features (m, ...).</param>
    /// <param name="classes">The class of each example (m), 0 to classCount - 1; or rows of labels that are whole numbers (m, classCount).</param>
    /// <param name="classCount">The number of classes, which is the set's <see cref="Dataset.OutputSize"/>.</param>
    /// <param name="nonFinite">What to do with NaN and infinities among the features.</param>
    /// <exception cref="ArgumentException">
    /// x and classes hold different numbers of examples, a class is out of range, there is no example, T cannot hold a feature, or a feature is not finite and
    /// not to be kept.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The file has been closed.</exception>
    [OverloadResolutionPriority(1)]
    public static Dataset<T> FromArrays(MappedArray x, ReadOnlySpan<int> classes, int classCount, NonFinite nonFinite = NonFinite.Refuse)
    {
        int count = CountRows(x);
        (Memory<T> y, int[] numbers) = WholeNumbers(count, classes, classCount, Layout.Rows);
        return OfMapped(x, y, classCount, numbers, nonFinite);
    }

    /// <summary>A set whose features stay in a file, and labels from another; see the overload with labels in a span.</summary>
    /// <param name="x">The features (m, ...).</param>
    /// <param name="y">The labels (m) or (m, ...).</param>
    /// <param name="nonFinite">What to do with NaN and infinities.</param>
    /// <exception cref="ArgumentException">
    /// x and y hold different numbers of examples, there is none, T cannot hold a number, or a value is not finite and not to be kept.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The file has been closed.</exception>
    public static Dataset<T> FromArrays(MappedArray x, NdArray y, NonFinite nonFinite = NonFinite.Refuse)
    {
        int count = CountRows(x);
        RequireSameCount(count, CountRows(y, nameof(y)));
        return OfMapped(x, Convert(y, nameof(y), nonFinite), y.RowLength, default, nonFinite);
    }

    /// <summary>A set whose features stay in a file, and class indices from another; see the overload with labels in a span.</summary>
    /// <param name="x">The features (m, ...).</param>
    /// <param name="classes">The class of each example (m), 0 to classCount - 1; or rows of labels that are whole numbers (m, classCount).</param>
    /// <param name="classCount">The number of classes, which is the set's <see cref="Dataset.OutputSize"/>.</param>
    /// <param name="nonFinite">What to do with NaN and infinities among the features.</param>
    /// <exception cref="ArgumentException">
    /// x and classes hold different numbers of examples, a class is out of range, there is no example, T cannot hold a feature, or a feature is not finite and
    /// not to be kept.
    /// </exception>
    /// <exception cref="OverflowException">A class is not a whole number.</exception>
    /// <exception cref="ObjectDisposedException">The file has been closed.</exception>
    public static Dataset<T> FromArrays(MappedArray x, NdArray classes, int classCount, NonFinite nonFinite = NonFinite.Refuse)
    {
        ArgumentNullException.ThrowIfNull(classes);
        return FromArrays(x, classes.ToArray<int>(), classCount, nonFinite);
    }

    private static Dataset<T> OfMapped(MappedArray x, Memory<T> y, int outputSize, int[]? classes, NonFinite nonFinite)
    {
        RequireFinite(x, nonFinite);
        int[] rows = new int[x.RowCount];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
        }

        return new(default, x.RowLength, y, outputSize, classes, nonFinite, rows, new MappedRows<T>(x));
    }

    private static int CountRows(MappedArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.RowCount > 0 && x.RowLength > 0
            ? x.RowCount
            : throw new ArgumentException($"x is empty ({x.File}: {x}), but a dataset needs at least one example.", nameof(x));
    }

    /// <summary>Goes through a file once, where its numbers may be what is refused.</summary>
    private static void RequireFinite(MappedArray x, NonFinite nonFinite)
    {
        bool mayOverflow = typeof(T) == typeof(float) && x.ElementType == typeof(double);
        bool mayBeNonFinite = x.ElementType == typeof(Half) || x.ElementType == typeof(float) || x.ElementType == typeof(double);
        if (!mayOverflow && !(mayBeNonFinite && nonFinite == NonFinite.Refuse))
        {
            return;
        }

        T[] values = new T[x.RowLength];
        for (int row = 0; row < x.RowCount; row++)
        {
            try
            {
                x.CopyRows<T>(row, values);
            }
            catch (OverflowException overflow)
            {
                RefuseOverflow(x, row, overflow);
                throw;
            }

            if (nonFinite == NonFinite.Refuse && FiniteScan.IndexOfNonFinite<T>(values) is >= 0 and int column)
            {
                throw NotFinite(values[column], PlaceAt(row, column, Layout.Rows, nameof(x)), nameof(x));
            }
        }
    }

    private static void RefuseOverflow(MappedArray x, int row, OverflowException overflow)
    {
        double[] numbers = new double[x.RowLength];
        x.CopyRows<double>(row, numbers);
        if (Array.FindIndex(numbers, static number => double.IsFinite(number) && !T.IsFinite(T.CreateTruncating(number))) is >= 0 and int column)
        {
            throw CannotHold(numbers[column], PlaceAt(row, column, Layout.Rows, nameof(x)), nameof(x), overflow);
        }
    }
}
