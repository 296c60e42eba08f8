using System.Collections.Immutable;
using System.Text.Json;
using NetGen.Reference;

namespace NetGen;

/// <summary>
/// Batch normalization: A = g(gamma * (x - mean) / sqrt(variance + epsilon) + beta), for each unit. In training mean and variance are those of the batch, the
/// variance biased; when predicting, and where the layer is frozen, they are the running statistics, which training keeps.
/// </summary>
/// <param name="Units">The number of units; at least 1.</param>
/// <param name="Activation">The activation g.</param>
/// <param name="Slope">The slope of a leaky ReLU; finite and not negative.</param>
/// <exception cref="ArgumentOutOfRangeException">The size is below 1, there is no such activation, or the slope is negative or not finite.</exception>
public sealed record BatchNormDescription(int Units, Activation Activation = Activation.Linear, double Slope = 0.01) : LayerDescription
{
    /// <summary>The kind, as model files and tables name it.</summary>
    internal const string KindName = "batchnorm";

    /// <summary>The number of units.</summary>
    public int Units { get; init => field = DescriptionGuard.Size(value, nameof(Units)); } = DescriptionGuard.Size(Units, nameof(Units));

    /// <summary>The activation.</summary>
    public Activation Activation { get; init => field = DescriptionGuard.Defined(value, nameof(Activation)); } =
        DescriptionGuard.Defined(Activation, nameof(Activation));

    /// <summary>The slope of a leaky ReLU.</summary>
    public double Slope { get; init => field = DescriptionGuard.Slope(value, nameof(Slope)); } = DescriptionGuard.Slope(Slope, nameof(Slope));

    /// <summary>
    /// The share of a batch in the running statistics: running = (1 - Momentum) * running + Momentum * that of the batch, the variance unbiased.
    /// </summary>
    public double Momentum { get; init => field = DescriptionGuard.Share(value, nameof(Momentum)); } = 0.1;

    /// <summary>What is added to the variance before its root is taken.</summary>
    public double Epsilon { get; init => field = DescriptionGuard.Epsilon(value, nameof(Epsilon)); } = 1e-5;

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

    // Momentum matters to training alone.
    /// <inheritdoc/>
    internal override string Function => MessageText.Text($"{KindName} with {Ending.Function}, epsilon {Epsilon}");

    /// <inheritdoc/>
    internal override ImmutableArray<LayerParameter> ParameterShapes =>
    [
        LayerParameter.Of(ParameterRole.Scale, new(Units)),
        LayerParameter.Of(ParameterRole.Shift, new(Units)),
        new(ParameterSymbols.Mean, ParameterRole.Statistic, new(Units)),
        new(ParameterSymbols.Variance, ParameterRole.Statistic, new(Units), Start: 1.0),
    ];

    /// <inheritdoc/>
    internal override LayerRounding Rounding => new BatchNormRounding(this);

    /// <inheritdoc/>
    internal override Activation OutputActivation => Activation;

    /// <summary>The activation with its slope.</summary>
    internal LayerActivation Ending => new(Activation, Slope);

    /// <inheritdoc/>
    internal override void RequireElement<T>() => Normalization.RequireElement<T>(Ending, Epsilon);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="element">The object.</param>
    /// <param name="inputs">The shapes of what comes in.</param>
    internal static BatchNormDescription Read(JsonElement element, ImmutableArray<TensorShape> inputs)
    {
        LayerActivation ending = LayerActivation.Read(element);
        return new(JsonReading.Length(inputs), ending.Activation, ending.Slope)
        {
            Momentum = element.GetProperty("momentum").GetDouble(),
            Epsilon = element.GetProperty("epsilon").GetDouble(),
        };
    }

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer)
    {
        Ending.Write(writer);
        writer.WriteNumber("momentum", Momentum);
        writer.WriteNumber("epsilon", Epsilon);
    }

    /// <inheritdoc/>
    internal override void Forward<T>(in LayerValues<T> values)
    {
        ReadOnlySpan<T> gamma = values.Parameters[..Units], beta = values.Parameters[Units..(2 * Units)];
        ReadOnlySpan<T> means = values.Parameters[(2 * Units)..(3 * Units)], variances = values.Parameters[(3 * Units)..];
        for (int unit = 0; unit < Units; unit++)
        {
            Moments<T> moments = UsesBatch(values.Training)
                ? Moments<T>.Of(values.Input, unit, Units)
                : new(means[unit], variances[unit]);
            for (int place = unit; place < values.Z.Length; place += Units)
            {
                values.Z[place] = Normalization.Value(values.Input[place], moments, T.CreateTruncating(Epsilon), gamma[unit], beta[unit]);
            }
        }

        Ending.Forward<T>(values.Z, Units, values.A);
    }

    /// <summary>Whether a pass uses the statistics of the batch.</summary>
    internal bool UsesBatch(TrainingMode? training) => training is not null && !IsFrozen;
}
