using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// Lion (Chen and others, 2023, "Symbolic discovery of optimization algorithms"): w -= rate * sign(beta1 * m + (1 - beta1) * g), then
/// m = beta2 * m + (1 - beta2) * g. Each step moves each parameter by the rate or not at all, so the rate is three to ten times lower than Adam's; it keeps one
/// number for each parameter where Adam keeps two. The weight decay of the paper is that of <see cref="Regularized{T, TOptimizer}"/>.
/// </summary>
/// <remarks>
/// The mean is made at the first step, and shared by every copy: a training goes on wherever one of them is used, in <c>Fit</c> or in steps. A copy has a
/// learning rate of its own. Make another for each network, and do not use one from two threads at once: a network of another size is refused, the rest is not
/// noticed, and gives wrong steps.
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public unsafe struct Lion<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The learning rate unless said otherwise.</summary>
    public const double DefaultLearningRate = 0.0001;

    /// <summary>The beta1 unless said otherwise.</summary>
    public const double DefaultBeta1 = 0.9;

    /// <summary>The beta2 unless said otherwise.</summary>
    public const double DefaultBeta2 = 0.99;

    private readonly Mean? state;
    private double learningRate;

    /// <summary>Lion with a learning rate of 0.0001, a beta1 of 0.9 and a beta2 of 0.99.</summary>
    public Lion()
        : this(DefaultLearningRate)
    {
    }

    /// <summary>Lion.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative, and so in T.</param>
    /// <param name="beta1">How much of the direction is the mean of the gradients before: at least 0 and below 1, and so in T.</param>
    /// <param name="beta2">How much of the mean of the gradients a step keeps: at least 0 and below 1, and so in T.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// One of them is something else, or T would round it to infinity, to 1, to 0 what is not, or to a subnormal number.
    /// </exception>
    public Lion(double learningRate, double beta1 = DefaultBeta1, double beta2 = DefaultBeta2)
    {
        this.learningRate = Hyperparameter.Rate<T>(learningRate);
        Beta1 = Hyperparameter.Decay<T>(beta1);
        Beta2 = Hyperparameter.Decay<T>(beta2);
        state = new Mean(beta1, beta2);
    }

    /// <summary>The learning rate, finite and not negative, and so in T; a change counts from the next step on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else, or T would round it to 0, infinity or a subnormal number.</exception>
    public double LearningRate
    {
        readonly get => learningRate;
        set => learningRate = Hyperparameter.Rate<T>(value, nameof(LearningRate));
    }

    /// <summary>How much of the direction is the mean of the gradients before.</summary>
    public double Beta1 { get; }

    /// <summary>How much of the mean of the gradients a step keeps.</summary>
    public double Beta2 { get; }

    /// <summary>Makes room for the m at the first step of any copy.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="InvalidOperationException">
    /// The m is that of a network with another number of parameters; or this is <c>default</c>, whose hyperparameters are all zero.
    /// </exception>
    public readonly void BeginStep(NetworkDescription network)
    {
        UpdateGuard.Made(state is not null, nameof(Lion<>));
        state.Begin(network, learningRate);
    }

    /// <inheritdoc/>
    /// <remarks>It is that of every copy: the block m.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly OptimizerState<T> GetState()
    {
        UpdateGuard.Made(state is not null, nameof(Lion<>));
        return state.Named();
    }

    /// <inheritdoc/>
    /// <remarks>For every copy. The state of an optimizer before its first step makes this one begin anew.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly void RestoreState(OptimizerState<T> state)
    {
        UpdateGuard.Made(this.state is not null, nameof(Lion<>));
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
        UpdateGuard.Piece(state, parameters.Length, index, TMath.Count, nameof(Lion<>));
        ref T values = ref MemoryMarshal.GetReference(parameters);
        nuint at = (uint)index;
        T* mean = state.First + at;
        TPiece m = TMath.LoadAt(mean);
        TPiece direction = TMath.Scale(gradient, state.Gain1);
        direction = TMath.ScaleAdd(m, state.Decay1, direction);
        TPiece gain = TMath.Scale(gradient, state.Gain2);
        m = TMath.ScaleAdd(m, state.Decay2, gain);
        m = TMath.FlushSubnormal(m);
        TMath.StoreAt(m, mean);
        direction = TMath.Sign(direction);
        TPiece w = TMath.LoadAt(ref values, at);
        w = TMath.ScaleAdd(direction, state.MinusRate, w);
        TMath.StoreAt(w, ref values, at);
        GC.KeepAlive(state);
    }

    /// <summary>The means of the gradients, and what each update of the present step multiplies by.</summary>
    private sealed class Mean(double beta1, double beta2) : BlockState<T>(nameof(Lion<>), "m")
    {
        public readonly T Decay1 = T.CreateTruncating(beta1);
        public readonly T Gain1 = T.CreateTruncating(1.0 - beta1);
        public readonly T Decay2 = T.CreateTruncating(beta2);
        public readonly T Gain2 = T.CreateTruncating(1.0 - beta2);
    }
}
