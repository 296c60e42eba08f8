using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;

namespace NetGen;

/// <summary>
/// One layer of a network, of any kind. What a kind computes is told by the formulas that the internal members give to the checks at run time.
/// </summary>
public abstract record LayerDescription
{
    private protected LayerDescription()
    {
    }

    /// <summary>The shape of an example that comes in.</summary>
    public abstract TensorShape InputShape { get; }

    /// <summary>The shape of an example that goes out.</summary>
    public abstract TensorShape OutputShape { get; }

    /// <summary>The number of values of an example that come in.</summary>
    public abstract int InputSize { get; }

    /// <summary>The number of values of an example that go out.</summary>
    public abstract int OutputSize { get; }

    /// <summary>The activation at its end; linear where it has none.</summary>
    internal abstract Activation OutputActivation { get; }

    /// <summary>What it computes beside its sizes, as messages say it.</summary>
    internal abstract string Function { get; }

    /// <summary>The parameters, in the order in which they lie.</summary>
    internal abstract ImmutableArray<(ParameterRole Role, TensorShape Shape)> ParameterShapes { get; }

    /// <summary>The number of values of all of them.</summary>
    internal abstract long ParameterCount { get; }

    /// <summary>How far rounding may take its values and gradients.</summary>
    internal abstract LayerRounding Rounding { get; }

    /// <summary>Checks that the formulas can be followed in T.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the description is none in T.</exception>
    internal abstract void RequireElement<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Writes the members of the object that describes it in a model file.</summary>
    internal abstract void Write(Utf8JsonWriter writer);

    /// <summary>The layer as its formula says.</summary>
    /// <param name="parameters">The parameters of the layer.</param>
    /// <param name="a">What comes in, (m, InputSize).</param>
    /// <param name="z">Receives what comes before the activation, (m, OutputSize).</param>
    /// <param name="output">Receives what goes out, (m, OutputSize).</param>
    internal abstract void Forward<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> a, Span<T> z, Span<T> output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>As <see cref="Forward"/>, with one parameter moved.</summary>
    /// <param name="index">The index of the parameter among those of the layer.</param>
    /// <param name="change">What is added to it.</param>
    /// <param name="a">What comes in.</param>
    /// <param name="original">Z without the change.</param>
    /// <param name="z">Receives Z.</param>
    /// <param name="output">Receives what goes out.</param>
    internal abstract void ForwardMoved(int index, double change, ReadOnlySpan<double> a, ReadOnlySpan<double> original, Span<double> z, Span<double> output);
}
