using System.Globalization;
using NetGen.CompilerServices;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <content>The checks of what a set is made from, each once for each array.</content>
public sealed partial class Dataset<T>
{
    /// <summary>Where the examples of an array are.</summary>
    private enum Layout
    {
        Rows,
        Columns,
    }

    private static string ElementName => typeof(T) == typeof(float) ? "float" : "double";

    private static int CountExamples(ReadOnlySpan<T> values, int size, string parameterName, string sizeName, string what)
    {
        if (size < 1)
        {
            throw new ArgumentException(Text($"{parameterName} has {size} {what} an example, but an example needs at least 1."), sizeName);
        }

        if (values.IsEmpty)
        {
            throw new ArgumentException($"{parameterName} is empty, but a dataset needs at least one example.", parameterName);
        }

        if (values.Length % size != 0)
        {
            throw new ArgumentException(
                Text($"{parameterName} holds {values.Length} values, but an example has {size} {what}: the length must be a multiple of {size}."),
                parameterName);
        }

        return values.Length / size;
    }

    private static int CountRows(NdArray array, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(array, parameterName);
        if (array.Count == 0)
        {
            throw new ArgumentException($"{parameterName} is empty ({array}), but a dataset needs at least one example.", parameterName);
        }

        return array.RowCount;
    }

    private static void RequireLabels(int count, ReadOnlySpan<T> y, int outputSize)
    {
        if (outputSize > 1 && y.Length == count && LabelGuard.LookLikeClasses(y, outputSize))
        {
            throw new ArgumentException(
                Text($"x holds {count} examples and y as many values, but {outputSize} outputs need {(long)count * outputSize} labels: ")
                + Text($"pass class indices as int, with a classCount of {outputSize}."),
                nameof(y));
        }

        RequireSameCount(count, CountExamples(y, outputSize, nameof(y), nameof(outputSize), "outputs"));
    }

    private static void RequireSameCount(int count, int labelCount, string parameterName = "y")
    {
        if (labelCount != count)
        {
            throw new ArgumentException(
                Text($"x holds {count} examples, but {parameterName} holds {labelCount}: each example needs its label."), parameterName);
        }
    }

    private static void RequireFinite(ReadOnlySpan<T> values, int size, Layout layout, string parameterName, NonFinite nonFinite)
    {
        if (nonFinite == NonFinite.Keep)
        {
            return;
        }

        int index = FiniteScan.IndexOfNonFinite(values);
        if (index < 0)
        {
            return;
        }

        string place = Place(index, layout == Layout.Rows ? size : values.Length / size, layout, parameterName);
        throw NotFinite(values[index], place, parameterName);
    }

    private static ArgumentException NotFinite(T value, string place, string parameterName) => new(
        Text($"{parameterName} holds {Value(value)} in {place}, but an example that is learned from is made of finite numbers: repair it, ")
            + $"leave the example out, or keep it with {nameof(NonFinite)}.{nameof(NonFinite.Keep)}.",
        parameterName);

    /// <summary>The numbers of an array as T.</summary>
    private static Memory<T> Convert(NdArray array, string parameterName, NonFinite nonFinite)
    {
        Memory<T> values = AlignedMemory.Allocate<T>(array.Count);
        try
        {
            array.CopyTo(values.Span);
        }
        catch (OverflowException overflow)
        {
            RefuseOverflow(array, parameterName, overflow);
            throw;
        }

        if (nonFinite == NonFinite.Refuse && FiniteScan.IndexOfNonFinite<T>(values.Span) >= 0)
        {
            RefuseOverflow(array, parameterName, null);
        }

        RequireFinite(values.Span, array.RowLength, Layout.Rows, parameterName, nonFinite);
        return values;
    }

    /// <summary>
    /// Throws where the first number that is not finite as T is a number that T cannot hold; where it was not finite before, that is another mistake.
    /// </summary>
    private static void RefuseOverflow(NdArray array, string parameterName, OverflowException? overflow)
    {
        double[] numbers = array.ToArray<double>();
        int index = Array.FindIndex(numbers, number => !T.IsFinite(T.CreateTruncating(number)) && (double.IsFinite(number) || overflow is null));
        if (index < 0 || !double.IsFinite(numbers[index]))
        {
            return;
        }

        throw CannotHold(numbers[index], Place(index, array.RowLength, Layout.Rows, parameterName), parameterName, overflow);
    }

    private static ArgumentException CannotHold(double number, string place, string parameterName, OverflowException? overflow) => new(
        Text($"{parameterName} holds {number} in {place}, which {ElementName} cannot hold: scale the numbers before, or use double."), parameterName, overflow);

    /// <summary>Row and column in the user's array, and what they mean.</summary>
    private static string Place(int index, int rowLength, Layout layout, string parameterName)
    {
        (int row, int column) = Math.DivRem(index, rowLength);
        return PlaceAt(row, column, layout, parameterName);
    }

    private static string PlaceAt(int row, int column, Layout layout, string parameterName)
    {
        (int example, int value) = layout == Layout.Rows ? (row, column) : (column, row);
        return Text($"row {row}, column {column} ({(parameterName == "x" ? "feature" : "label")} {value} of example {example})");
    }

    private static string Value(T value) => value.ToString(null, CultureInfo.InvariantCulture);
}
