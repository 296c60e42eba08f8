using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// AdaGrad (Duchi, Hazan and Singer, 2011): s += g^2, w -= rate * g / (sqrt(s) + epsilon). Parameters whose gradients are rare, such as the rows of an
/// embedding, keep a large step; all steps shrink in the end.
/// </summary>
/// <remarks>
/// The sums are made at the first step, and shared by every copy: a training goes on wherever one of them is used, in <c>Fit</c> or in steps. A copy has a
/// learning rate of its own. Make another for each network, and do not use one from two threads at once: a network of another size is refused, the rest is not
/// noticed, and gives wrong steps.
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public unsafe struct AdaGrad<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The learning rate unless said otherwise.</summary>
    public const double DefaultLearningRate = 0.01;

    /// <summary>The epsilon unless said otherwise.</summary>
    public const double DefaultEpsilon = 1e-10;

    private readonly Sums? state;
    private double learningRate;

    /// <summary>AdaGrad with a learning rate of 0.01 and an epsilon of 1e-10.</summary>
    public AdaGrad()
        : this(DefaultLearningRate)
    {
    }

    /// <summary>AdaGrad.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative, and so in T.</param>
    /// <param name="epsilon">What keeps the divisor away from zero: finite and above 0, and so in T.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// One of them is something else, or T would round it to infinity, to 1, to 0 what is not, or to a subnormal number.
    /// </exception>
    public AdaGrad(double learningRate, double epsilon = DefaultEpsilon)
    {
        this.learningRate = Hyperparameter.Rate<T>(learningRate);
        Epsilon = Hyperparameter.Positive<T>(epsilon);
        state = new Sums(T.CreateTruncating(epsilon));
    }

    /// <summary>The learning rate, finite and not negative, and so in T; a change counts from the next step on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else, or T would round it to 0, infinity or a subnormal number.</exception>
    public double LearningRate
    {
        readonly get => learningRate;
        set => learningRate = Hyperparameter.Rate<T>(value, nameof(LearningRate));
    }

    /// <summary>What keeps the divisor away from zero.</summary>
    public double Epsilon { get; }

    /// <summary>Makes room for the sum at the first step of any copy.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="InvalidOperationException">
    /// The sum is that of a network with another number of parameters; or this is <c>default</c>, whose hyperparameters are all zero.
    /// </exception>
    public readonly void BeginStep(NetworkDescription network)
    {
        UpdateGuard.Made(state is not null, nameof(AdaGrad<>));
        state.Begin(network, learningRate);
    }

    /// <inheritdoc/>
    /// <remarks>It is that of every copy: the block sum.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly OptimizerState<T> GetState()
    {
        UpdateGuard.Made(state is not null, nameof(AdaGrad<>));
        return state.Named();
    }

    /// <inheritdoc/>
    /// <remarks>For every copy. The state of an optimizer before its first step makes this one begin anew.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly void RestoreState(OptimizerState<T> state)
    {
        UpdateGuard.Made(this.state is not null, nameof(AdaGrad<>));
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
        Sums? state = this.state;
        UpdateGuard.Piece(state, parameters.Length, index, TMath.Count, nameof(AdaGrad<>));
        ref T values = ref MemoryMarshal.GetReference(parameters);
        nuint at = (uint)index;
        T* sum = state.First + at;
        TPiece s = TMath.LoadAt(sum);
        s = TMath.MultiplyAdd(gradient, gradient, s);
        TMath.StoreAt(s, sum);
        s = TMath.Sqrt(s);
        s = TMath.Shift(s, state.Offset);
        TPiece quotient = TMath.Divide(gradient, s);
        TPiece w = TMath.LoadAt(ref values, at);
        w = TMath.ScaleAdd(quotient, state.MinusRate, w);
        TMath.StoreAt(w, ref values, at);
        GC.KeepAlive(state);
    }

    /// <summary>The sums of the squared gradients, and what each update of the present step computes with.</summary>
    private sealed class Sums(T offset) : BlockState<T>(nameof(AdaGrad<>), "sum", areSquares: true)
    {
        public readonly T Offset = offset;
    }
}
