using System.Collections.Immutable;
using System.Text.Json;

namespace NetGen;

/// <summary>
/// Standardized columns of the input: A = (x - mean) * scale, where scale is 1 / the standard deviation of the column, and 1 for a column that never varies.
/// Both are statistics of the training set, 0 and 1 until they are fitted.
/// </summary>
/// <param name="Units">The number of columns; at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
public sealed record StandardizeDescription(int Units) : LayerDescription
{
    /// <summary>The kind, as model files and tables name it.</summary>
    internal const string KindName = "standardize";

    /// <summary>The number of columns.</summary>
    public int Units { get; init => field = DescriptionGuard.Size(value, nameof(Units)); } = DescriptionGuard.Size(Units, nameof(Units));

    /// <inheritdoc/>
    public override TensorShape InputShape => new(Units);

    /// <inheritdoc/>
    public override TensorShape OutputShape => new(Units);

    /// <inheritdoc/>
    public override int InputSize => Units;

    /// <inheritdoc/>
    public override int OutputSize => Units;

    /// <inheritdoc/>
    internal override string Kind => KindName;

    /// <inheritdoc/>
    internal override string Function => KindName;

    /// <inheritdoc/>
    internal override ImmutableArray<LayerParameter> ParameterShapes =>
    [
        new(ParameterSymbols.Mean, ParameterRole.Statistic, new(Units)),
        new(ParameterSymbols.Factor, ParameterRole.Statistic, new(Units), Start: 1.0),
    ];

    /// <inheritdoc/>
    internal override LayerRounding Rounding => StandardizeRounding.Instance;

    /// <inheritdoc/>
    internal override bool StandardizesColumns => true;

    /// <inheritdoc/>
    internal override string? Misfit(ImmutableArray<int> sources, ImmutableArray<ImmutableArray<int>?> columns) =>
        columns[0] is null ? MessageText.Text($"standardizes columns of the input, but layer {sources[0]} computes what it gives") : null;

    /// <summary>Reads what a layer of this kind wrote: nothing but what every layer writes.</summary>
    /// <param name="element">The object.</param>
    /// <param name="inputs">The shapes of what comes in.</param>
    internal static StandardizeDescription Read(JsonElement element, ImmutableArray<TensorShape> inputs) => new(JsonReading.Length(inputs));

    /// <inheritdoc/>
    internal override void Forward<T>(in LayerValues<T> values)
    {
        ReadOnlySpan<T> means = values.Parameters[..Units], factors = values.Parameters[Units..];
        for (int place = 0; place < values.Z.Length; place++)
        {
            int unit = place % Units;
            values.Z[place] = (values.Input[place] - means[unit]) * factors[unit];
        }

        values.Z.CopyTo(values.A);
    }
}
