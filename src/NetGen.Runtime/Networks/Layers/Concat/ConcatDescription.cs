using System.Collections.Immutable;
using System.Text.Json;

namespace NetGen;

/// <summary>The outputs of the sources side by side, in the order of the sources.</summary>
/// <param name="Sizes">The number of units of each source, each at least 1; at least one.</param>
/// <exception cref="ArgumentException">There is no size.</exception>
/// <exception cref="ArgumentOutOfRangeException">A size is below 1, or their sum above 2147483647.</exception>
public sealed record ConcatDescription(ImmutableArray<int> Sizes) : LayerDescription
{
    /// <summary>The kind, as model files and tables name it.</summary>
    internal const string KindName = "concat";

    /// <summary>The number of units of each source.</summary>
    public ImmutableArray<int> Sizes { get; init => field = DescriptionGuard.Sizes(value, nameof(Sizes)); } = DescriptionGuard.Sizes(Sizes, nameof(Sizes));

    /// <inheritdoc/>
    public override TensorShape InputShape => new(Sizes.Sum());

    /// <inheritdoc/>
    public override TensorShape OutputShape => new(Sizes.Sum());

    /// <inheritdoc/>
    public override int InputSize => Sizes.Sum();

    /// <inheritdoc/>
    public override int OutputSize => Sizes.Sum();

    /// <inheritdoc/>
    internal override string Kind => KindName;

    /// <inheritdoc/>
    internal override int? SourceCount => Sizes.Length;

    /// <inheritdoc/>
    internal override string Function => $"{KindName} of {string.Join(" and ", Sizes)}";

    /// <inheritdoc/>
    internal override LayerRounding Rounding => new ConcatRounding(this);

    /// <summary>Whether both say the same.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(ConcatDescription? other) => base.Equals(other) && Sizes.AsSpan().SequenceEqual(other!.Sizes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), OutputSize);

    /// <inheritdoc/>
    internal override TensorShape InputShapeOf(int source) => new(Sizes[source]);

    /// <inheritdoc/>
    internal override ImmutableArray<int>? ColumnsFrom(ImmutableArray<ImmutableArray<int>?> sources) =>
        sources.Any(static columns => columns is null) ? null : [.. sources.SelectMany(static columns => columns!.Value)];

    /// <summary>Reads what a layer of this kind wrote: nothing but what every layer writes.</summary>
    /// <param name="element">The object.</param>
    /// <param name="inputs">The shapes of what comes in.</param>
    internal static ConcatDescription Read(JsonElement element, ImmutableArray<TensorShape> inputs) =>
        new([.. inputs.Select(static shape => (int)shape.Length)]);

    /// <inheritdoc/>
    internal override void Forward<T>(in LayerValues<T> values)
    {
        int first = 0;
        for (int source = 0; source < Sizes.Length; source++)
        {
            for (int place = 0; place < values.Inputs[source].Length; place++)
            {
                values.Z[PlaceOf(source, first, place)] = values.Inputs[source][place];
            }

            first += Sizes[source];
        }

        values.Z.CopyTo(values.A);
    }

    /// <summary>Where a value of a source lies in Z.</summary>
    /// <param name="source">The source, from 0.</param>
    /// <param name="first">The first unit that is the source's.</param>
    /// <param name="place">Where the value lies in A of the source.</param>
    internal int PlaceOf(int source, int first, int place)
    {
        (int example, int unit) = Math.DivRem(place, Sizes[source]);
        return (example * OutputSize) + first + unit;
    }
}
