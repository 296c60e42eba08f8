using System.Numerics;

namespace NetGen;

/// <summary>Some examples that are trained on together; valid until the next batch is asked for.</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public readonly ref struct Batch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal Batch(ReadOnlySpan<T> x, ReadOnlySpan<T> y, int count)
    {
        X = x;
        Y = y;
        Count = count;
    }

    /// <summary>The features (Count, InputSize), one example after the other.</summary>
    public ReadOnlySpan<T> X { get; }

    /// <summary>The labels (Count, OutputSize), one example after the other.</summary>
    public ReadOnlySpan<T> Y { get; }

    /// <summary>The number of examples.</summary>
    public int Count { get; }
}
