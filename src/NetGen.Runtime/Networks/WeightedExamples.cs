using System.Numerics;
using NetGen.CompilerServices;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Costs, gradients and steps in which each example has a weight: the cost is 1/m times the sum over the m examples of weight times loss, as Keras'
/// sample_weight has it, so an example of weight 2 counts as if it stood there twice, and one of weight 0 is left out, but is still one of the m.
/// </summary>
/// <remarks>
/// The weights are of one call, and of networks that NetGen emits: another implementation of <see cref="INetwork{TSelf, T}"/> does not see them. A batch
/// normalization normalizes with the statistics of all examples, whatever their weights.
/// </remarks>
public static class WeightedExamples
{
    /// <summary>One training step, whose gradients are those of the weighted cost.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The examples (m, InputSize).</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="weights">The weights of the examples (m), each finite and not negative.</param>
    /// <param name="optimizer">Turns gradients into an update; its state advances by one step.</param>
    /// <param name="threads">How many threads at most; 0 leaves it to the plan.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <typeparam name="TOptimizer">The optimizer's struct type.</typeparam>
    /// <exception cref="ArgumentException">
    /// As without weights; or there are not as many weights as examples, or one is negative, NaN or infinite.
    /// </exception>
    /// <exception cref="InvalidOperationException">As without weights.</exception>
    public static void TrainStep<TNetwork, T, TOptimizer>(
        this INetwork<TNetwork, T> network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> weights, ref TOptimizer optimizer, int threads = 0)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        Check(network, x, y, weights);
        unsafe
        {
            fixed (T* first = weights, labels = y)
            {
                WeightedCall outer = ExampleWeights.Begin(new(TNetwork.Description.Name, (nint)first, (nint)labels, (nint)y.Length * sizeof(T)));
                try
                {
                    ((TNetwork)network).TrainStep(x, y, ref optimizer, threads);
                }
                finally
                {
                    ExampleWeights.End(outer);
                }
            }
        }
    }

    /// <summary>One training step, whose gradients are those of the weighted cost; returns that cost before the update.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The examples (m, InputSize).</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="weights">The weights of the examples (m), each finite and not negative.</param>
    /// <param name="optimizer">Turns gradients into an update; its state advances by one step.</param>
    /// <param name="threads">How many threads at most; 0 leaves it to the plan.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <typeparam name="TOptimizer">The optimizer's struct type.</typeparam>
    /// <returns>The weighted cost.</returns>
    /// <exception cref="ArgumentException">
    /// As without weights; or there are not as many weights as examples, or one is negative, NaN or infinite.
    /// </exception>
    /// <exception cref="InvalidOperationException">As without weights.</exception>
    public static double TrainStepWithCost<TNetwork, T, TOptimizer>(
        this INetwork<TNetwork, T> network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> weights, ref TOptimizer optimizer, int threads = 0)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        Check(network, x, y, weights);
        unsafe
        {
            fixed (T* first = weights, labels = y)
            {
                WeightedCall outer = ExampleWeights.Begin(new(TNetwork.Description.Name, (nint)first, (nint)labels, (nint)y.Length * sizeof(T)));
                try
                {
                    return ((TNetwork)network).TrainStepWithCost(x, y, ref optimizer, threads);
                }
                finally
                {
                    ExampleWeights.End(outer);
                }
            }
        }
    }

    /// <summary>The weighted cost: 1/m times the sum over the examples of weight times loss.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The examples (m, InputSize).</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="weights">The weights of the examples (m), each finite and not negative.</param>
    /// <param name="threads">How many threads at most; 0 leaves it to the plan.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>The weighted cost.</returns>
    /// <exception cref="ArgumentException">
    /// As without weights; or there are not as many weights as examples, or one is negative, NaN or infinite.
    /// </exception>
    /// <exception cref="InvalidOperationException">As without weights.</exception>
    public static double Cost<TNetwork, T>(
        this INetwork<TNetwork, T> network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> weights, int threads = 0)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check(network, x, y, weights);
        unsafe
        {
            fixed (T* first = weights, labels = y)
            {
                WeightedCall outer = ExampleWeights.Begin(new(TNetwork.Description.Name, (nint)first, (nint)labels, (nint)y.Length * sizeof(T)));
                try
                {
                    return ((TNetwork)network).Cost(x, y, threads);
                }
                finally
                {
                    ExampleWeights.End(outer);
                }
            }
        }
    }

    /// <summary>Computes the gradient of the weighted cost with respect to every parameter.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The examples (m, InputSize).</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="weights">The weights of the examples (m), each finite and not negative.</param>
    /// <param name="gradients">Receives ParameterCount values in the order of the parameters; must not overlap the weights.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">
    /// As without weights; or there are not as many weights as examples, or one is negative, NaN or infinite.
    /// </exception>
    /// <exception cref="InvalidOperationException">As without weights.</exception>
    public static void ComputeGradients<TNetwork, T>(
        this INetwork<TNetwork, T> network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> weights, Span<T> gradients)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireApart(gradients, weights);
        Check(network, x, y, weights);
        unsafe
        {
            fixed (T* first = weights, labels = y)
            {
                WeightedCall outer = ExampleWeights.Begin(new(TNetwork.Description.Name, (nint)first, (nint)labels, (nint)y.Length * sizeof(T)));
                try
                {
                    ((TNetwork)network).ComputeGradients(x, y, gradients);
                }
                finally
                {
                    ExampleWeights.End(outer);
                }
            }
        }
    }

    /// <summary>A weighted training step without its update, which ApplyGradients is; returns the weighted cost.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The examples (m, InputSize).</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="weights">The weights of the examples (m), each finite and not negative.</param>
    /// <param name="gradients">Receives ParameterCount values in the order of the parameters; must not overlap the weights.</param>
    /// <param name="threads">How many threads at most; 0 leaves it to the plan.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>The weighted cost.</returns>
    /// <exception cref="ArgumentException">
    /// As without weights; or there are not as many weights as examples, or one is negative, NaN or infinite.
    /// </exception>
    /// <exception cref="InvalidOperationException">As without weights.</exception>
    public static double ComputeStepGradients<TNetwork, T>(
        this INetwork<TNetwork, T> network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> weights, Span<T> gradients, int threads = 0)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireApart(gradients, weights);
        Check(network, x, y, weights);
        unsafe
        {
            fixed (T* first = weights, labels = y)
            {
                WeightedCall outer = ExampleWeights.Begin(new(TNetwork.Description.Name, (nint)first, (nint)labels, (nint)y.Length * sizeof(T)));
                try
                {
                    return ((TNetwork)network).ComputeStepGradients(x, y, gradients, threads);
                }
                finally
                {
                    ExampleWeights.End(outer);
                }
            }
        }
    }

    private static void Check<TNetwork, T>(INetwork<TNetwork, T> network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> weights)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        int examples = Guard.LabelledExamples(x.Length, y.Length, TNetwork.InputSize, TNetwork.OutputSize, TNetwork.Description.Name);
        if (weights.Length != examples)
        {
            throw new ArgumentException(
                Text($"weights holds {Counted(weights.Length, "value")}, but x holds {Counted(examples, "example")}: each example needs one weight."),
                nameof(weights));
        }

        if (WeightScan.IndexOfInvalid(weights) is >= 0 and int index)
        {
            throw new ArgumentException(
                Text($"weights holds {weights[index]} for example {index}, but a weight must be finite and not negative."), nameof(weights));
        }
    }

    private static void RequireApart<T>(Span<T> gradients, ReadOnlySpan<T> weights)
    {
        if (weights.Overlaps(gradients))
        {
            throw new ArgumentException("gradients overlaps weights, which would be written over while they are read: pass other memory.", nameof(gradients));
        }
    }
}
