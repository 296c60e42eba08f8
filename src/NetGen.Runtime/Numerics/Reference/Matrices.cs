using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static NetGen.MessageText;

namespace NetGen.Reference;

/// <summary>What the reference does with matrices of any meaning: look at their values, compare their shapes. Shapes are written 7x20, as everywhere.</summary>
internal static class Matrices
{
    /// <summary>The values, row by row.</summary>
    public static Span<T> Values<T>(T[,] matrix) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(matrix)), matrix.Length);

    /// <summary>A matrix of the same shape with a function of each value.</summary>
    public static T[,] Map<T>(T[,] matrix, Func<T, T> function)
    {
        var result = new T[matrix.GetLength(0), matrix.GetLength(1)];
        Map(Values(matrix), Values(result), function);
        return result;
    }

    /// <summary>A matrix of the same shape with a function of each pair of values.</summary>
    public static T[,] Map<T>(T[,] left, T[,] right, Func<T, T, T> function)
    {
        var result = new T[left.GetLength(0), left.GetLength(1)];
        Map(Values(left), Values(right), Values(result), function);
        return result;
    }

    /// <summary>Writes a function of each value.</summary>
    public static void Map<T>(ReadOnlySpan<T> values, Span<T> result, Func<T, T> function)
    {
        for (int place = 0; place < values.Length; place++)
        {
            result[place] = function(values[place]);
        }
    }

    /// <summary>Writes a function of each pair of values.</summary>
    public static void Map<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result, Func<T, T, T> function)
    {
        for (int place = 0; place < left.Length; place++)
        {
            result[place] = function(left[place], right[place]);
        }
    }

    /// <summary>The sum of the products of two rows of the same length.</summary>
    public static T Dot<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> sums = Vector<T>.Zero;
        int place = 0;
        for (; place + Vector<T>.Count <= left.Length; place += Vector<T>.Count)
        {
            sums += new Vector<T>(left[place..]) * new Vector<T>(right[place..]);
        }

        T sum = Vector.Sum(sums);
        for (; place < left.Length; place++)
        {
            sum += left[place] * right[place];
        }

        return sum;
    }

    /// <summary>Checks that a matrix holds something.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    /// <exception cref="ArgumentException">It has no row or no column.</exception>
    public static void NotEmpty<T>(T[,] matrix, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.Length == 0)
        {
            throw new ArgumentException(Text($"{name} is {Shape(matrix)}: it must have at least one row and one column."), name);
        }
    }

    /// <summary>Checks that two matrices have the same shape.</summary>
    /// <exception cref="ArgumentNullException">One is null.</exception>
    /// <exception cref="ArgumentException">One is empty, or their shapes differ.</exception>
    public static void SameShape<T>(T[,] matrix, string name, T[,] other, string otherName)
    {
        NotEmpty(other, otherName);
        NotEmpty(matrix, name);
        if (matrix.GetLength(0) != other.GetLength(0) || matrix.GetLength(1) != other.GetLength(1))
        {
            throw new ArgumentException($"{name} is {Shape(matrix)}, but {otherName} is {Shape(other)}: both must have the same shape.", name);
        }
    }

    /// <summary>The shape of a matrix, such as 7x20.</summary>
    public static string Shape<T>(T[,] matrix) => Text($"{matrix.GetLength(0)}x{matrix.GetLength(1)}");
}
