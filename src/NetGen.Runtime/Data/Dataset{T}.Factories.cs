using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen;

/// <content>
/// How a set is made: every factory copies, so the set stays what it is whatever happens to the arguments. Of two overloads the one with numbers as labels
/// comes first, because a list of labels such as 0, 1, 1, 0 would otherwise be taken for class indices.
/// </content>
public sealed partial class Dataset<T>
{
    /// <summary>A set from rows of features and rows of labels.</summary>
    /// <param name="x">The features (m, inputSize), one example after the other.</param>
    /// <param name="inputSize">The features of an example.</param>
    /// <param name="y">The labels (m, outputSize), one example after the other.</param>
    /// <param name="outputSize">The label values of an example.</param>
    /// <exception cref="ArgumentException">A length is no multiple of its size, x and y hold different numbers of examples, or there is none.</exception>
    [OverloadResolutionPriority(1)]
    public static Dataset<T> FromRows(ReadOnlySpan<T> x, int inputSize, ReadOnlySpan<T> y, int outputSize)
    {
        int count = CountExamples(x, inputSize, nameof(x), "inputs");
        RequireSameCount(count, CountExamples(y, outputSize, nameof(y), "outputs"));
        return new(Copy(x), inputSize, Copy(y), outputSize, default);
    }

    /// <summary>A set from rows of features and class indices, which become one-hot rows.</summary>
    /// <param name="x">The features (m, inputSize), one example after the other.</param>
    /// <param name="inputSize">The features of an example.</param>
    /// <param name="classes">The class of each example (m), 0 to classCount - 1.</param>
    /// <param name="classCount">The number of classes, which is the set's <see cref="Dataset.OutputSize"/>.</param>
    /// <exception cref="ArgumentException">
    /// A length is no multiple of its size, x and classes hold different numbers of examples, a class is out of range, or there is no example.
    /// </exception>
    public static Dataset<T> FromRows(ReadOnlySpan<T> x, int inputSize, ReadOnlySpan<int> classes, int classCount)
    {
        RequireSameCount(CountExamples(x, inputSize, nameof(x), "inputs"), classes.Length, nameof(classes));
        Memory<T> y = OneHot(classes, classCount);
        return new(Copy(x), inputSize, y, classCount, classes.ToArray());
    }

    /// <summary>A set from column-stacked data, in which example i is column i, as X and Y are in the notes: transposed once, here.</summary>
    /// <param name="x">The features (inputSize, m): feature 0 of all examples, then feature 1, ...</param>
    /// <param name="inputSize">The features of an example.</param>
    /// <param name="y">The labels (outputSize, m).</param>
    /// <param name="outputSize">The label values of an example.</param>
    /// <exception cref="ArgumentException">A length is no multiple of its size, x and y hold different numbers of examples, or there is none.</exception>
    [OverloadResolutionPriority(1)]
    public static Dataset<T> FromColumns(ReadOnlySpan<T> x, int inputSize, ReadOnlySpan<T> y, int outputSize)
    {
        int count = CountExamples(x, inputSize, nameof(x), "inputs");
        RequireSameCount(count, CountExamples(y, outputSize, nameof(y), "outputs"));
        return new(Transpose(x, inputSize), inputSize, Transpose(y, outputSize), outputSize, default);
    }

    /// <summary>A set from column-stacked features and class indices, which become one-hot rows.</summary>
    /// <param name="x">The features (inputSize, m): feature 0 of all examples, then feature 1, ...</param>
    /// <param name="inputSize">The features of an example.</param>
    /// <param name="classes">The class of each example (m), 0 to classCount - 1.</param>
    /// <param name="classCount">The number of classes, which is the set's <see cref="Dataset.OutputSize"/>.</param>
    /// <exception cref="ArgumentException">
    /// A length is no multiple of its size, x and classes hold different numbers of examples, a class is out of range, or there is no example.
    /// </exception>
    public static Dataset<T> FromColumns(ReadOnlySpan<T> x, int inputSize, ReadOnlySpan<int> classes, int classCount)
    {
        RequireSameCount(CountExamples(x, inputSize, nameof(x), "inputs"), classes.Length, nameof(classes));
        Memory<T> y = OneHot(classes, classCount);
        return new(Transpose(x, inputSize), inputSize, y, classCount, classes.ToArray());
    }

    /// <summary>A set from arrays whose rows are examples.</summary>
    /// <param name="x">The features (m, InputSize).</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <exception cref="ArgumentException">x and y hold different numbers of examples, or there is none.</exception>
    public static Dataset<T> FromArrays(T[,] x, T[,] y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return FromRows(Flatten(x), x.GetLength(1), Flatten(y), y.GetLength(1));
    }

