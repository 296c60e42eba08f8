using System.Collections.Immutable;
using System.Text.Json;

namespace NetGen;

/// <summary>Consecutive columns of the network's input, which is its source.</summary>
/// <param name="Inputs">The number of inputs of the network; at least 1.</param>
/// <param name="First">The first column, from 0.</param>
/// <param name="Count">The number of columns; at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">A size is below 1, the first column is negative, or there are not so many columns.</exception>
public sealed record ColumnsDescription(int Inputs, int First, int Count) : LayerDescription
{
    /// <summary>The kind, as model files and tables name it.</summary>
    internal const string KindName = "columns";

    /// <summary>The number of inputs of the network.</summary>
    public int Inputs { get; init => field = DescriptionGuard.Size(value, nameof(Inputs)); } = DescriptionGuard.Size(Inputs, nameof(Inputs));

    /// <summary>The first column.</summary>
    public int First { get; init => field = DescriptionGuard.NotNegative(value, nameof(First)); } = DescriptionGuard.NotNegative(First, nameof(First));

    /// <summary>The number of columns.</summary>
    public int Count { get; init => field = DescriptionGuard.Size(value, nameof(Count)); } = DescriptionGuard.Columns(Inputs, First, Count, nameof(Count));

    /// <inheritdoc/>
    public override TensorShape InputShape => new(Inputs);

    /// <inheritdoc/>
    public override TensorShape OutputShape => new(Count);

    /// <inheritdoc/>
    public override int InputSize => Inputs;

    /// <inheritdoc/>
    public override int OutputSize => Count;

    /// <inheritdoc/>
    internal override string Kind => KindName;

    /// <inheritdoc/>
    internal override string Function => MessageText.Text($"{KindName} from {First}");

    // Each number was right when it was said; a copy with others may go too far.
    private bool AreThere => First <= Inputs - Count;

    /// <inheritdoc/>
    internal override LayerRounding Rounding => InputRounding.Instance;

    /// <inheritdoc/>
    internal override ImmutableArray<int>? ColumnsFrom(ImmutableArray<ImmutableArray<int>?> sources) =>
        AreThere ? sources[0]?.Slice(First, Count) : null;

    /// <inheritdoc/>
    internal override string? Misfit(ImmutableArray<int> sources, ImmutableArray<ImmutableArray<int>?> columns)
    {
        if (!AreThere)
        {
            return MessageText.Text($"takes {Count} columns from {First} on, but the input has {Inputs}");
        }

        return sources[0] == 0 ? null : MessageText.Text($"takes columns of the input, but its source is layer {sources[0]}: it must be 0, the input");
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="element">The object.</param>
    /// <param name="inputs">The shapes of what comes in.</param>
    internal static ColumnsDescription Read(JsonElement element, ImmutableArray<TensorShape> inputs) =>
        new(JsonReading.Length(inputs), element.GetProperty("first").GetInt32(), JsonReading.Size(element, "count"));

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("first", First);
        writer.WriteNumber("count", Count);
    }

    /// <inheritdoc/>
    internal override void Forward<T>(in LayerValues<T> values)
    {
        for (int place = 0; place < values.Z.Length; place++)
        {
            (int example, int column) = Math.DivRem(place, Count);
            values.Z[place] = values.Input[(example * Inputs) + First + column];
        }

        values.Z.CopyTo(values.A);
    }
}
