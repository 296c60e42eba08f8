using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen;

/// <content>
/// How a set is made: every factory copies, so the set stays what it is whatever happens to the arguments. Labels that are whole numbers of type int follow one
/// rule everywhere: as many as examples are class indices, as many as outputs in all are rows. A list of literals such as [0, 2, 1] is ints.
/// </content>
public sealed partial class Dataset<T>
{
    /// <summary>A set from rows of features and rows of labels.</summary>
    /// <param name="x">The features (m, inputSize), one example after the other.</param>
    /// <param name="inputSize">The features of an example.</param>
    /// <param name="y">The labels (m, outputSize), one example after the other.</param>
    /// <param name="outputSize">The label values of an example.</param>
    /// <param name="nonFinite">What to do with NaN and infinities.</param>
    /// <exception cref="ArgumentException">
    /// A length is no multiple of its size, x and y hold different numbers of examples, there is none, or a value is not finite and not to be kept.
    /// </exception>
    public static Dataset<T> FromRows(ReadOnlySpan<T> x, int inputSize, ReadOnlySpan<T> y, int outputSize, NonFinite nonFinite = NonFinite.Refuse)
    {
        int count = CountExamples(x, inputSize, nameof(x), nameof(inputSize), "inputs");
        RequireLabels(count, y, outputSize);
        RequireFinite(x, inputSize, Layout.Rows, nameof(x), nonFinite);
        RequireFinite(y, outputSize, Layout.Rows, nameof(y), nonFinite);
        return new(Copy(x), inputSize, Copy(y), outputSize, default, nonFinite);
    }

    /// <summary>A set from rows of features and class indices, which become one-hot rows.</summary>
    /// <param name="x">The features (m, inputSize), one example after the other.</param>
    /// <param name="inputSize">The features of an example.</param>
    /// <param name="classes">
    /// The class of each example (m), 0 to classCount - 1; or rows of labels that are whole numbers (m, classCount). With a classCount of 1 both are the same:
    /// the numbers are the labels of the only output.
    /// </param>
    /// <param name="classCount">The number of classes, which is the set's <see cref="Dataset.OutputSize"/>.</param>
    /// <param name="nonFinite">What to do with NaN and infinities among the features.</param>
    /// <exception cref="ArgumentException">
    /// A length is no multiple of its size, x and classes hold different numbers of examples, a class is out of range, there is no example, or a feature is not
    /// finite and not to be kept.
    /// </exception>
    [OverloadResolutionPriority(1)]
    public static Dataset<T> FromRows(
        ReadOnlySpan<T> x, int inputSize, ReadOnlySpan<int> classes, int classCount, NonFinite nonFinite = NonFinite.Refuse)
    {
        int count = CountExamples(x, inputSize, nameof(x), nameof(inputSize), "inputs");
        (Memory<T> y, int[] numbers) = WholeNumbers(count, classes, classCount, Layout.Rows);
        RequireFinite(x, inputSize, Layout.Rows, nameof(x), nonFinite);
        return new(Copy(x), inputSize, y, classCount, numbers, nonFinite);
    }

    /// <summary>A set from column-stacked data, in which example i is column i, as X and Y are in the notes: transposed once, here.</summary>
    /// <param name="x">The features (inputSize, m): feature 0 of all examples, then feature 1, ...</param>
    /// <param name="inputSize">The features of an example.</param>
    /// <param name="y">The labels (outputSize, m).</param>
    /// <param name="outputSize">The label values of an example.</param>
    /// <param name="nonFinite">What to do with NaN and infinities.</param>
    /// <exception cref="ArgumentException">
    /// A length is no multiple of its size, x and y hold different numbers of examples, there is none, or a value is not finite and not to be kept.
    /// </exception>
    public static Dataset<T> FromColumns(ReadOnlySpan<T> x, int inputSize, ReadOnlySpan<T> y, int outputSize, NonFinite nonFinite = NonFinite.Refuse)
    {
        int count = CountExamples(x, inputSize, nameof(x), nameof(inputSize), "inputs");
        RequireLabels(count, y, outputSize);
        RequireFinite(x, inputSize, Layout.Columns, nameof(x), nonFinite);
        RequireFinite(y, outputSize, Layout.Columns, nameof(y), nonFinite);
        return new(Transpose(x, inputSize), inputSize, Transpose(y, outputSize), outputSize, default, nonFinite);
    }

