using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// Gradient descent with momentum, in the classical form (Polyak, 1964; as written by Sutskever, Martens, Dahl and Hinton, 2013, with the rate outside of the
/// velocity, so that it may change between steps): v = beta * v + g, w -= rate * v. A beta of 0 is gradient descent; a gradient that stays the same is followed
/// 1 / (1 - beta) times as fast.
/// </summary>
/// <remarks>
/// The velocity is made at the first step, and shared by every copy: a training goes on wherever one of them is used, in <c>Fit</c> or in steps. A copy has a
/// learning rate of its own. Make another for each network, and do not use one from two threads at once: a network of another size is refused, the rest is not
/// noticed, and gives wrong steps.
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public unsafe struct Momentum<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The learning rate unless said otherwise.</summary>
    public const double DefaultLearningRate = 0.01;

    /// <summary>The beta unless said otherwise.</summary>
    public const double DefaultBeta = 0.9;

    private readonly VelocityState<T>? state;
    private double learningRate;

    /// <summary>Momentum with a learning rate of 0.01 and a beta of 0.9.</summary>
    public Momentum()
        : this(DefaultLearningRate)
    {
    }

    /// <summary>Momentum.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative, and so in T.</param>
    /// <param name="beta">How much of the velocity a step keeps: at least 0 and below 1, and so in T.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// One of them is something else, or T would round it to infinity, to 1, to 0 what is not, or to a subnormal number.
    /// </exception>
    public Momentum(double learningRate, double beta = DefaultBeta)
    {
        this.learningRate = Hyperparameter.Rate<T>(learningRate);
        Beta = Hyperparameter.Decay<T>(beta);
        state = new VelocityState<T>(nameof(Momentum<>), T.CreateTruncating(beta));
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
        UpdateGuard.Made(state is not null, nameof(Momentum<>));
        state.Begin(network, learningRate);
    }

    /// <inheritdoc/>
    /// <remarks>It is that of every copy: the block velocity.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly OptimizerState<T> GetState()
    {
        UpdateGuard.Made(state is not null, nameof(Momentum<>));
        return state.Named();
    }

    /// <inheritdoc/>
    /// <remarks>For every copy. The state of an optimizer before its first step makes this one begin anew.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly void RestoreState(OptimizerState<T> state)
    {
        UpdateGuard.Made(this.state is not null, nameof(Momentum<>));
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
        // Results of operations are put into variables, and few: a tile has some dozens of updates in a row, and the JIT inlines into a method until it has 512
        // variables, to which each operation adds one for every argument that is none.
        VelocityState<T>? state = this.state;
        UpdateGuard.Piece(state, parameters.Length, index, TMath.Count, nameof(Momentum<>));
        ref T values = ref MemoryMarshal.GetReference(parameters);
        nuint at = (uint)index;
        T* velocity = state.First + at;
        TPiece v = TMath.LoadAt(velocity);
        v = TMath.ScaleAdd(v, state.Decay, gradient);
        v = TMath.FlushSubnormal(v);
        TMath.StoreAt(v, velocity);
        TPiece w = TMath.LoadAt(ref values, at);
        w = TMath.ScaleAdd(v, state.MinusRate, w);
        TMath.StoreAt(w, ref values, at);
        GC.KeepAlive(state);
    }
}
