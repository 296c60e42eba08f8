using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// Adam (Kingma and Ba, 2015, algorithm 1): m = beta1 * m + (1 - beta1) * g, v = beta2 * v + (1 - beta2) * g^2, and in step t
/// w -= rate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon).
/// </summary>
/// <remarks>The moments are made at the first step. A copy made after it shares them; a network is trained with one of them only.</remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public unsafe struct Adam<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The learning rate unless said otherwise.</summary>
    public const double DefaultLearningRate = 0.001;

    /// <summary>The beta1 unless said otherwise.</summary>
    public const double DefaultBeta1 = 0.9;

    /// <summary>The beta2 unless said otherwise.</summary>
    public const double DefaultBeta2 = 0.999;

    /// <summary>The epsilon unless said otherwise.</summary>
    public const double DefaultEpsilon = 1e-8;

    private double learningRate;
    private double beta1Power = 1.0;
    private double beta2Power = 1.0;
    private ParameterBlock<T>? firstBlock;
    private ParameterBlock<T>? secondBlock;

    // The blocks are pinned: pointers save every piece of the update the way through the objects.
    private T* first;
    private T* second;
    private T decay1;
    private T decay2;
    private T gain1;
    private T gain2;

    // The corrections for the bias, multiplied through: w += minusStep * m / (sqrt(v) + offset), where minusStep = -rate * sqrt(1 - beta2^t) / (1 - beta1^t)
    // and offset = epsilon * sqrt(1 - beta2^t). One root and one division for each piece, and the same result as the formula above.
    private T minusStep;
    private T offset;

    /// <summary>Adam with a learning rate of 0.001, a beta1 of 0.9, a beta2 of 0.999 and an epsilon of 1e-8.</summary>
    public Adam()
        : this(DefaultLearningRate)
    {
    }

    /// <summary>Adam.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative.</param>
    /// <param name="beta1">How much of the mean of the gradients a step keeps: at least 0 and below 1.</param>
    /// <param name="beta2">How much of the mean of their squares a step keeps: at least 0 and below 1.</param>
    /// <param name="epsilon">What keeps the divisor away from zero: finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is something else.</exception>
    public Adam(double learningRate, double beta1 = DefaultBeta1, double beta2 = DefaultBeta2, double epsilon = DefaultEpsilon)
    {
        this.learningRate = Hyperparameter.Rate(learningRate);
        Beta1 = Hyperparameter.Decay(beta1);
        Beta2 = Hyperparameter.Decay(beta2);
        Epsilon = Hyperparameter.Positive(epsilon);
        decay1 = T.CreateTruncating(beta1);
        decay2 = T.CreateTruncating(beta2);
        gain1 = T.CreateTruncating(1.0 - beta1);
        gain2 = T.CreateTruncating(1.0 - beta2);
    }

    /// <summary>The learning rate, finite and not negative; a change counts from the next step on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public double LearningRate
    {
        readonly get => learningRate;
        set => learningRate = Hyperparameter.Rate(value, nameof(LearningRate));
    }

    /// <summary>How much of the mean of the gradients a step keeps.</summary>
    public double Beta1 { get; }

    /// <summary>How much of the mean of the squared gradients a step keeps.</summary>
    public double Beta2 { get; }

    /// <summary>What keeps the divisor away from zero.</summary>
    public double Epsilon { get; }

    /// <summary>Makes room for the moments at the first step, and advances the corrections for their bias.</summary>
    /// <param name="parameterCount">The number of parameters of the network.</param>
    /// <exception cref="InvalidOperationException">
    /// The moments are those of a network with another number of parameters; or this is <c>default</c>, whose hyperparameters are all zero.
    /// </exception>
    public void BeginStep(int parameterCount)
    {
        if (Epsilon == 0.0)
            throw new InvalidOperationException($"This {nameof(Adam<>)} is default, with an epsilon of 0: make it with new, which sets the hyperparameters.");
        OptimizerState.Ensure(ref firstBlock, parameterCount, nameof(Adam<>));
        OptimizerState.Ensure(ref secondBlock, parameterCount, nameof(Adam<>));
        first = (T*)Unsafe.AsPointer(ref firstBlock!.Reference);
        second = (T*)Unsafe.AsPointer(ref secondBlock!.Reference);

        // Products rather than Math.Pow, whose last digit differs between machines.
        beta1Power *= Beta1;
        beta2Power *= Beta2;
        double correction = Math.Sqrt(1.0 - beta2Power);
        minusStep = T.CreateTruncating(-learningRate * correction / (1.0 - beta1Power));
        offset = T.CreateTruncating(Epsilon * correction);
    }

    /// <inheritdoc/>
    public readonly void PrefetchRows(ref T parameters, nuint index, nint stride, nint rows, nint columns)
    {
        Prefetch.FarRows(ref Unsafe.Add(ref parameters, index), stride, rows, columns);
        Prefetch.FarRows(ref first[index], stride, rows, columns);
        Prefetch.FarRows(ref second[index], stride, rows, columns);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(ref T parameters, nuint index, Vector512<T> gradient)
    {
        Vector512<T> m = VectorArithmetic.MultiplyAdd(Vector512.Load(first + index), Vector512.Create(decay1), gradient * Vector512.Create(gain1));
        Vector512<T> v = VectorArithmetic.MultiplyAdd(gradient * Vector512.Create(gain2), gradient, Vector512.Load(second + index) * Vector512.Create(decay2));
        m = VectorArithmetic.FlushSubnormal(m);
        v = VectorArithmetic.FlushSubnormal(v);
        m.Store(first + index);
        v.Store(second + index);
        Vector512<T> quotient = m / (Vector512.Sqrt(v) + Vector512.Create(offset));
        VectorArithmetic.MultiplyAdd(quotient, Vector512.Create(minusStep), Vector512.LoadUnsafe(ref parameters, index)).StoreUnsafe(ref parameters, index);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(ref T parameters, nuint index, Vector256<T> gradient)
    {
        Vector256<T> m = VectorArithmetic.MultiplyAdd(Vector256.Load(first + index), Vector256.Create(decay1), gradient * Vector256.Create(gain1));
        Vector256<T> v = VectorArithmetic.MultiplyAdd(gradient * Vector256.Create(gain2), gradient, Vector256.Load(second + index) * Vector256.Create(decay2));
        m = VectorArithmetic.FlushSubnormal(m);
        v = VectorArithmetic.FlushSubnormal(v);
        m.Store(first + index);
        v.Store(second + index);
        Vector256<T> quotient = m / (Vector256.Sqrt(v) + Vector256.Create(offset));
        VectorArithmetic.MultiplyAdd(quotient, Vector256.Create(minusStep), Vector256.LoadUnsafe(ref parameters, index)).StoreUnsafe(ref parameters, index);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(ref T parameters, nuint index, Vector128<T> gradient)
    {
        Vector128<T> m = VectorArithmetic.MultiplyAdd(Vector128.Load(first + index), Vector128.Create(decay1), gradient * Vector128.Create(gain1));
        Vector128<T> v = VectorArithmetic.MultiplyAdd(gradient * Vector128.Create(gain2), gradient, Vector128.Load(second + index) * Vector128.Create(decay2));
        m = VectorArithmetic.FlushSubnormal(m);
        v = VectorArithmetic.FlushSubnormal(v);
        m.Store(first + index);
        v.Store(second + index);
        Vector128<T> quotient = m / (Vector128.Sqrt(v) + Vector128.Create(offset));
        VectorArithmetic.MultiplyAdd(quotient, Vector128.Create(minusStep), Vector128.LoadUnsafe(ref parameters, index)).StoreUnsafe(ref parameters, index);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(ref T parameters, nuint index, T gradient)
    {
        T m = T.MultiplyAddEstimate(first[index], decay1, gradient * gain1);
        T v = T.MultiplyAddEstimate(gradient * gain2, gradient, second[index] * decay2);
        m = VectorArithmetic.FlushSubnormal(m);
        v = VectorArithmetic.FlushSubnormal(v);
        first[index] = m;
        second[index] = v;
        ref T parameter = ref Unsafe.Add(ref parameters, index);
        parameter = T.MultiplyAddEstimate(m / (T.Sqrt(v) + offset), minusStep, parameter);
    }
}
