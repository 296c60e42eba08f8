using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <content>Labels that are whole numbers: class indices, or rows.</content>
public sealed partial class Dataset<T>
{
    /// <summary>Labels of type int as rows (m, outputs), and the class indices where that is what they are.</summary>
    private static (Memory<T> Rows, int[] Classes) WholeNumbers(int count, ReadOnlySpan<int> classes, int classCount, Layout layout)
    {
        if (classCount < 1)
        {
            throw new ArgumentException(Text($"There are {classCount} classes, but there must be at least 1."), nameof(classCount));
        }

        if (classCount > 1 && classes.Length == count)
        {
            return (OneHot(classes, classCount), classes.ToArray());
        }

        if (classes.Length != (long)count * classCount)
        {
            string rows = classCount == 1 ? "" : Text($", or {(long)count * classCount} numbers as rows of {classCount} labels");
            throw new ArgumentException(
                Text($"x holds {count} examples, but classes holds {classes.Length}: each example needs its label{rows}."), nameof(classes));
        }

        T[] labels = new T[classes.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = T.CreateTruncating(classes[i]);
        }

        return (layout == Layout.Columns ? Transpose(labels, classCount) : Copy(labels), []);
    }

    private static Memory<T> OneHot(ReadOnlySpan<int> classes, int classCount)
    {
        int offender = classes.IndexOfAnyExceptInRange(0, classCount - 1);
        if (offender >= 0)
        {
            throw new ArgumentException(
                Text($"Example {offender} is of class {classes[offender]}, but there are {classCount} classes: ")
                + Text($"a class must lie between 0 and {classCount - 1}."),
                nameof(classes));
        }

        Memory<T> rows = AlignedMemory.Allocate<T>((long)classes.Length * classCount);
        Span<T> values = rows.Span;
        values.Clear();
        for (int i = 0; i < classes.Length; i++)
        {
            values[(i * classCount) + classes[i]] = T.One;
        }

        return rows;
    }
}
