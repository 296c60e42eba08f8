using System.Collections.Immutable;
using System.Text.Json;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>A class index as a row of zeros with a 1 at the index. Its source is one column of the input, which holds the index.</summary>
/// <param name="Categories">The number of classes, whose indices are 0 to Categories - 1; at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
public sealed record OneHotDescription(int Categories) : LayerDescription
{
    /// <summary>The kind, as model files and tables name it.</summary>
    internal const string KindName = "onehot";

    /// <summary>The number of classes.</summary>
    public int Categories { get; init => field = DescriptionGuard.Size(value, nameof(Categories)); } = DescriptionGuard.Size(Categories, nameof(Categories));

    /// <summary>The index that stands for whatever is no index; null: such a value is refused.</summary>
    public int? Unknown { get; init => field = DescriptionGuard.Unknown(value, Categories, nameof(Unknown)); }

    /// <inheritdoc/>
    public override TensorShape InputShape => new(1);

    /// <inheritdoc/>
    public override TensorShape OutputShape => new(Categories);

    /// <inheritdoc/>
    public override int InputSize => 1;

    /// <inheritdoc/>
    public override int OutputSize => Categories;

    /// <inheritdoc/>
    internal override string Kind => KindName;

    /// <inheritdoc/>
    internal override string Function => KindName + (Unknown is null ? "" : MessageText.Text($", {Unknown} unknown"));

    /// <inheritdoc/>
    internal override LayerRounding Rounding => InputRounding.Instance;

    /// <inheritdoc/>
    internal override CategoryColumn? Category => new(Categories, Unknown);

    /// <inheritdoc/>
    internal override string? Misfit(ImmutableArray<int> sources, ImmutableArray<ImmutableArray<int>?> columns) =>
        CategoryColumn.Misfit(Categories, Unknown, sources[0], columns[0]);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="element">The object.</param>
    /// <param name="inputs">The shapes of what comes in.</param>
    internal static OneHotDescription Read(JsonElement element, ImmutableArray<TensorShape> inputs) =>
        new(JsonReading.Size(element, "categories")) { Unknown = JsonReading.Optional(element, "unknown") };

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("categories", Categories);
        if (Unknown is { } unknown)
        {
            writer.WriteNumber("unknown", unknown);
        }
    }

    /// <inheritdoc/>
    internal override void Forward<T>(in LayerValues<T> values)
    {
        values.Z.Clear();
        for (int example = 0; example < values.Input.Length; example++)
        {
            values.Z[(example * Categories) + CategoryIndex.Of(values.Input[example], Categories, Unknown ?? -1)] = T.One;
        }

        values.Z.CopyTo(values.A);
    }
}
