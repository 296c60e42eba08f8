using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter, 2019, algorithm 2, with a schedule of 1): w *= 1 - rate * weightDecay for weights, then a step of
/// <see cref="Adam{T}"/>. It is <see cref="Regularized{T, TOptimizer}"/> of Adam, whose remarks say which parameters decay.
/// </summary>
/// <remarks>As of Adam, the moments and the number of steps are shared by every copy.</remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public struct AdamW<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The weight decay unless said otherwise.</summary>
    public const double DefaultWeightDecay = 0.01;

    private Regularized<T, Adam<T>> inner;

    /// <summary>AdamW with a learning rate of 0.001, a beta1 of 0.9, a beta2 of 0.999, an epsilon of 1e-8 and a weight decay of 0.01.</summary>
    public AdamW()
        : this(Adam<T>.DefaultLearningRate)
    {
    }

    /// <summary>AdamW.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative, and so in T.</param>
    /// <param name="beta1">How much of the mean of the gradients a step keeps: at least 0 and below 1, and so in T.</param>
    /// <param name="beta2">How much of the mean of their squares a step keeps: at least 0 and below 1, and so in T.</param>
    /// <param name="epsilon">What keeps the divisor away from zero: finite and above 0, and so in T.</param>
    /// <param name="weightDecay">The share, in units of the learning rate, that each step takes off the weights; finite and not negative, and so in T.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// One of them is something else, or T would round it to infinity, to 1, to 0 what is not, or to a subnormal number.
    /// </exception>
    public AdamW(
        double learningRate,
        double beta1 = Adam<T>.DefaultBeta1,
        double beta2 = Adam<T>.DefaultBeta2,
        double epsilon = Adam<T>.DefaultEpsilon,
        double weightDecay = DefaultWeightDecay) =>
        inner = new(new Adam<T>(nameof(AdamW<>), learningRate, beta1, beta2, epsilon), nameof(AdamW<>)) { WeightDecay = Hyperparameter.Rate<T>(weightDecay) };

    /// <summary>The learning rate, finite and not negative, and so in T; a change counts from the next step on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else, or T would round it to 0, infinity or a subnormal number.</exception>
    public double LearningRate
    {
        readonly get => inner.LearningRate;
        set => inner.LearningRate = value;
    }

    /// <summary>How much of the mean of the gradients a step keeps.</summary>
    public readonly double Beta1 => inner.Optimizer.Beta1;

    /// <summary>How much of the mean of the squared gradients a step keeps.</summary>
    public readonly double Beta2 => inner.Optimizer.Beta2;

    /// <summary>What keeps the divisor away from zero.</summary>
    public readonly double Epsilon => inner.Optimizer.Epsilon;

    /// <summary>The share, in units of the learning rate, that each step takes off the weights.</summary>
    public readonly double WeightDecay => inner.WeightDecay;

    /// <summary>Makes room for the moments at the first step of any copy, and advances the corrections for their bias.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="InvalidOperationException">
    /// The moments are those of a network with another number of parameters; the learning rate times the weight decay is above 1; or this is <c>default</c>.
    /// </exception>
    public void BeginStep(NetworkDescription network)
    {
        UpdateGuard.Made(inner.IsMade, nameof(AdamW<>));
        inner.BeginStep(network);
    }

    /// <inheritdoc/>
    /// <remarks>That of <see cref="Adam{T}"/>.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly OptimizerState<T> GetState()
    {
        UpdateGuard.Made(inner.IsMade, nameof(AdamW<>));
        return inner.GetState();
    }

    /// <inheritdoc/>
    /// <remarks>For every copy. The state of an optimizer before its first step makes this one begin anew.</remarks>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public void RestoreState(OptimizerState<T> state)
    {
        UpdateGuard.Made(inner.IsMade, nameof(AdamW<>));
        inner.RestoreState(state);
    }

    /// <inheritdoc/>
    public readonly void PrefetchRows(Span<T> parameters, int index, int stride, int rows, int columns) =>
        inner.PrefetchRows(parameters, index, stride, rows, columns);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The piece is not within the parameters.</exception>
    /// <exception cref="InvalidOperationException">This was not begun, or begun for fewer parameters, or is <c>default</c>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update<TPiece, TMath>(Span<T> parameters, int index, TPiece gradient)
        where TPiece : struct
        where TMath : struct, IPieceMath<TPiece, T> => inner.Update<TPiece, TMath>(parameters, index, gradient);
}