    /// <summary>A set from an array whose rows are examples, and class indices, which become one-hot rows.</summary>
    /// <param name="x">The features (m, InputSize).</param>
    /// <param name="classes">The class of each example (m), 0 to classCount - 1.</param>
    /// <param name="classCount">The number of classes, which is the set's <see cref="Dataset.OutputSize"/>.</param>
    /// <exception cref="ArgumentException">x and classes hold different numbers of examples, a class is out of range, or there is no example.</exception>
    public static Dataset<T> FromArrays(T[,] x, ReadOnlySpan<int> classes, int classCount)
    {
        ArgumentNullException.ThrowIfNull(x);
        return FromRows(Flatten(x), x.GetLength(1), classes, classCount);
    }

    /// <summary>A set from arrays as files hold them: all dimensions but the first make up an example, so pictures are flattened in C order.</summary>
    /// <param name="x">The features (m, ...).</param>
    /// <param name="y">The labels (m) or (m, ...).</param>
    /// <exception cref="ArgumentException">x and y hold different numbers of examples, or there is none.</exception>
    public static Dataset<T> FromArrays(NdArray x, NdArray y)
    {
        int count = CountRows(x, nameof(x));
        RequireSameCount(count, CountRows(y, nameof(y)));
        return new(Convert(x), x.RowLength, Convert(y), y.RowLength, default);
    }

    /// <summary>A set from arrays as files hold them, the labels being class indices, which become one-hot rows.</summary>
    /// <param name="x">The features (m, ...).</param>
    /// <param name="classes">The class of each example (m), 0 to classCount - 1.</param>
    /// <param name="classCount">The number of classes, which is the set's <see cref="Dataset.OutputSize"/>.</param>
    /// <exception cref="ArgumentException">x and classes hold different numbers of examples, a class is out of range, or there is no example.</exception>
    /// <exception cref="OverflowException">A class is not a whole number.</exception>
    public static Dataset<T> FromArrays(NdArray x, NdArray classes, int classCount)
    {
        int count = CountRows(x, nameof(x));
        ArgumentNullException.ThrowIfNull(classes);
        RequireSameCount(count, classes.Count, nameof(classes));
        int[] indices = classes.ToArray<int>();
        Memory<T> y = OneHot(indices, classCount);
        return new(Convert(x), x.RowLength, y, classCount, indices);
    }

    private static int CountRows(NdArray array, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(array, parameterName);
        if (array.Count == 0)
            throw new ArgumentException($"{parameterName} is empty ({array}), but a dataset needs at least one example.", parameterName);
        return array.RowCount;
    }

    private static Memory<T> Convert(NdArray array)
    {
        Memory<T> values = AlignedMemory.Allocate<T>(array.Count);
        array.CopyTo(values.Span);
        return values;
    }

    private static int CountExamples(ReadOnlySpan<T> values, int size, string parameterName, string what)
    {
        if (size < 1)
            throw new ArgumentException($"{parameterName} has {size} {what} an example, but an example needs at least 1.", parameterName);
        if (values.IsEmpty)
            throw new ArgumentException($"{parameterName} is empty, but a dataset needs at least one example.", parameterName);
        if (values.Length % size != 0)
        {
            throw new ArgumentException(
                $"{parameterName} holds {values.Length} values, but an example has {size} {what}: the length must be a multiple of {size}.", parameterName);
        }

        return values.Length / size;
    }

    private static void RequireSameCount(int count, int labelCount, string parameterName = "y")
    {
        if (labelCount != count)
            throw new ArgumentException($"x holds {count} examples, but {parameterName} holds {labelCount}: each example needs its label.", parameterName);
    }

    private static Memory<T> OneHot(ReadOnlySpan<int> classes, int classCount)
    {
        if (classCount < 2)
        {
            throw new ArgumentException(
                $"There are {classCount} classes, but class indices need at least 2: pass the labels of a single output as numbers, with outputSize 1.",
                nameof(classCount));
        }

        Memory<T> rows = AlignedMemory.Allocate<T>((long)classes.Length * classCount);
        Span<T> values = rows.Span;
        values.Clear();
        for (int i = 0; i < classes.Length; i++)
        {
            if ((uint)classes[i] >= (uint)classCount)
            {
                throw new ArgumentException(
                    $"Example {i} is of class {classes[i]}, but there are {classCount} classes: a class must lie between 0 and {classCount - 1}.",
                    nameof(classes));
            }

            values[(i * classCount) + classes[i]] = T.One;
        }

        return rows;
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
                        destination[(example * size) + feature] = columns[(feature * count) + example];
                }
            }
        }

        return rows;
    }

    private static ReadOnlySpan<T> Flatten(T[,] array) =>
        array.Length == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference((Array)array)), array.Length);
}
