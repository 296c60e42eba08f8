using System.Numerics;

namespace NetGen;

/// <summary>
/// What the formula of an update computes with, on pieces of every size: vectors of 512, 256 and 128 bits, and single numbers. A formula that is written with
/// it is written once, and compiled into the training step for each size as if it had been written for that size alone.
/// </summary>
/// <remarks>
/// <para>
/// The formula is <see cref="IGradientSink{T}.Update{TPiece, TMath}"/>, marked with MethodImplOptions.AggressiveInlining: TMath is
/// <see cref="PieceMath512{T}"/> where the piece is a <c>Vector512&lt;T&gt;</c>, and so on, and <see cref="PieceMathScalar{T}"/> where it is one number.
/// </para>
/// <para>
/// Intermediate results in local variables are what the compiler handles best: an operation within another's arguments costs it a variable, and a training
/// step, which has up to some dozens of updates in a row, has only so many.
/// </para>
/// </remarks>
/// <typeparam name="TPiece">The piece: a vector of T, or T.</typeparam>
/// <typeparam name="T">The element type: float or double.</typeparam>
public unsafe interface IPieceMath<TPiece, T>
    where TPiece : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of elements of a piece.</summary>
    static abstract int Count { get; }

    /// <summary>A piece whose elements are all the same.</summary>
    /// <param name="value">The element.</param>
    static abstract TPiece Create(T value);

    /// <summary>The elements of a span from an index on.</summary>
    /// <param name="source">The span.</param>
    /// <param name="index">Where the piece starts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The piece is not within the span.</exception>
    static abstract TPiece Load(ReadOnlySpan<T> source, int index);

    /// <summary>Writes a piece into a span, from an index on.</summary>
    /// <param name="piece">What is written.</param>
    /// <param name="destination">The span.</param>
    /// <param name="index">Where the piece starts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The piece is not within the span.</exception>
    static abstract void Store(TPiece piece, Span<T> destination, int index);

    /// <summary>a + b.</summary>
    /// <param name="a">The first summand.</param>
    /// <param name="b">The second summand.</param>
    static abstract TPiece Add(TPiece a, TPiece b);

    /// <summary>a - b.</summary>
    /// <param name="a">What is subtracted from.</param>
    /// <param name="b">What is subtracted.</param>
    static abstract TPiece Subtract(TPiece a, TPiece b);

    /// <summary>a * b, element by element.</summary>
    /// <param name="a">The first factor.</param>
    /// <param name="b">The second factor.</param>
    static abstract TPiece Multiply(TPiece a, TPiece b);

    /// <summary>a / b, element by element.</summary>
    /// <param name="a">The dividend.</param>
    /// <param name="b">The divisor.</param>
    static abstract TPiece Divide(TPiece a, TPiece b);

    /// <summary>a * b + c: one fused instruction where the processor has it.</summary>
    /// <param name="a">The first factor.</param>
    /// <param name="b">The second factor.</param>
    /// <param name="c">What is added.</param>
    static abstract TPiece MultiplyAdd(TPiece a, TPiece b, TPiece c);

    /// <summary>Each element times a number.</summary>
    /// <param name="a">The elements.</param>
    /// <param name="factor">The number.</param>
    static abstract TPiece Scale(TPiece a, T factor);

    /// <summary>Each element times a number, plus c: one fused instruction where the processor has it.</summary>
    /// <param name="a">The elements.</param>
    /// <param name="factor">The number.</param>
    /// <param name="c">What is added.</param>
    static abstract TPiece ScaleAdd(TPiece a, T factor, TPiece c);

    /// <summary>Each element plus a number.</summary>
    /// <param name="a">The elements.</param>
    /// <param name="value">The number.</param>
    static abstract TPiece Shift(TPiece a, T value);

    /// <summary>The square root of each element.</summary>
    /// <param name="a">The elements.</param>
    static abstract TPiece Sqrt(TPiece a);

    /// <summary>The magnitude of each element.</summary>
    /// <param name="a">The elements.</param>
    static abstract TPiece Abs(TPiece a);

    /// <summary>1 with the sign of each element; an element that is 0 or NaN as it is.</summary>
    /// <param name="a">The elements.</param>
    static abstract TPiece Sign(TPiece a);

    /// <summary>The lesser of each two elements; NaN where one of them is NaN.</summary>
    /// <param name="a">The first elements.</param>
    /// <param name="b">The second elements.</param>
    static abstract TPiece Min(TPiece a, TPiece b);

    /// <summary>The greater of each two elements; NaN where one of them is NaN.</summary>
    /// <param name="a">The first elements.</param>
    /// <param name="b">The second elements.</param>
    static abstract TPiece Max(TPiece a, TPiece b);

    /// <summary>
    /// Zero in place of each element too small for a full mantissa. A running mean whose input has become zero (the weights of a ReLU unit that no longer
    /// fires) would shrink below it and stay there for ever, since 0.9 times the last few subnormal numbers rounds back to them, and processors compute with
    /// subnormal numbers up to a hundred times slower.
    /// </summary>
    /// <param name="a">The elements.</param>
    static abstract TPiece FlushSubnormal(TPiece a);

    /// <summary>The elements at a place that was checked.</summary>
    internal static abstract TPiece LoadAt(T* place);

    /// <summary>Writes a piece to a place that was checked.</summary>
    internal static abstract void StoreAt(TPiece piece, T* place);

    /// <summary>The elements at a place that was checked.</summary>
    internal static abstract TPiece LoadAt(ref T start, nuint index);

    /// <summary>Writes a piece to a place that was checked.</summary>
    internal static abstract void StoreAt(TPiece piece, ref T start, nuint index);
}
