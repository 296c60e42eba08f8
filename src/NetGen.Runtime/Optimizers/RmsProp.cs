using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// RMSProp (Tieleman and Hinton, 2012, lecture 6.5, with the epsilon outside of the root, as in PyTorch): s = alpha * s + (1 - alpha) * g^2,
/// w -= rate * g / (sqrt(s) + epsilon). It has no correction for the bias of a mean that starts at zero, so the first steps are long.
/// </summary>
/// <remarks>
/// The mean is made at the first step, and shared by every copy: a training goes on wherever one of them is used, in <c>Fit</c> or in steps. A copy has a
/// learning rate of its own. Make another for each network, and do not use one from two threads at once: a network of another size is refused, the rest is not
/// noticed, and gives wrong steps.
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public unsafe struct RmsProp<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The learning rate unless said otherwise.</summary>
    public const double DefaultLearningRate = 0.01;

    /// <summary>The alpha unless said otherwise.</summary>
    public const double DefaultAlpha = 0.99;

    /// <summary>The epsilon unless said otherwise.</summary>
    public const double DefaultEpsilon = 1e-8;

    private readonly Mean? state;
    private double learningRate;

    /// <summary>RMSProp with a learning rate of 0.01, an alpha of 0.99 and an epsilon of 1e-8.</summary>
    public RmsProp()
        : this(DefaultLearningRate)
    {
    }

    /// <summary>RMSProp.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative, and so in T.</param>
    /// <param name="alpha">How much of the mean of the squared gradients a step keeps: at least 0 and below 1, and so in T.</param>
    /// <param name="epsilon">What keeps the divisor away from zero: finite and above 0, and so in T.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// One of them is something else, or T would round it to infinity, to 1, to 0 what is not, or to a subnormal number.
    /// </exception>
    public RmsProp(double learningRate, double alpha = DefaultAlpha, double epsilon = DefaultEpsilon)
    {
        this.learningRate = Hyperparameter.Rate<T>(learningRate);
        Alpha = Hyperparameter.Decay<T>(alpha);
        Epsilon = Hyperparameter.Positive<T>(epsilon);
        state = new Mean(alpha, epsilon);
    }

    /// <summary>The learning rate, finite and not negative, and so in T; a change counts from the next step on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else, or T would round it to 0, infinity or a subnormal number.</exception>
    public double LearningRate
    {
        readonly get => learningRate;
        set => learningRate = Hyperparameter.Rate<T>(value, nameof(LearningRate));
    }

    /// <summary>How much of the mean of the squared gradients a step keeps.</summary>
    public double Alpha { get; }

    /// <summary>What keeps the divisor away from zero.</summary>
    public double Epsilon { get; }

    /// <summary>Makes room for the mean square at the first step of any copy.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="InvalidOperationException">
    /// The mean square is that of a network with another number of parameters; or this is <c>default</c>, whose hyperparameters are all zero.
    /// </exception>
    public readonly void BeginStep(NetworkDescription network)
    {
        UpdateGuard.Made(state is not null, nameof(RmsProp<>));
        state.Begin(network, learningRate);
    }

    /// <inheritdoc/>
    /// <remarks>It is that of every copy: the block mean square.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly OptimizerState<T> GetState()
    {
        UpdateGuard.Made(state is not null, nameof(RmsProp<>));
        return state.Named();
    }

    /// <inheritdoc/>
    /// <remarks>For every copy. The state of an optimizer before its first step makes this one begin anew.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly void RestoreState(OptimizerState<T> state)
    {
        UpdateGuard.Made(this.state is not null, nameof(RmsProp<>));
        this.state.Restore(state);
    }

    /// <inheritdoc/>
    public readonly void PrefetchRows(Span<T> parameters, int index, int stride, int rows, int columns) =>
        state?.Prefetch(parameters, index, stride, rows, columns);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The piece is not within the parameters.</exception>
    /// <exception cref="InvalidOperationException">This was not begun, or begun for fewer parameters, or is <c>default</c>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update<TPiece, TMath>(Span<T> parameters, int index, TPiece gradient)
        where TPiece : struct
        where TMath : struct, IPieceMath<TPiece, T>
    {
        Mean? state = this.state;
        UpdateGuard.Piece(state, parameters.Length, index, TMath.Count, nameof(RmsProp<>));
        ref T values = ref MemoryMarshal.GetReference(parameters);
        nuint at = (uint)index;
        T* mean = state.First + at;
        TPiece gain = TMath.Scale(gradient, state.Gain);
        TPiece s = TMath.LoadAt(mean);
        s = TMath.Scale(s, state.Decay);
        s = TMath.MultiplyAdd(gain, gradient, s);
        s = TMath.FlushSubnormal(s);
        TMath.StoreAt(s, mean);
        s = TMath.Sqrt(s);
        s = TMath.Shift(s, state.Offset);
        s = TMath.Divide(gradient, s);
        TPiece w = TMath.LoadAt(ref values, at);
        w = TMath.ScaleAdd(s, state.MinusRate, w);
        TMath.StoreAt(w, ref values, at);
        GC.KeepAlive(state);
    }

    /// <summary>The means of the squared gradients, and what each update of the present step computes with.</summary>
    private sealed class Mean(double alpha, double epsilon) : BlockState<T>(nameof(RmsProp<>), "mean square", areSquares: true)
    {
        public readonly T Decay = T.CreateTruncating(alpha);
        public readonly T Gain = T.CreateTruncating(1.0 - alpha);
        public readonly T Offset = T.CreateTruncating(epsilon);
    }
}
