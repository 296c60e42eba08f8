using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>Gradient descent: w -= rate * g. Batch, mini-batch or stochastic, as the examples of a step are all, some or one.</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public struct GradientDescent<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The learning rate unless said otherwise.</summary>
    public const double DefaultLearningRate = 0.01;

    private double learningRate;

    // Scalars, broadcast where they are used: a load that broadcasts costs what a load of a vector costs, and cannot cross a cache line.
    private T minusRate;

    /// <summary>Gradient descent with a learning rate of 0.01.</summary>
    public GradientDescent()
        : this(DefaultLearningRate)
    {
    }

    /// <summary>Gradient descent.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is something else.</exception>
    public GradientDescent(double learningRate) => LearningRate = Hyperparameter.Rate(learningRate);

    /// <summary>The learning rate, finite and not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public double LearningRate
    {
        readonly get => learningRate;
        set
        {
            learningRate = Hyperparameter.Rate(value, nameof(LearningRate));
            minusRate = T.CreateTruncating(-value);
        }
    }

    /// <inheritdoc/>
    public readonly void BeginStep(int parameterCount)
    {
    }

    /// <inheritdoc/>
    public readonly void PrefetchRows(ref T parameters, nuint index, nint stride, nint rows, nint columns) =>
        Prefetch.FarRows(ref Unsafe.Add(ref parameters, index), stride, rows, columns);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(ref T parameters, nuint index, Vector512<T> gradient) =>
        VectorArithmetic.MultiplyAdd(gradient, Vector512.Create(minusRate), Vector512.LoadUnsafe(ref parameters, index)).StoreUnsafe(ref parameters, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(ref T parameters, nuint index, Vector256<T> gradient) =>
        VectorArithmetic.MultiplyAdd(gradient, Vector256.Create(minusRate), Vector256.LoadUnsafe(ref parameters, index)).StoreUnsafe(ref parameters, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(ref T parameters, nuint index, Vector128<T> gradient) =>
        VectorArithmetic.MultiplyAdd(gradient, Vector128.Create(minusRate), Vector128.LoadUnsafe(ref parameters, index)).StoreUnsafe(ref parameters, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(ref T parameters, nuint index, T gradient)
    {
        ref T parameter = ref Unsafe.Add(ref parameters, index);
        parameter = T.MultiplyAddEstimate(gradient, minusRate, parameter);
    }
}