    /// <summary>A set from column-stacked features and class indices, which become one-hot rows.</summary>
    /// <param name="x">The features (inputSize, m): feature 0 of all examples, then feature 1, ...</param>
    /// <param name="inputSize">The features of an example.</param>
    /// <param name="classes">
    /// The class of each example (m), 0 to classCount - 1; or column-stacked labels that are whole numbers (classCount, m). With a classCount of 1 both are the
    /// same: the numbers are the labels of the only output.
    /// </param>
    /// <param name="classCount">The number of classes, which is the set's <see cref="Dataset.OutputSize"/>.</param>
    /// <param name="nonFinite">What to do with NaN and infinities among the features.</param>
    /// <exception cref="ArgumentException">
    /// A length is no multiple of its size, x and classes hold different numbers of examples, a class is out of range, there is no example, or a feature is not
    /// finite and not to be kept.
    /// </exception>
    [OverloadResolutionPriority(1)]
    public static Dataset<T> FromColumns(
        ReadOnlySpan<T> x, int inputSize, ReadOnlySpan<int> classes, int classCount, NonFinite nonFinite = NonFinite.Refuse)
    {
        int count = CountExamples(x, inputSize, nameof(x), nameof(inputSize), "inputs");
        (Memory<T> y, int[] numbers) = WholeNumbers(count, classes, classCount, Layout.Columns);
        RequireFinite(x, inputSize, Layout.Columns, nameof(x), nonFinite);
        return new(Transpose(x, inputSize), inputSize, y, classCount, numbers, nonFinite);
    }

