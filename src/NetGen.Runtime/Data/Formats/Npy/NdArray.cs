using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace NetGen;

/// <summary>Numbers with a shape, as a file holds them: in C order, the last dimension running fastest.</summary>
public sealed class NdArray
{
    /// <summary>Takes numbers that have been checked against the shape.</summary>
    internal NdArray(NumberStore numbers, ImmutableArray<int> shape)
    {
        Numbers = numbers;
        Shape = shape;
    }

    /// <summary>The numbers, in C order.</summary>
    internal NumberStore Numbers { get; }

    /// <summary>The dimensions; empty for a single number.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>
    /// The type of the numbers in the file: byte (booleans too, as 0 and 1), sbyte, short, ushort, int, uint, long, ulong, Half, float or double.
    /// </summary>
    public Type ElementType => Numbers.ElementType;

    /// <summary>How many numbers there are.</summary>
    public int Count => Numbers.Count;

    /// <summary>The first dimension: the number of rows, which are examples; 1 for a single number.</summary>
    public int RowCount => Shape.IsEmpty ? 1 : Shape[0];

    /// <summary>The numbers of a row: the product of all dimensions but the first.</summary>
    public int RowLength => RowCount == 0 ? 0 : Count / RowCount;

    /// <summary>Copies numbers to a new array.</summary>
    /// <param name="values">The numbers, in C order.</param>
    /// <param name="shape">The dimensions.</param>
    /// <typeparam name="T">One of the types that <see cref="ElementType"/> names.</typeparam>
    /// <exception cref="ArgumentException">The shape does not hold as many numbers as there are.</exception>
    /// <exception cref="NotSupportedException">There is no such element type.</exception>
    public static NdArray Create<T>(ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged, INumberBase<T>
    {
        ElementFormat.Of<T>();
        RequireShape(values.Length, shape);
        return new(new NumberStore<T>(values.ToArray()), [.. shape]);
    }

    /// <summary>The numbers in another type.</summary>
    /// <typeparam name="T">Any number type.</typeparam>
    /// <exception cref="OverflowException">
    /// T cannot hold one of the numbers: it is out of range (1e300 as float), or has a fraction that T has not. A floating-point type rounds what is in range,
    /// integers of many digits too, and keeps NaN and the infinities.
    /// </exception>
    public T[] ToArray<T>()
        where T : unmanaged, INumberBase<T>
    {
        T[] converted = GC.AllocateUninitializedArray<T>(Count);
        CopyTo<T>(converted);
        return converted;
    }

    /// <summary>Copies the numbers, converted to another type.</summary>
    /// <param name="destination">Receives <see cref="Count"/> numbers in C order.</param>
    /// <typeparam name="T">Any number type.</typeparam>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="OverflowException">
    /// T cannot hold one of the numbers: it is out of range (1e300 as float), or has a fraction that T has not. A floating-point type rounds what is in range,
    /// integers of many digits too, and keeps NaN and the infinities.
    /// </exception>
    public void CopyTo<T>(Span<T> destination)
        where T : unmanaged, INumberBase<T>
    {
        if (destination.Length < Count)
        {
            throw new ArgumentException(
                MessageText.Text($"destination holds {destination.Length} values, but there are {Count} to copy."),
                nameof(destination));
        }

        Numbers.CopyTo(destination);
    }

    /// <summary>The element type and the shape, as in "Single 20x12288".</summary>
    public override string ToString() => $"{ElementType.Name} {FormatShape(Shape.AsSpan())}";

    /// <summary>A shape as messages write it: 20x12288, or "a single number".</summary>
    internal static string FormatShape(ReadOnlySpan<int> shape) =>
        shape.IsEmpty ? "a single number" : string.Join('x', shape.ToArray().Select(size => size.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Checks that a shape holds a number of values.</summary>
    internal static void RequireShape(int count, ReadOnlySpan<int> shape)
    {
        UInt128 product = 1;
        foreach (int size in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(shape));
            product = UInt128.Min(product * (UInt128)size, ulong.MaxValue);
        }

        if (product != (UInt128)count)
        {
            throw new ArgumentException(MessageText.Text($"There are {count} values, but the shape {FormatShape(shape)} holds {product}."), nameof(shape));
        }
    }
}
