using System.Collections.Immutable;

namespace NetGen;

/// <summary>The lengths of an array in each of its dimensions: (units) of an example that a layer gives, (units, inputs) of its weights.</summary>
public readonly struct TensorShape : IEquatable<TensorShape>
{
    private readonly ImmutableArray<int> dimensions;

    /// <summary>Makes a shape.</summary>
    /// <param name="dimensions">The lengths, outermost first; at least one, each at least 1.</param>
    /// <exception cref="ArgumentException">There is no dimension.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length is below 1.</exception>
    public TensorShape(params ReadOnlySpan<int> dimensions)
    {
        if (dimensions.IsEmpty)
        {
            throw new ArgumentException("A shape has at least one dimension.", nameof(dimensions));
        }

        foreach (int length in dimensions)
        {
            DescriptionGuard.Size(length, nameof(dimensions));
        }

        this.dimensions = [.. dimensions];
    }

    /// <summary>The lengths, outermost first.</summary>
    public ImmutableArray<int> Dimensions => dimensions.IsDefault ? [] : dimensions;

    /// <summary>The number of dimensions.</summary>
    public int Rank => Dimensions.Length;

    /// <summary>The number of values, the product of the lengths.</summary>
    public long Length => Dimensions.Aggregate(1L, static (product, length) => product * length);

    /// <summary>The length of a dimension.</summary>
    /// <param name="dimension">From 0, the outermost.</param>
    public int this[int dimension] => Dimensions[dimension];

    /// <summary>Whether both have the same lengths in the same order.</summary>
    public static bool operator ==(TensorShape left, TensorShape right) => left.Equals(right);

    /// <summary>Whether a length or the number of dimensions differs.</summary>
    public static bool operator !=(TensorShape left, TensorShape right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TensorShape other) => Dimensions.AsSpan().SequenceEqual(other.Dimensions.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TensorShape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int length in Dimensions)
        {
            hash.Add(length);
        }

        return hash.ToHashCode();
    }

    /// <summary>The lengths, such as 20x12288.</summary>
    public override string ToString() => string.Join('x', Dimensions.Select(static length => MessageText.Text($"{length}")));
}