    /// <summary>A set from arrays whose rows are examples.</summary>
    /// <param name="x">The features (m, InputSize).</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="nonFinite">What to do with NaN and infinities.</param>
    /// <exception cref="ArgumentException">
    /// x and y hold different numbers of examples, there is none, or a value is not finite and not to be kept.
    /// </exception>
    public static Dataset<T> FromArrays(T[,] x, T[,] y, NonFinite nonFinite = NonFinite.Refuse)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return FromRows(Flatten(x), x.GetLength(1), Flatten(y), y.GetLength(1), nonFinite);
    }

    /// <summary>A set from an array whose rows are examples, and class indices, which become one-hot rows.</summary>
    /// <param name="x">The features (m, InputSize).</param>
    /// <param name="classes">The class of each example (m), 0 to classCount - 1; or rows of labels that are whole numbers (m, classCount).</param>
    /// <param name="classCount">The number of classes, which is the set's <see cref="Dataset.OutputSize"/>.</param>
    /// <param name="nonFinite">What to do with NaN and infinities among the features.</param>
    /// <exception cref="ArgumentException">
    /// x and classes hold different numbers of examples, a class is out of range, there is no example, or a feature is not finite and not to be kept.
    /// </exception>
    public static Dataset<T> FromArrays(T[,] x, ReadOnlySpan<int> classes, int classCount, NonFinite nonFinite = NonFinite.Refuse)
    {
        ArgumentNullException.ThrowIfNull(x);
        return FromRows(Flatten(x), x.GetLength(1), classes, classCount, nonFinite);
    }

    /// <summary>
    /// A set from arrays as files hold them: all dimensions but the first make up an example, so pictures are flattened in C order. Labels that are class
    /// numbers need the overload with a classCount: here, (m) labels are the values of one output.
    /// </summary>
    /// <param name="x">The features (m, ...).</param>
    /// <param name="y">The labels (m) or (m, ...).</param>
    /// <param name="nonFinite">What to do with NaN and infinities.</param>
    /// <exception cref="ArgumentException">
    /// x and y hold different numbers of examples, there is none, T cannot hold a number, or a value is not finite and not to be kept.
    /// </exception>
    public static Dataset<T> FromArrays(NdArray x, NdArray y, NonFinite nonFinite = NonFinite.Refuse)
    {
        int count = CountRows(x, nameof(x));
        RequireSameCount(count, CountRows(y, nameof(y)));
        return new(Convert(x, nameof(x), nonFinite), x.RowLength, Convert(y, nameof(y), nonFinite), y.RowLength, default, nonFinite);
    }

    /// <summary>A set from arrays as files hold them, the labels being class indices, which become one-hot rows.</summary>
    /// <param name="x">The features (m, ...).</param>
    /// <param name="classes">The class of each example (m), 0 to classCount - 1; or rows of labels that are whole numbers (m, classCount).</param>
    /// <param name="classCount">The number of classes, which is the set's <see cref="Dataset.OutputSize"/>.</param>
    /// <param name="nonFinite">What to do with NaN and infinities among the features.</param>
    /// <exception cref="ArgumentException">
    /// x and classes hold different numbers of examples, a class is out of range, there is no example, T cannot hold a feature, or a feature is not finite and
    /// not to be kept.
    /// </exception>
    /// <exception cref="OverflowException">A class is not a whole number.</exception>
    public static Dataset<T> FromArrays(NdArray x, NdArray classes, int classCount, NonFinite nonFinite = NonFinite.Refuse)
    {
        int count = CountRows(x, nameof(x));
        ArgumentNullException.ThrowIfNull(classes);
        (Memory<T> y, int[] numbers) = WholeNumbers(count, classes.ToArray<int>(), classCount, Layout.Rows);
        return new(Convert(x, nameof(x), nonFinite), x.RowLength, y, classCount, numbers, nonFinite);
    }

    /// <summary>A set from objects, such as records read from a database: the columns say which numbers of a row are features and which are labels.</summary>
    /// <param name="rows">The rows, gone through once; each is an example.</param>
    /// <param name="columns">What is taken from each, at least one feature and one label.</param>
    /// <param name="nonFinite">What to do with NaN and infinities.</param>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <exception cref="ArgumentException">
    /// columns has no feature or no label, there is no row, a row is null or has another number of numbers than its column, a class is out of range, or a value
    /// is not finite and not to be kept.
    /// </exception>
    public static Dataset<T> From<TRow>(IEnumerable<TRow> rows, RowColumns<TRow, T> columns, NonFinite nonFinite = NonFinite.Refuse)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.InputSize == 0 || columns.OutputSize == 0)
        {
            throw new ArgumentException(
                $"columns has no {(columns.InputSize == 0 ? "feature" : "label")}, but an example needs at least one of both.", nameof(columns));
        }

        RowExamples<T> examples = columns.Read(rows, nonFinite);
        if (examples.Count == 0)
        {
            throw new ArgumentException("rows is empty, but a dataset needs at least one example.", nameof(rows));
        }

        int[] classes = [.. examples.Classes];
        Memory<T> y = classes.Length > 0 ? OneHot(classes, columns.OutputSize) : examples.Y;
        return new(examples.X, columns.InputSize, y, columns.OutputSize, classes, nonFinite);
    }

    private static Memory<T> Copy(ReadOnlySpan<T> values)
    {
        Memory<T> copy = AlignedMemory.Allocate<T>(values.Length);
        values.CopyTo(copy.Span);
        return copy;
    }

    private static Memory<T> Transpose(ReadOnlySpan<T> columns, int size)
    {
        // Square blocks, so that the cache lines read and the cache lines written are both used up while they are near.
        const int Block = 16;
        int count = columns.Length / size;
        Memory<T> rows = AlignedMemory.Allocate<T>(columns.Length);
        Span<T> destination = rows.Span;
        for (int firstExample = 0; firstExample < count; firstExample += Block)
        {
            int endExample = Math.Min(firstExample + Block, count);
            for (int firstFeature = 0; firstFeature < size; firstFeature += Block)
            {
                int endFeature = Math.Min(firstFeature + Block, size);
                for (int feature = firstFeature; feature < endFeature; feature++)
                {
                    for (int example = firstExample; example < endExample; example++)
                    {
                        destination[(example * size) + feature] = columns[(feature * count) + example];
                    }
                }
            }
        }

        return rows;
    }

    private static ReadOnlySpan<T> Flatten(T[,] array) =>
        array.Length == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference((Array)array)), array.Length);
}
