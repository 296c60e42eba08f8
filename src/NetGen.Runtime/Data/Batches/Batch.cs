using System.Numerics;

namespace NetGen;

/// <summary>Some examples that are trained on together; valid until the next batch is asked for.</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public readonly ref struct Batch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal Batch(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> weights, int count)
    {
        X = x;
        Y = y;
        Weights = weights;
        Count = count;
    }

    /// <summary>The features (Count, InputSize), one example after the other.</summary>
    public ReadOnlySpan<T> X { get; }

    /// <summary>The labels (Count, OutputSize), one example after the other.</summary>
    public ReadOnlySpan<T> Y { get; }

    /// <summary>The weights of the examples (Count); empty where the set has none: see <see cref="Dataset{T}.WithWeights"/>.</summary>
    public ReadOnlySpan<T> Weights { get; }

    /// <summary>The number of examples.</summary>
    public int Count { get; }
}
