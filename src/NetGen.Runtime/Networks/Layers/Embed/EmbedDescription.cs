using System.Collections.Immutable;
using System.Text.Json;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// An embedding: A is the row of W, which is (Categories, Dimensions), that a class index names. Its source is one column of the input, which holds the index.
/// </summary>
/// <param name="Categories">The number of classes, whose indices are 0 to Categories - 1; at least 1.</param>
/// <param name="Dimensions">The number of values for each class; at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
public sealed record EmbedDescription(int Categories, int Dimensions) : LayerDescription
{
    /// <summary>The kind, as model files and tables name it.</summary>
    internal const string KindName = "embed";

    /// <summary>The number of classes.</summary>
    public int Categories { get; init => field = DescriptionGuard.Size(value, nameof(Categories)); } = DescriptionGuard.Size(Categories, nameof(Categories));

    /// <summary>The number of values for each class.</summary>
    public int Dimensions { get; init => field = DescriptionGuard.Size(value, nameof(Dimensions)); } = DescriptionGuard.Size(Dimensions, nameof(Dimensions));

    /// <summary>The index that stands for whatever is no index; null: such a value is refused.</summary>
    public int? Unknown { get; init => field = DescriptionGuard.Unknown(value, Categories, nameof(Unknown)); }

    /// <inheritdoc/>
    public override TensorShape InputShape => new(1);

    /// <inheritdoc/>
    public override TensorShape OutputShape => new(Dimensions);

    /// <inheritdoc/>
    public override int InputSize => 1;

    /// <inheritdoc/>
    public override int OutputSize => Dimensions;

    /// <inheritdoc/>
    internal override string Kind => KindName;

    /// <inheritdoc/>
    internal override string Function =>
        MessageText.Text($"{KindName} of {Categories} categories") + (Unknown is null ? "" : MessageText.Text($", {Unknown} unknown"));

    /// <inheritdoc/>
    internal override string Mapping => MessageText.Text($"maps {Categories} categories to {MessageText.Counted(Dimensions, "value")}");

    /// <inheritdoc/>
    internal override ImmutableArray<LayerParameter> ParameterShapes => [LayerParameter.Of(ParameterRole.Weights, new(Categories, Dimensions))];

    /// <inheritdoc/>
    internal override LayerRounding Rounding => new EmbedRounding(this);

    /// <inheritdoc/>
    internal override CategoryColumn? Category => new(Categories, Unknown);

    /// <inheritdoc/>
    internal override string? Misfit(ImmutableArray<int> sources, ImmutableArray<ImmutableArray<int>?> columns) =>
        CategoryColumn.Misfit(Categories, Unknown, sources[0], columns[0]);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="element">The object.</param>
    /// <param name="inputs">The shapes of what comes in.</param>
    internal static EmbedDescription Read(JsonElement element, ImmutableArray<TensorShape> inputs) =>
        new(JsonReading.Size(element, "categories"), JsonReading.Size(element, "dimensions")) { Unknown = JsonReading.Optional(element, "unknown") };

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("categories", Categories);
        writer.WriteNumber("dimensions", Dimensions);
        if (Unknown is { } unknown)
        {
            writer.WriteNumber("unknown", unknown);
        }
    }

    /// <inheritdoc/>
    internal override void Forward<T>(in LayerValues<T> values)
    {
        for (int example = 0; example < values.Input.Length; example++)
        {
            int category = CategoryIndex.Of(values.Input[example], Categories, Unknown ?? -1);
            values.Parameters.Slice(category * Dimensions, Dimensions).CopyTo(values.Z[(example * Dimensions)..]);
        }

        values.Z.CopyTo(values.A);
    }
}
