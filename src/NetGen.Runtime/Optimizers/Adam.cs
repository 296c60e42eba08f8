using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// Adam (Kingma and Ba, 2015, algorithm 1): m = beta1 * m + (1 - beta1) * g, v = beta2 * v + (1 - beta2) * g^2, and in step t
/// w -= rate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon).
/// </summary>
/// <remarks>
/// The moments are made at the first step. They and the number of steps are shared by every copy: a training goes on wherever one of them is used, in
/// <c>Fit</c>
/// or in steps. A copy has a learning rate of its own. Make another for each network, and do not use one from two threads at once: a network of another size is
/// refused, the rest is not noticed, and gives wrong steps.
/// </remarks>
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

    private readonly State? state;
    private double learningRate;

    /// <summary>Adam with a learning rate of 0.001, a beta1 of 0.9, a beta2 of 0.999 and an epsilon of 1e-8.</summary>
    public Adam()
        : this(DefaultLearningRate)
    {
    }

    /// <summary>Adam.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative, and so in T.</param>
    /// <param name="beta1">How much of the mean of the gradients a step keeps: at least 0 and below 1, and so in T.</param>
    /// <param name="beta2">How much of the mean of their squares a step keeps: at least 0 and below 1, and so in T.</param>
    /// <param name="epsilon">What keeps the divisor away from zero: finite and above 0, and so in T.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// One of them is something else, or T would round it to infinity, to 1, to 0 what is not, or to a subnormal number.
    /// </exception>
    public Adam(double learningRate, double beta1 = DefaultBeta1, double beta2 = DefaultBeta2, double epsilon = DefaultEpsilon)
    {
        this.learningRate = Hyperparameter.Rate<T>(learningRate);
        Beta1 = Hyperparameter.Decay<T>(beta1);
        Beta2 = Hyperparameter.Decay<T>(beta2);
        Epsilon = Hyperparameter.Positive<T>(epsilon);
        state = new State(beta1, beta2);
    }

    /// <summary>The learning rate, finite and not negative, and so in T; a change counts from the next step on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else, or T would round it to 0, infinity or a subnormal number.</exception>
    public double LearningRate
    {
        readonly get => learningRate;
        set => learningRate = Hyperparameter.Rate<T>(value, nameof(LearningRate));
    }

    /// <summary>How much of the mean of the gradients a step keeps.</summary>
    public double Beta1 { get; }

    /// <summary>How much of the mean of the squared gradients a step keeps.</summary>
    public double Beta2 { get; }

    /// <summary>What keeps the divisor away from zero.</summary>
    public double Epsilon { get; }

    /// <summary>Makes room for the moments at the first step of any copy, and advances the corrections for their bias.</summary>
    /// <param name="parameterCount">The number of parameters of the network.</param>
    /// <exception cref="InvalidOperationException">
    /// The moments are those of a network with another number of parameters; or this is <c>default</c>, whose hyperparameters are all zero.
    /// </exception>
    public readonly void BeginStep(int parameterCount)
    {
        UpdateGuard.Made(state is not null, nameof(Adam<>));
        state.Ensure(parameterCount);
        state.Advance(learningRate, Beta1, Beta2, Epsilon);
    }

    /// <inheritdoc/>
    public readonly void PrefetchRows(Span<T> parameters, int index, int stride, int rows, int columns)
    {
        Prefetch.FarRows<T>(parameters, index, stride, rows, columns);
        if (state is null)
        {
            return;
        }

        Prefetch.FarRows(new ReadOnlySpan<T>(state.First, state.Length), index, stride, rows, columns);
        Prefetch.FarRows(new ReadOnlySpan<T>(state.Second, state.Length), index, stride, rows, columns);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The piece is not within the parameters.</exception>
    /// <exception cref="InvalidOperationException">This was not begun, or begun for fewer parameters, or is <c>default</c>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(Span<T> parameters, int index, Vector512<T> gradient)
    {
        State state = Checked(parameters, index, Vector512<T>.Count);
        ref T values = ref MemoryMarshal.GetReference(parameters);
        nuint at = (uint)index;
        T* first = state.First + at;
        T* second = state.Second + at;
        Vector512<T> m = VectorArithmetic.MultiplyAdd(Vector512.Load(first), Vector512.Create(state.Decay1), gradient * Vector512.Create(state.Gain1));
        Vector512<T> v = Vector512.Load(second) * Vector512.Create(state.Decay2);
        v = VectorArithmetic.MultiplyAdd(gradient * Vector512.Create(state.Gain2), gradient, v);
        m = VectorArithmetic.FlushSubnormal(m);
        v = VectorArithmetic.FlushSubnormal(v);
        m.Store(first);
        v.Store(second);
        Vector512<T> quotient = m / (Vector512.Sqrt(v) + Vector512.Create(state.Offset));
        VectorArithmetic.MultiplyAdd(quotient, Vector512.Create(state.MinusStep), Vector512.LoadUnsafe(ref values, at)).StoreUnsafe(ref values, at);
        GC.KeepAlive(state);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The piece is not within the parameters.</exception>
    /// <exception cref="InvalidOperationException">This was not begun, or begun for fewer parameters, or is <c>default</c>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(Span<T> parameters, int index, Vector256<T> gradient)
    {
        State state = Checked(parameters, index, Vector256<T>.Count);
        ref T values = ref MemoryMarshal.GetReference(parameters);
        nuint at = (uint)index;
        T* first = state.First + at;
        T* second = state.Second + at;
        Vector256<T> m = VectorArithmetic.MultiplyAdd(Vector256.Load(first), Vector256.Create(state.Decay1), gradient * Vector256.Create(state.Gain1));
        Vector256<T> v = Vector256.Load(second) * Vector256.Create(state.Decay2);
        v = VectorArithmetic.MultiplyAdd(gradient * Vector256.Create(state.Gain2), gradient, v);
        m = VectorArithmetic.FlushSubnormal(m);
        v = VectorArithmetic.FlushSubnormal(v);
        m.Store(first);
        v.Store(second);
        Vector256<T> quotient = m / (Vector256.Sqrt(v) + Vector256.Create(state.Offset));
        VectorArithmetic.MultiplyAdd(quotient, Vector256.Create(state.MinusStep), Vector256.LoadUnsafe(ref values, at)).StoreUnsafe(ref values, at);
        GC.KeepAlive(state);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The piece is not within the parameters.</exception>
    /// <exception cref="InvalidOperationException">This was not begun, or begun for fewer parameters, or is <c>default</c>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(Span<T> parameters, int index, Vector128<T> gradient)
    {
        State state = Checked(parameters, index, Vector128<T>.Count);
        ref T values = ref MemoryMarshal.GetReference(parameters);
        nuint at = (uint)index;
        T* first = state.First + at;
        T* second = state.Second + at;
        Vector128<T> m = VectorArithmetic.MultiplyAdd(Vector128.Load(first), Vector128.Create(state.Decay1), gradient * Vector128.Create(state.Gain1));
        Vector128<T> v = Vector128.Load(second) * Vector128.Create(state.Decay2);
        v = VectorArithmetic.MultiplyAdd(gradient * Vector128.Create(state.Gain2), gradient, v);
        m = VectorArithmetic.FlushSubnormal(m);
        v = VectorArithmetic.FlushSubnormal(v);
        m.Store(first);
        v.Store(second);
        Vector128<T> quotient = m / (Vector128.Sqrt(v) + Vector128.Create(state.Offset));
        VectorArithmetic.MultiplyAdd(quotient, Vector128.Create(state.MinusStep), Vector128.LoadUnsafe(ref values, at)).StoreUnsafe(ref values, at);
        GC.KeepAlive(state);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parameter.</exception>
    /// <exception cref="InvalidOperationException">This was not begun, or begun for fewer parameters, or is <c>default</c>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update(Span<T> parameters, int index, T gradient)
    {
        State state = Checked(parameters, index, 1);
        ref T parameter = ref Unsafe.Add(ref MemoryMarshal.GetReference(parameters), (nuint)(uint)index);
        nuint at = (uint)index;
        T* first = state.First + at;
        T* second = state.Second + at;
        T m = T.MultiplyAddEstimate(*first, state.Decay1, gradient * state.Gain1);
        T v = T.MultiplyAddEstimate(gradient * state.Gain2, gradient, *second * state.Decay2);
        m = VectorArithmetic.FlushSubnormal(m);
        v = VectorArithmetic.FlushSubnormal(v);
        *first = m;
        *second = v;
        parameter = T.MultiplyAddEstimate(m / (T.Sqrt(v) + state.Offset), state.MinusStep, parameter);
        GC.KeepAlive(state);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly State Checked(Span<T> parameters, int index, int count)
    {
        State? state = this.state;
        UpdateGuard.Piece(state, parameters.Length, index, count, nameof(Adam<>));
        return state;
    }

    /// <summary>The moments, how far their means have come, and what each update of the present step multiplies by.</summary>
    private sealed class State(double beta1, double beta2) : OptimizerState<T>(nameof(Adam<>))
    {
        public readonly T Decay1 = T.CreateTruncating(beta1);
        public readonly T Decay2 = T.CreateTruncating(beta2);
        public readonly T Gain1 = T.CreateTruncating(1.0 - beta1);
        public readonly T Gain2 = T.CreateTruncating(1.0 - beta2);

        // The corrections for the bias, multiplied through: w += MinusStep * m / (sqrt(v) + Offset), where MinusStep = -rate * sqrt(1 - beta2^t) / (1 -
        // beta1^t) and Offset = epsilon * sqrt(1 - beta2^t). One root and one division for each piece, and the same result as the formula above.
        public T MinusStep;
        public T Offset;
        public T* First;
        public T* Second;
        private ParameterBlock<T>? firstBlock;
        private ParameterBlock<T>? secondBlock;
        private double beta1Power = 1.0;
        private double beta2Power = 1.0;

        public void Advance(double rate, double beta1, double beta2, double epsilon)
        {
            // Products rather than Math.Pow, whose last digit differs between machines.
            beta1Power *= beta1;
            beta2Power *= beta2;
            double correction = Math.Sqrt(1.0 - beta2Power);
            MinusStep = T.CreateTruncating(-rate * correction / (1.0 - beta1Power));
            Offset = T.CreateTruncating(epsilon * correction);
        }

        protected override void Allocate(int parameterCount)
        {
            firstBlock = new ParameterBlock<T>(parameterCount);
            secondBlock = new ParameterBlock<T>(parameterCount);
            First = (T*)Unsafe.AsPointer(ref firstBlock.Reference);
            Second = (T*)Unsafe.AsPointer(ref secondBlock.Reference);
        }
    }
}
