using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// Gradient descent with momentum, in the classical form (Polyak, 1964; as written by Sutskever, Martens, Dahl and Hinton, 2013, with the rate outside of the
/// velocity, so that it may change between steps): v = beta * v + g, w -= rate * v. A beta of 0 is gradient descent; a gradient that stays the same is followed
/// 1 / (1 - beta) times as fast.
/// </summary>
/// <remarks>The velocity is made at the first step. A copy made after it shares the velocity; a network is trained with one of them only.</remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public unsafe struct Momentum<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The learning rate unless said otherwise.</summary>
    public const double DefaultLearningRate = 0.01;

    /// <summary>The beta unless said otherwise.</summary>
    public const double DefaultBeta = 0.9;

    private double learningRate;
    private ParameterBlock<T>? block;

    // The block is pinned: a pointer saves every piece of the update the way through the object.
    private T* velocity;
    private T minusRate;
    private T decay;

    /// <summary>Momentum with a learning rate of 0.01 and a beta of 0.9.</summary>
    public Momentum()
        : this(DefaultLearningRate)
    {
    }

    /// <summary>Momentum.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative.</param>
    /// <param name="beta">How much of the velocity a step keeps: at least 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is something else.</exception>
    public Momentum(double learningRate, double beta = DefaultBeta)
    {
        LearningRate = Hyperparameter.Rate(learningRate);
        Beta = Hyperparameter.Decay(beta);
        decay = T.CreateTruncating(beta);
    }

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

    /// <summary>How much of the velocity a step keeps.</summary>
    public double Beta { get; }

    /// <summary>Makes room for the velocity at the first step.</summary>
    /// <param name="parameterCount">The number of parameters of the network.</param>
    /// <exception cref="InvalidOperationException">The velocity is that of a network with another number of parameters.</exception>
    public void BeginStep(int parameterCount)
    {
        OptimizerState.Ensure(ref block, parameterCount, nameof(Momentum<>));
        velocity = (T*)Unsafe.AsPointer(ref block!.Reference);
    }

    /// <inheritdoc/>
    public readonly void PrefetchRows(ref T parameters, nuint index, nint stride, nint rows, nint columns)
    {
        Prefetch.FarRows(ref Unsafe.Add(ref parameters, index), stride, rows, columns);
        Prefetch.FarRows(ref velocity[index], stride, rows, columns);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(ref T parameters, nuint index, Vector512<T> gradient)
    {
        Vector512<T> v = VectorArithmetic.FlushSubnormal(VectorArithmetic.MultiplyAdd(Vector512.Load(velocity + index), Vector512.Create(decay), gradient));
        v.Store(velocity + index);
        VectorArithmetic.MultiplyAdd(v, Vector512.Create(minusRate), Vector512.LoadUnsafe(ref parameters, index)).StoreUnsafe(ref parameters, index);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(ref T parameters, nuint index, Vector256<T> gradient)
    {
        Vector256<T> v = VectorArithmetic.FlushSubnormal(VectorArithmetic.MultiplyAdd(Vector256.Load(velocity + index), Vector256.Create(decay), gradient));
        v.Store(velocity + index);
        VectorArithmetic.MultiplyAdd(v, Vector256.Create(minusRate), Vector256.LoadUnsafe(ref parameters, index)).StoreUnsafe(ref parameters, index);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(ref T parameters, nuint index, Vector128<T> gradient)
    {
        Vector128<T> v = VectorArithmetic.FlushSubnormal(VectorArithmetic.MultiplyAdd(Vector128.Load(velocity + index), Vector128.Create(decay), gradient));
        v.Store(velocity + index);
        VectorArithmetic.MultiplyAdd(v, Vector128.Create(minusRate), Vector128.LoadUnsafe(ref parameters, index)).StoreUnsafe(ref parameters, index);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(ref T parameters, nuint index, T gradient)
    {
        T v = VectorArithmetic.FlushSubnormal(T.MultiplyAddEstimate(velocity[index], decay, gradient));
        velocity[index] = v;
        ref T parameter = ref Unsafe.Add(ref parameters, index);
        parameter = T.MultiplyAddEstimate(v, minusRate, parameter);
    }
}
