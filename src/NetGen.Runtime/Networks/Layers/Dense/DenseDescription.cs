using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using NetGen.Reference;

namespace NetGen;

/// <summary>A dense layer: A = g(A[l-1] W^T + b), where W is (Units, Inputs), b is (Units).</summary>
/// <param name="Inputs">The number of inputs, n[l-1]; at least 1.</param>
/// <param name="Units">The number of units, n[l]; at least 1.</param>
/// <param name="Activation">The activation g.</param>
/// <param name="Slope">The slope of a leaky ReLU; finite and not negative.</param>
/// <exception cref="ArgumentOutOfRangeException">A size is below 1, there is no such activation, or the slope is negative or not finite.</exception>
public sealed record DenseDescription(int Inputs, int Units, Activation Activation, double Slope = 0.01) : LayerDescription
{
    /// <summary>The kind, as model files and tables name it.</summary>
    internal const string KindName = "dense";

    /// <summary>The number of inputs, n[l-1].</summary>
    public int Inputs { get; init => field = DescriptionGuard.Size(value, nameof(Inputs)); } = DescriptionGuard.Size(Inputs, nameof(Inputs));

    /// <summary>The number of units, n[l].</summary>
    public int Units { get; init => field = DescriptionGuard.Size(value, nameof(Units)); } = DescriptionGuard.Size(Units, nameof(Units));

    /// <summary>The activation.</summary>
    public Activation Activation { get; init => field = DescriptionGuard.Defined(value, nameof(Activation)); } =
        DescriptionGuard.Defined(Activation, nameof(Activation));

    /// <summary>The slope of a leaky ReLU.</summary>
    public double Slope { get; init => field = DescriptionGuard.Slope(value, nameof(Slope)); } = DescriptionGuard.Slope(Slope, nameof(Slope));

    /// <summary>Whether there is b; without, A = g(A[l-1] W^T).</summary>
    public bool HasBias { get; init; } = true;

    /// <inheritdoc/>
    public override TensorShape InputShape => new(Inputs);

    /// <inheritdoc/>
    public override TensorShape OutputShape => new(Units);

    /// <inheritdoc/>
    public override int InputSize => Inputs;

    /// <inheritdoc/>
    public override int OutputSize => Units;

    /// <inheritdoc/>
    internal override string Kind => KindName;

    /// <inheritdoc/>
    internal override Activation OutputActivation => Activation;

    /// <inheritdoc/>
    internal override string Function => HasBias ? Ending.Function : $"{Ending.Function} without biases";

    /// <inheritdoc/>
    internal override string Mapping => MessageText.Text($"maps {MessageText.Counted(Inputs, "input")} to {MessageText.Counted(Units, "unit")}");

    /// <inheritdoc/>
    internal override ImmutableArray<LayerParameter> ParameterShapes
    {
        get
        {
            LayerParameter weights = LayerParameter.Of(ParameterRole.Weights, new(Units, Inputs));
            return HasBias ? [weights, LayerParameter.Of(ParameterRole.Bias, new(Units))] : [weights];
        }
    }

    /// <inheritdoc/>
    internal override bool IsOfFirstFormat => HasBias && Name is null && !IsFrozen;

    /// <inheritdoc/>
    internal override LayerRounding Rounding => new DenseRounding(this);

    /// <summary>The activation with its slope.</summary>
    internal LayerActivation Ending => new(Activation, Slope);

    /// <inheritdoc/>
    internal override void RequireElement<T>() => Ending.RequireElement<T>();

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="element">The object.</param>
    /// <param name="inputs">The shapes of what comes in.</param>
    internal static DenseDescription Read(JsonElement element, ImmutableArray<TensorShape> inputs)
    {
        LayerActivation ending = LayerActivation.Read(element);
        return new(JsonReading.Length(inputs), JsonReading.Size(element, "units"), ending.Activation, ending.Slope)
        {
            HasBias = JsonReading.Flag(element, "bias", otherwise: true),
        };
    }

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("units", Units);
        Ending.Write(writer);
        if (!HasBias)
        {
            writer.WriteBoolean("bias", HasBias);
        }
    }

    /// <inheritdoc/>
    internal override void Forward<T>(in LayerValues<T> values)
    {
        (ReadOnlySpan<T> weights, ReadOnlySpan<T> biases) = Split(values.Parameters);
        Linear.Forward(values.Input, weights, biases, values.Z);
        Ending.Forward<T>(values.Z, Units, values.A);
    }

    /// <inheritdoc/>
    internal override void ForwardMoved(int index, double change, in LayerValues<double> values, ReadOnlySpan<double> original)
    {
        // A weight or a bias changes Z of its unit only.
        bool isBias = index >= Units * Inputs;
        (int unit, int input) = isBias ? (index - (Units * Inputs), 0) : Math.DivRem(index, Inputs);
        ReadOnlySpan<double> a = values.Input;
        Span<double> z = values.Z;
        original.CopyTo(z);
        for (int row = 0, inputRow = 0; row < z.Length; row += Units, inputRow += Inputs)
        {
            z[row + unit] += change * (isBias ? 1.0 : a[inputRow + input]);
        }

        Ending.Forward<double>(z, Units, values.A);
    }

    /// <summary>W and b among the parameters of the layer; zeros for b where it has none.</summary>
    internal DenseParameters<T> Split<T>(ReadOnlySpan<T> parameters)
        where T : unmanaged, INumberBase<T> => new(parameters[..(Units * Inputs)], HasBias ? parameters[(Units * Inputs)..] : new T[Units]);
}
