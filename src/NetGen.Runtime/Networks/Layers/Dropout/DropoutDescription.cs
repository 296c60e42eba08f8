using System.Collections.Immutable;
using System.Text.Json;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Inverted dropout: in training each unit is kept with the probability 1 - Rate and divided by it, else 0; when predicting A is what comes in. Which units are
/// kept is a function of seed, step, layer, example and unit.
/// </summary>
/// <param name="Units">The number of units; at least 1.</param>
/// <param name="Rate">The probability of 0; at least 0 and below 1.</param>
/// <exception cref="ArgumentOutOfRangeException">The size is below 1, or the rate is negative, or 1 or more.</exception>
public sealed record DropoutDescription(int Units, double Rate) : LayerDescription
{
    /// <summary>The kind, as model files and tables name it.</summary>
    internal const string KindName = "dropout";

    /// <summary>The number of units.</summary>
    public int Units { get; init => field = DescriptionGuard.Size(value, nameof(Units)); } = DescriptionGuard.Size(Units, nameof(Units));

    /// <summary>The probability of 0.</summary>
    public double Rate { get; init => field = DescriptionGuard.DropoutRate(value, nameof(Rate)); } = DescriptionGuard.DropoutRate(Rate, nameof(Rate));

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

    // The rate matters to training alone: what was trained with one may go on with another.
    /// <inheritdoc/>
    internal override string Function => KindName;

    /// <inheritdoc/>
    internal override LayerRounding Rounding => new DropoutRounding(this);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="element">The object.</param>
    /// <param name="inputs">The shapes of what comes in.</param>
    internal static DropoutDescription Read(JsonElement element, ImmutableArray<TensorShape> inputs) =>
        new(JsonReading.Length(inputs), element.GetProperty("rate").GetDouble());

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer) => writer.WriteNumber("rate", Rate);

    /// <inheritdoc/>
    internal override void Forward<T>(in LayerValues<T> values)
    {
        T factor = T.One / (T.One - T.CreateTruncating(Rate));
        for (int place = 0; place < values.Z.Length; place++)
        {
            T kept = values.Training is { } training ? (Keeps(training, values.Number, place) ? factor : T.Zero) : T.One;
            values.Z[place] = values.Input[place] * kept;
        }

        values.Z.CopyTo(values.A);
    }

    /// <summary>Whether a value is kept in a step.</summary>
    /// <param name="training">The step.</param>
    /// <param name="number">The number of the layer.</param>
    /// <param name="place">The place among the values of the batch.</param>
    internal bool Keeps(TrainingMode training, int number, int place)
    {
        (int example, int unit) = Math.DivRem(place, Units);
        return DropoutMask.Keeps(training.Seed, training.Step, number, example, unit, DropoutMask.Threshold(Rate));
    }
}
