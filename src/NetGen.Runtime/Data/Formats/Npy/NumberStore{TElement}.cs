using System.Numerics;

namespace NetGen;

/// <summary>Numbers of one type.</summary>
/// <param name="values">The numbers, owned by the store.</param>
internal sealed class NumberStore<TElement>(TElement[] values) : NumberStore
    where TElement : unmanaged, INumberBase<TElement>
{
    /// <inheritdoc/>
    internal override Type ElementType => typeof(TElement);

    /// <inheritdoc/>
    internal override int Count => values.Length;

    /// <inheritdoc/>
    internal override void CopyTo<TTarget>(Span<TTarget> destination) => NumberConversion.Copy<TElement, TTarget>(values, destination, 0);

    /// <inheritdoc/>
    internal override NumberStore<TElement> ToRowMajor(ReadOnlySpan<int> shape)
    {
        TElement[] ordered = GC.AllocateUninitializedArray<TElement>(values.Length);
        if (values.Length == 0)
        {
            return new(ordered);
        }

        Span<int> strides = stackalloc int[shape.Length];
        int stride = 1;
        for (int dimension = shape.Length - 1; dimension >= 0; dimension--)
        {
            strides[dimension] = stride;
            stride *= shape[dimension];
        }

        // Goes through the file's order and steps through the C order like an odometer.
        Span<int> index = stackalloc int[shape.Length];
        index.Clear();
        int target = 0;
        foreach (TElement value in values)
        {
            ordered[target] = value;
            for (int dimension = 0; dimension < shape.Length; dimension++)
            {
                target += strides[dimension];
                if (++index[dimension] < shape[dimension])
                {
                    break;
                }

                target -= strides[dimension] * shape[dimension];
                index[dimension] = 0;
            }
        }

        return new(ordered);
    }

    /// <inheritdoc/>
    internal override void AddTo(NpzWriter writer, string name, ReadOnlySpan<int> shape) => writer.Add<TElement>(name, values, shape);
}
