using System.Numerics;

namespace NetGen;

/// <summary>Numbers whose type is known only at run time; <see cref="NumberStore{TElement}"/> knows it.</summary>
internal abstract class NumberStore
{
    /// <summary>The type of the numbers.</summary>
    internal abstract Type ElementType { get; }

    /// <summary>How many there are.</summary>
    internal abstract int Count { get; }

    /// <summary>Copies the numbers, converted to another type.</summary>
    /// <param name="destination">Receives the numbers; long enough.</param>
    /// <exception cref="OverflowException">The type cannot hold one of the numbers.</exception>
    internal abstract void CopyTo<TTarget>(Span<TTarget> destination)
        where TTarget : unmanaged, INumberBase<TTarget>;

    /// <summary>The same numbers brought from Fortran order, in which the first dimension runs fastest, into C order.</summary>
    /// <param name="shape">The dimensions, whose product is the count.</param>
    internal abstract NumberStore ToRowMajor(ReadOnlySpan<int> shape);

    /// <summary>Writes the numbers, in their own type, as an array of an archive.</summary>
    /// <param name="writer">The archive.</param>
    /// <param name="name">The name of the array.</param>
    /// <param name="shape">The dimensions.</param>
    internal abstract void AddTo(NpzWriter writer, string name, ReadOnlySpan<int> shape);
}
