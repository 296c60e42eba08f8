using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    private readonly Moments? state;
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
        : this(nameof(Adam<>), learningRate, beta1, beta2, epsilon)
    {
    }

    /// <summary>Adam within another optimizer.</summary>
    /// <param name="name">What messages call it: the optimizer that the user has.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="beta1">How much of the mean of the gradients a step keeps.</param>
    /// <param name="beta2">How much of the mean of their squares a step keeps.</param>
    /// <param name="epsilon">What keeps the divisor away from zero.</param>
    internal Adam(string name, double learningRate, double beta1, double beta2, double epsilon)
    {
        this.learningRate = Hyperparameter.Rate<T>(learningRate);
        Beta1 = Hyperparameter.Decay<T>(beta1);
        Beta2 = Hyperparameter.Decay<T>(beta2);
        Epsilon = Hyperparameter.Positive<T>(epsilon);
        state = new Moments(name, beta1, beta2);
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
    /// <param name="network">The network.</param>
    /// <exception cref="InvalidOperationException">
    /// The moments are those of a network with another number of parameters; or this is <c>default</c>, whose hyperparameters are all zero.
    /// </exception>
    public readonly void BeginStep(NetworkDescription network)
    {
        UpdateGuard.Made(state is not null, nameof(Adam<>));
        state.Ensure(network);
        state.Advance(learningRate, Beta1, Beta2, Epsilon);
    }

    /// <inheritdoc/>
    /// <remarks>It is that of every copy: the blocks m and v, and the powers of beta1 and beta2, beta^t, which correct the bias.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly OptimizerState<T> GetState()
    {
        UpdateGuard.Made(state is not null, nameof(Adam<>));
        return state.Named();
    }

    /// <inheritdoc/>
    /// <remarks>For every copy. The state of an optimizer before its first step makes this one begin anew.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly void RestoreState(OptimizerState<T> state)
    {
        UpdateGuard.Made(this.state is not null, nameof(Adam<>));
        this.state.Restore(state);
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
    public readonly void Update<TPiece, TMath>(Span<T> parameters, int index, TPiece gradient)
        where TPiece : struct
        where TMath : struct, IPieceMath<TPiece, T>
    {
        // Results of operations are put into variables, and few: a tile has some dozens of updates in a row, and the JIT inlines into a method until it has 512
        // variables, to which each operation adds one for every argument that is none.
        Moments? state = this.state;
        UpdateGuard.Piece(state, parameters.Length, index, TMath.Count, nameof(Adam<>));
        ref T values = ref MemoryMarshal.GetReference(parameters);
        nuint at = (uint)index;
        T* first = state.First + at;
        T* second = state.Second + at;
        TPiece gain = TMath.Scale(gradient, state.Gain1);
        TPiece m = TMath.LoadAt(first);
        m = TMath.ScaleAdd(m, state.Decay1, gain);
        gain = TMath.Scale(gradient, state.Gain2);
        TPiece v = TMath.LoadAt(second);
        v = TMath.Scale(v, state.Decay2);
        v = TMath.MultiplyAdd(gain, gradient, v);
        m = TMath.FlushSubnormal(m);
        v = TMath.FlushSubnormal(v);
        TMath.StoreAt(m, first);
        TMath.StoreAt(v, second);
        // From here on v is the divisor and m the quotient: one root and one division for each piece.
        v = TMath.Sqrt(v);
        v = TMath.Shift(v, state.Offset);
        m = TMath.Divide(m, v);
        TPiece w = TMath.LoadAt(ref values, at);
        w = TMath.ScaleAdd(m, state.MinusStep, w);
        TMath.StoreAt(w, ref values, at);
        GC.KeepAlive(state);
    }

    /// <summary>The moments, how far their means have come, and what each update of the present step multiplies by.</summary>
    private sealed class Moments(string name, double beta1, double beta2)
        : UpdateState<T>(name, ["m", "v"], squares: "v")
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
        private const string Beta1Power = "beta1 power";
        private const string Beta2Power = "beta2 power";
        private double beta1Power = 1.0;
        private double beta2Power = 1.0;

        protected override OptimizerScalar[] Scalars => [new(Beta1Power, beta1Power), new(Beta2Power, beta2Power)];

        public void Advance(double rate, double beta1, double beta2, double epsilon)
        {
            // Products rather than Math.Pow, whose last digit differs between machines.
            beta1Power *= beta1;
            beta2Power *= beta2;
            double correction = Math.Sqrt(1.0 - beta2Power);
            MinusStep = T.CreateTruncating(-rate * correction / (1.0 - beta1Power));
            Offset = T.CreateTruncating(epsilon * correction);
        }

        protected override void Point(ParameterBlock<T>[] blocks)
        {
            First = (T*)Unsafe.AsPointer(ref blocks[0].Reference);
            Second = (T*)Unsafe.AsPointer(ref blocks[1].Reference);
        }

        protected override void CheckScalars(OptimizerState<T> state)
        {
            foreach (OptimizerScalar scalar in state.Scalars)
            {
                if (scalar.Value is not (>= 0.0 and <= 1.0))
                {
                    throw new ArgumentException(MessageText.Text(
                        $"The {scalar.Name} of the state is {scalar.Value}, but a power of a beta lies between 0 and 1."));
                }
            }
        }

        protected override void RestoreScalars(OptimizerState<T> state)
        {
            beta1Power = state.Scalar(Beta1Power);
            beta2Power = state.Scalar(Beta2Power);
        }
    }
}
