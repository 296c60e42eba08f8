using System.Collections.Immutable;
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
    /// <summary>The number of inputs, n[l-1].</summary>
    public int Inputs { get; init => field = DescriptionGuard.Size(value, nameof(Inputs)); } = DescriptionGuard.Size(Inputs, nameof(Inputs));

    /// <summary>The number of units, n[l].</summary>
    public int Units { get; init => field = DescriptionGuard.Size(value, nameof(Units)); } = DescriptionGuard.Size(Units, nameof(Units));

    /// <summary>The activation.</summary>
    public Activation Activation { get; init => field = DescriptionGuard.Defined(value, nameof(Activation)); } =
        DescriptionGuard.Defined(Activation, nameof(Activation));

    /// <summary>The slope of a leaky ReLU.</summary>
    public double Slope { get; init => field = DescriptionGuard.Slope(value, nameof(Slope)); } = DescriptionGuard.Slope(Slope, nameof(Slope));

    /// <inheritdoc/>
    public override TensorShape InputShape => new(Inputs);

    /// <inheritdoc/>
    public override TensorShape OutputShape => new(Units);

    /// <inheritdoc/>
    public override int InputSize => Inputs;

    /// <inheritdoc/>
    public override int OutputSize => Units;

    /// <inheritdoc/>
    internal override long ParameterCount => ((long)Units * Inputs) + Units;

    /// <inheritdoc/>
    internal override Activation OutputActivation => Activation;

    /// <inheritdoc/>
    internal override string Function => Activation == Activation.LeakyRelu ? MessageText.Text($"{Activation} with slope {Slope}") : Activation.ToString();

    /// <inheritdoc/>
    internal override ImmutableArray<(ParameterRole Role, TensorShape Shape)> ParameterShapes =>
        [(ParameterRole.Weights, new(Units, Inputs)), (ParameterRole.Bias, new(Units))];

    /// <inheritdoc/>
    internal override LayerRounding Rounding => new DenseRounding(this);

    /// <inheritdoc/>
    internal override void RequireElement<T>() => DescriptionGuard.Activation<T>(Activation, Slope);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="element">The object.</param>
    /// <param name="input">The shape of what comes in.</param>
    internal static DenseDescription Read(JsonElement element, TensorShape input)
    {
        Activation activation = ModelDescriptionFormat.Named<Activation>(element, "activation");
        DenseDescription layer = new((int)input.Length, ModelDescriptionFormat.Size(element, "units"), activation);
        return activation == Activation.LeakyRelu ? layer with { Slope = element.GetProperty("slope").GetDouble() } : layer;
    }

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("units", Units);
        writer.WriteString("activation", Activation.ToString());
        if (Activation == Activation.LeakyRelu)
        {
            writer.WriteNumber("slope", Slope);
        }
    }

    /// <inheritdoc/>
    internal override void Forward<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> a, Span<T> z, Span<T> output)
    {
        (ReadOnlySpan<T> weights, ReadOnlySpan<T> biases) = Split(parameters);
        Linear.Forward(a, weights, biases, z);
        Activations.Forward(z, Units, Activation, Slope, output);
    }

    /// <inheritdoc/>
    internal override void ForwardMoved(int index, double change, ReadOnlySpan<double> a, ReadOnlySpan<double> original, Span<double> z, Span<double> output)
    {
        // A weight or a bias changes Z of its unit only.
        bool isBias = index >= Units * Inputs;
        (int unit, int input) = isBias ? (index - (Units * Inputs), 0) : Math.DivRem(index, Inputs);
        original.CopyTo(z);
        for (int row = 0, inputRow = 0; row < z.Length; row += Units, inputRow += Inputs)
        {
            z[row + unit] += change * (isBias ? 1.0 : a[inputRow + input]);
        }

        Activations.Forward<double>(z, Units, Activation, Slope, output);
    }

    /// <summary>W and b among the parameters of the layer.</summary>
    internal DenseParameters<T> Split<T>(ReadOnlySpan<T> parameters) => new(parameters[..(Units * Inputs)], parameters[(Units * Inputs)..]);
}
