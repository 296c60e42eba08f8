using System.Collections.Immutable;
using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Everything that a forward pass computes, for those who want to look: Z[l] and A[l] of every layer, each (m, n[l]), one example after the other. Layer 0 is
/// the input: A[0] is a copy of x, and Z[0] is empty.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed class ForwardPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private ForwardPass(NetworkDescription description, ReadOnlySpan<T> x, TrainingMode? training)
    {
        Description = description;
        Training = training;
        Count = Guard.Examples(x.Length, description.InputSize, description.Name);
        ImmutableArray<LayerDescription> layers = description.Layers;
        Z = [[], .. layers.Select(Room)];
        A = [x.ToArray(), .. layers.Select(Room)];
    }

    /// <summary>The network.</summary>
    public NetworkDescription Description { get; }

    /// <summary>The number of examples, m.</summary>
    public int Count { get; }

    /// <summary>
    /// What comes before the activation of each layer, such as Z[l] = W[l] A[l-1] + b[l], each (m, n[l]); A[l] where it has none. Z[0] is empty.
    /// </summary>
    public ImmutableArray<T[]> Z { get; }

    /// <summary>A[l] = g[l](Z[l]), each (m, n[l]); A[0] is x.</summary>
    public ImmutableArray<T[]> A { get; }

    /// <summary>The outputs of the network, A[L], (m, n[L]).</summary>
    public T[] Output => A[^1];

    /// <summary>The step that was computed; null: a prediction.</summary>
    internal TrainingMode? Training { get; }

    /// <summary>
    /// Computes Z and A of every layer, as for a prediction: without dropout, and normalized with running statistics. This follows the formulas of
    /// <see cref="Reference.Linear"/> and <see cref="Reference.Activations"/> layer by layer; the outputs may differ from those of Predict by rounding.
    /// </summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">W1 row by row, b1, W2 row by row, b2, ...</param>
    /// <param name="x">The examples (m, n[0]).</param>
    /// <exception cref="ArgumentException">
    /// x does not hold whole examples, or no class index where one is needed, or the parameters are not as many as the network's.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// T cannot hold the slope of a leaky ReLU, or what keeps the divisor of a normalization away from 0.
    /// </exception>
    public static ForwardPass<T> Compute(NetworkDescription description, ReadOnlySpan<T> parameters, ReadOnlySpan<T> x) =>
        Compute(description, parameters, x, training: null);

    /// <summary>Computes Z and A of every layer.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">All parameters.</param>
    /// <param name="x">The examples (m, n[0]).</param>
    /// <param name="training">The step that is computed; null: a prediction.</param>
    internal static ForwardPass<T> Compute(NetworkDescription description, ReadOnlySpan<T> parameters, ReadOnlySpan<T> x, TrainingMode? training)
    {
        ArgumentNullException.ThrowIfNull(description);
        Guard.Parameters(parameters.Length, description.ParameterCount, description.Name);
        foreach (LayerDescription layer in description.Layers)
        {
            layer.RequireElement<T>();
        }

        var pass = new ForwardPass<T>(description, x, training);
        CategoryGuard.Check(description, x);
        ImmutableArray<Range> ranges = ParameterLayout.RangesOf(description);
        for (int l = 1; l <= description.Layers.Length; l++)
        {
            T[][] inputs = [.. LayerSources.Of(description.Layers[l - 1], l).Select(source => pass.A[source])];
            description.Layers[l - 1].Forward(pass.ValuesOf(l, parameters[ranges[l - 1]], inputs));
        }

        return pass;
    }

    /// <summary>A layer of the pass, to be computed.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="inputs">A of its sources.</param>
    internal LayerValues<T> ValuesOf(int number, ReadOnlySpan<T> parameters, ReadOnlySpan<T[]> inputs) => new()
    {
        Number = number,
        Parameters = parameters,
        Inputs = inputs,
        Z = Z[number],
        A = A[number],
        Training = Training,
    };

    private T[] Room(LayerDescription layer) => new T[Guard.OutputLength(Count, layer.OutputSize, Description.Name)];
}
