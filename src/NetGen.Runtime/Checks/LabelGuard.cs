using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen.CompilerServices;

/// <summary>The check that labels are what a loss is defined for; see <see cref="Loss"/>. It is made once for an array, never within a training step.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LabelGuard
{
    /// <summary>
    /// How far from 1 the labels of a row may sum under cross-entropy: 2^-11, what rounding to Half, the shortest type that files hold, can make of it.
    /// </summary>
    private const double SumTolerance = 1.0 / 2048.0;

    /// <summary>Checks labels.</summary>
    /// <param name="y">The labels (m, outputs).</param>
    /// <param name="loss">The loss of the network.</param>
    /// <param name="outputs">The labels of an example.</param>
    /// <param name="network">The network's name.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="areRows">Whether the labels of an example are shares of classes, where the loss alone does not say it.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">A label is not what the loss is defined for.</exception>
    public static void Check<T>(ReadOnlySpan<T> y, Loss loss, int outputs, string network, string parameter = "y", bool areRows = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // For an infinity or NaN no loss is defined. What follows says no to them as well: no comparison is true of NaN.
        switch (loss)
        {
            case Loss.Hinge:
                if (y.IndexOfAnyExcept(T.Zero, T.One) is >= 0 and int other)
                {
                    ThrowSide(y, other, outputs, network, parameter);
                }

                if (outputs > 1 && RowOfAnotherSum(y, outputs) is >= 0 and int several)
                {
                    ThrowSum(y, several, outputs, network, parameter, LossFacts.Of(loss).Term);
                }

                break;
            case Loss.Poisson:
                if (IndexOfAnyOutside(y, T.BitDecrement(T.PositiveInfinity)) is >= 0 and int negative)
                {
                    ThrowCount(y, negative, outputs, network, parameter);
                }

                break;
            case Loss.BinaryCrossEntropy:
            case Loss.Focal when !areRows:
                if (IndexOfAnyOutside(y, T.One) is >= 0 and int outside)
                {
                    ThrowBinary(y, outside, outputs, network, parameter, LossFacts.Of(loss).Term);
                }

                break;
            case Loss.CrossEntropy:
            case Loss.Focal:
                if (IndexOfAnyOutside(y, T.CreateTruncating(1.0 + SumTolerance)) is >= 0 and int share)
                {
                    ThrowShare(y, share, outputs, network, parameter, LossFacts.Of(loss).Term);
                }

                if (RowOfAnotherSum(y, outputs) is >= 0 and int row)
                {
                    ThrowSum(y, row, outputs, network, parameter, LossFacts.Of(loss).Term);
                }

                break;
            default:
                if (FiniteScan.IndexOfNonFinite(y) is >= 0 and int index)
                {
                    ThrowNotFinite(y, index, outputs, network, parameter);
                }

                break;
        }
    }

    /// <summary>Whether all values are whole numbers from 0 to count - 1.</summary>
    internal static bool LookLikeClasses<T>(ReadOnlySpan<T> values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T end = T.CreateTruncating(count);
        foreach (T value in values)
        {
            if (!(value >= T.Zero && value < end && T.IsInteger(value)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where the first value is that does not lie between 0 and greatest; -1 when all do.</summary>
    private static int IndexOfAnyOutside<T>(ReadOnlySpan<T> values, T greatest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> ends = new(greatest);
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> vector = new(values[i..]);
            Vector<T> inside = Vector.GreaterThanOrEqual(vector, Vector<T>.Zero) & Vector.LessThanOrEqual(vector, ends);
            if (!Vector.EqualsAll(inside.As<T, byte>(), Vector<byte>.AllBitsSet))
            {
                break;
            }
        }

        for (; i < values.Length; i++)
        {
            if (!(values[i] >= T.Zero && values[i] <= greatest))
            {
                return i;
            }
        }

        return -1;
    }

    private static int RowOfAnotherSum<T>(ReadOnlySpan<T> y, int outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T tolerance = T.CreateTruncating(SumTolerance);
        for (int start = 0; start < y.Length; start += outputs)
        {
            ReadOnlySpan<T> row = y.Slice(start, outputs);

            // A sum of many floats has a rounding of its own: what it finds is looked at again in double.
            if (!(T.Abs(Sum(row) - T.One) <= tolerance) && !(Math.Abs(ExactSum(row) - 1.0) <= SumTolerance))
            {
                return start / outputs;
            }
        }

        return -1;
    }

    private static T Sum<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        int i = 0;
        if (values.Length >= Vector<T>.Count)
        {
            Vector<T> sums = Vector<T>.Zero;
            for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                sums += new Vector<T>(values[i..]);
            }

            sum = Vector.Sum(sums);
        }

        for (; i < values.Length; i++)
        {
            sum += values[i];
        }

        return sum;
    }

    private static double ExactSum<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0.0;
        foreach (T value in values)
        {
            sum += double.CreateTruncating(value);
        }

        return sum;
    }

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowBinary<T>(ReadOnlySpan<T> y, int index, int outputs, string network, string parameter, string term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string remedy = !T.IsFinite(y[index]) ? "repair it, or leave the example out"
            : y[index] == -T.One ? "use 0 and 1 instead of -1 and 1"
            : outputs == 1 && T.IsInteger(y[index]) && y[index] > T.One
                ? "use 0 and 1, or, for more than two classes, a network with an output for each and class indices"
                : "use 0 and 1, or a probability between them";
        throw new ArgumentException(
            $"{Found(y, index, outputs, parameter)}, but the {term} of {network} takes labels from 0 to 1: {remedy}.", parameter);
    }

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowSide<T>(ReadOnlySpan<T> y, int index, int outputs, string network, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string remedy = !T.IsFinite(y[index]) ? "repair it, or leave the example out"
            : y[index] == -T.One ? "use 0 and 1 instead of -1 and 1"
            : outputs == 1 ? "use 0 and 1, or, for more than two classes, a network with an output for each and class indices"
            : ClassesOrRows(outputs);
        throw new ArgumentException(
            $"{Found(y, index, outputs, parameter)}, but the hinge loss of {network} takes labels that are 0 or 1: {remedy}.", parameter);
    }

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowCount<T>(ReadOnlySpan<T> y, int index, int outputs, string network, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => throw new ArgumentException(
        $"{Found(y, index, outputs, parameter)}, but the Poisson loss of {network} takes labels that are finite and not negative: "
            + "repair it, or leave the example out.",
        parameter);

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowShare<T>(ReadOnlySpan<T> y, int index, int outputs, string network, string parameter, string term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string remedy = T.IsFinite(y[index]) ? ClassesOrRows(outputs) : "repair it, or leave the example out";
        throw new ArgumentException(
            $"{Found(y, index, outputs, parameter)}, but the {term} of {network} takes rows of labels from 0 to 1 that sum to 1: {remedy}.", parameter);
    }

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowSum<T>(ReadOnlySpan<T> y, int row, int outputs, string network, string parameter, string term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = ExactSum(y.Slice(row * outputs, outputs));
        throw new ArgumentException(
            Text($"{parameter} holds labels in row {row} that sum to {sum:G6}, but the {term} of {network} takes rows that sum to 1: ")
            + $"{ClassesOrRows(outputs)}.",
            parameter);
    }

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNotFinite<T>(ReadOnlySpan<T> y, int index, int outputs, string network, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => throw new ArgumentException(
        $"{Found(y, index, outputs, parameter)}, but the cost of {network} is defined for finite labels only: repair it, or leave the example out.", parameter);

    private static string Found<T>(ReadOnlySpan<T> y, int index, int outputs, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int row, int column) = Math.DivRem(index, outputs);
        string value = y[index].ToString(null, CultureInfo.InvariantCulture);
        return Text($"{parameter} holds the label {value} in row {row}, column {column}");
    }

    private static string ClassesOrRows(int outputs) =>
        Text($"pass class indices 0..{outputs - 1} as int, or one-hot rows (soft labels are shares of 1)");
}
