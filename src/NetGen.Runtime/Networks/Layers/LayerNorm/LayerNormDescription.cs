using System.Collections.Immutable;
using System.Text.Json;
using NetGen.Reference;

namespace NetGen;

/// <summary>
/// Layer normalization: A = g(gamma * (x - mean) / sqrt(variance + epsilon) + beta), with mean and biased variance of the units of each example.
/// </summary>
/// <param name="Units">The number of units; at least 1.</param>
/// <param name="Activation">The activation g.</param>
/// <param name="Slope">The slope of a leaky ReLU; finite and not negative.</param>
/// <exception cref="ArgumentOutOfRangeException">The size is below 1, there is no such activation, or the slope is negative or not finite.</exception>
public sealed record LayerNormDescription(int Units, Activation Activation = Activation.Linear, double Slope = 0.01) : LayerDescription
{
    /// <summary>The kind, as model files and tables name it.</summary>
    internal const string KindName = "layernorm";

    /// <summary>The number of units.</summary>
    public int Units { get; init => field = DescriptionGuard.Size(value, nameof(Units)); } = DescriptionGuard.Size(Units, nameof(Units));

    /// <summary>The activation.</summary>
    public Activation Activation { get; init => field = DescriptionGuard.Defined(value, nameof(Activation)); } =
        DescriptionGuard.Defined(Activation, nameof(Activation));

    /// <summary>The slope of a leaky ReLU.</summary>
    public double Slope { get; init => field = DescriptionGuard.Slope(value, nameof(Slope)); } = DescriptionGuard.Slope(Slope, nameof(Slope));

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

    /// <inheritdoc/>
    internal override string Function => MessageText.Text($"{KindName} with {Ending.Function}, epsilon {Epsilon}");

    /// <inheritdoc/>
    internal override ImmutableArray<LayerParameter> ParameterShapes =>
        [LayerParameter.Of(ParameterRole.Scale, new(Units)), LayerParameter.Of(ParameterRole.Shift, new(Units))];

    /// <inheritdoc/>
    internal override LayerRounding Rounding => new LayerNormRounding(this);

    /// <inheritdoc/>
    internal override Activation OutputActivation => Activation;

    /// <summary>The activation with its slope.</summary>
    internal LayerActivation Ending => new(Activation, Slope);

    /// <inheritdoc/>
    internal override void RequireElement<T>() => Normalization.RequireElement<T>(Ending, Epsilon);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="element">The object.</param>
    /// <param name="inputs">The shapes of what comes in.</param>
    internal static LayerNormDescription Read(JsonElement element, ImmutableArray<TensorShape> inputs)
    {
        LayerActivation ending = LayerActivation.Read(element);
        return new(JsonReading.Length(inputs), ending.Activation, ending.Slope) { Epsilon = element.GetProperty("epsilon").GetDouble() };
    }

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer)
    {
        Ending.Write(writer);
        writer.WriteNumber("epsilon", Epsilon);
    }

    /// <inheritdoc/>
    internal override void Forward<T>(in LayerValues<T> values)
    {
        ReadOnlySpan<T> gamma = values.Parameters[..Units], beta = values.Parameters[Units..];
        for (int row = 0; row < values.Z.Length; row += Units)
        {
            ReadOnlySpan<T> x = values.Input.Slice(row, Units);
            Moments<T> moments = Moments<T>.Of(x, 0, 1);
            for (int unit = 0; unit < Units; unit++)
            {
                values.Z[row + unit] = Normalization.Value(x[unit], moments, T.CreateTruncating(Epsilon), gamma[unit], beta[unit]);
            }
        }

        Ending.Forward<T>(values.Z, Units, values.A);
    }
}
