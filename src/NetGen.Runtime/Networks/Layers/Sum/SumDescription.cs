using System.Collections.Immutable;
using System.Text.Json;

namespace NetGen;

/// <summary>The sum of the outputs of all sources: A = g(A[i] + A[j] + ...). With one source it is an activation that stands alone.</summary>
/// <param name="Units">The number of units, that of every source; at least 1.</param>
/// <param name="Activation">The activation g.</param>
/// <param name="Slope">The slope of a leaky ReLU; finite and not negative.</param>
/// <exception cref="ArgumentOutOfRangeException">The size is below 1, there is no such activation, or the slope is negative or not finite.</exception>
public sealed record SumDescription(int Units, Activation Activation = Activation.Linear, double Slope = 0.01) : LayerDescription
{
    /// <summary>The kind, as model files and tables name it.</summary>
    internal const string KindName = "sum";

    /// <summary>The number of units.</summary>
    public int Units { get; init => field = DescriptionGuard.Size(value, nameof(Units)); } = DescriptionGuard.Size(Units, nameof(Units));

    /// <summary>The activation.</summary>
    public Activation Activation { get; init => field = DescriptionGuard.Defined(value, nameof(Activation)); } =
        DescriptionGuard.Defined(Activation, nameof(Activation));

    /// <summary>The slope of a leaky ReLU.</summary>
    public double Slope { get; init => field = DescriptionGuard.Slope(value, nameof(Slope)); } = DescriptionGuard.Slope(Slope, nameof(Slope));

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
    internal override int? SourceCount => null;

    /// <inheritdoc/>
    internal override string Function => $"{KindName} with {Ending.Function}";

    /// <inheritdoc/>
    internal override LayerRounding Rounding => new SumRounding(this);

    /// <inheritdoc/>
    internal override Activation OutputActivation => Activation;

    /// <summary>The activation with its slope.</summary>
    internal LayerActivation Ending => new(Activation, Slope);

    /// <inheritdoc/>
    internal override void RequireElement<T>() => Ending.RequireElement<T>();

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="element">The object.</param>
    /// <param name="inputs">The shapes of what comes in.</param>
    internal static SumDescription Read(JsonElement element, ImmutableArray<TensorShape> inputs)
    {
        LayerActivation ending = LayerActivation.Read(element);
        return new((int)inputs[0].Length, ending.Activation, ending.Slope);
    }

    /// <inheritdoc/>
    internal override void Write(Utf8JsonWriter writer) => Ending.Write(writer);

    /// <inheritdoc/>
    internal override void Forward<T>(in LayerValues<T> values)
    {
        for (int place = 0; place < values.Z.Length; place++)
        {
            T sum = values.Inputs[0][place];
            foreach (T[] input in values.Inputs[1..])
            {
                sum += input[place];
            }

            values.Z[place] = sum;
        }

        Ending.Forward<T>(values.Z, Units, values.A);
    }
}
