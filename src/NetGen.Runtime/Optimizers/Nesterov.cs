using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// Nesterov's accelerated gradient (Nesterov, 1983; in the form of Sutskever, Martens, Dahl and Hinton, 2013, as PyTorch's SGD with nesterov=True computes it):
/// v = beta * v + g, w -= rate * (g + beta * v). It looks one step of the velocity ahead, which dampens what <see cref="Momentum{T}"/> overshoots. A beta of 0
/// is gradient descent.
/// </summary>
/// <remarks>
/// The velocity is made at the first step, and shared by every copy: a training goes on wherever one of them is used, in <c>Fit</c> or in steps. A copy has a
/// learning rate of its own. Make another for each network, and do not use one from two threads at once: a network of another size is refused, the rest is not
/// noticed, and gives wrong steps.
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public unsafe struct Nesterov<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The learning rate unless said otherwise.</summary>
    public const double DefaultLearningRate = 0.01;

    /// <summary>The beta unless said otherwise.</summary>
    public const double DefaultBeta = 0.9;

    private readonly VelocityState<T>? state;
    private double learningRate;

    /// <summary>Nesterov's accelerated gradient with a learning rate of 0.01 and a beta of 0.9.</summary>
    public Nesterov()
        : this(DefaultLearningRate)
    {
    }

    /// <summary>Nesterov's accelerated gradient.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative, and so in T.</param>
    /// <param name="beta">How much of the velocity a step keeps: at least 0 and below 1, and so in T.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// One of them is something else, or T would round it to infinity, to 1, to 0 what is not, or to a subnormal number.
    /// </exception>
    public Nesterov(double learningRate, double beta = DefaultBeta)
    {
        this.learningRate = Hyperparameter.Rate<T>(learningRate);
        Beta = Hyperparameter.Decay<T>(beta);
        state = new VelocityState<T>(nameof(Nesterov<>), T.CreateTruncating(beta));
    }

    /// <summary>The learning rate, finite and not negative, and so in T; a change counts from the next step on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else, or T would round it to 0, infinity or a subnormal number.</exception>
    public double LearningRate
    {
        readonly get => learningRate;
        set => learningRate = Hyperparameter.Rate<T>(value, nameof(LearningRate));
    }

    /// <summary>How much of the velocity a step keeps.</summary>
    public double Beta { get; }

    /// <summary>Makes room for the velocity at the first step of any copy.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="InvalidOperationException">
    /// The velocity is that of a network with another number of parameters; or this is <c>default</c>, whose hyperparameters are all zero.
    /// </exception>
    public readonly void BeginStep(NetworkDescription network)
    {
        UpdateGuard.Made(state is not null, nameof(Nesterov<>));
        state.Begin(network, learningRate);
    }

    /// <inheritdoc/>
    /// <remarks>It is that of every copy: the block velocity.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly OptimizerState<T> GetState()
    {
        UpdateGuard.Made(state is not null, nameof(Nesterov<>));
        return state.Named();
    }

    /// <inheritdoc/>
    /// <remarks>For every copy. The state of an optimizer before its first step makes this one begin anew.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly void RestoreState(OptimizerState<T> state)
    {
        UpdateGuard.Made(this.state is not null, nameof(Nesterov<>));
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
        VelocityState<T>? state = this.state;
        UpdateGuard.Piece(state, parameters.Length, index, TMath.Count, nameof(Nesterov<>));
        ref T values = ref MemoryMarshal.GetReference(parameters);
        nuint at = (uint)index;
        T* velocity = state.First + at;
        TPiece v = TMath.LoadAt(velocity);
        v = TMath.ScaleAdd(v, state.Decay, gradient);
        v = TMath.FlushSubnormal(v);
        TMath.StoreAt(v, velocity);
        v = TMath.ScaleAdd(v, state.Decay, gradient);
        TPiece w = TMath.LoadAt(ref values, at);
        w = TMath.ScaleAdd(v, state.MinusRate, w);
        TMath.StoreAt(w, ref values, at);
        GC.KeepAlive(state);
    }
}
