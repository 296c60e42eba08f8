using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Any optimizer, with bounds on gradients and penalties on large weights. In this order, for a gradient g and a weight w: g is limited to the range from
/// -ClipValue to ClipValue; L2Penalty * w is added to it; w is multiplied by 1 - rate * WeightDecay; and the optimizer takes its step. All of it is part of the
/// same pass over the parameters.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="L2Penalty"/> is what the weight_decay of PyTorch's SGD, RMSprop, Adagrad and Adam is; <see cref="WeightDecay"/> is what that of AdamW is
/// (Loshchilov and Hutter, 2019): it does not go through the means of the optimizer. For gradient descent without momentum they are the same.
/// </para>
/// <para>
/// Penalties are for weights: for what inputs are multiplied with, and the rows of embeddings. Biases, and the scales and shifts of normalizations, are
/// penalized where <see cref="PenalizesAll"/> says so; statistics and frozen parameters never. Rows of an embedding that a batch does not use have no
/// update, and so no decay, in TrainStep and Fit; ApplyGradients, and a batch so long that it goes through a step in slices, update all rows.
/// </para>
/// <para>The state is that of the optimizer, which is shared by every copy.</para>
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
/// <typeparam name="TOptimizer">The optimizer.</typeparam>
public unsafe struct Regularized<T, TOptimizer> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TOptimizer : struct, IOptimizer<T>
{
    private readonly PenaltyMask<T>? mask;
    private TOptimizer optimizer;
    private T bound;
    private T penalty;
    private T minusDecay;

    /// <summary>An optimizer without bounds and penalties, which the properties add.</summary>
    /// <param name="optimizer">The optimizer.</param>
    public Regularized(TOptimizer optimizer)
        : this(optimizer, nameof(Regularized<,>))
    {
    }

    /// <summary>An optimizer within another that the user has.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="name">What messages call it.</param>
    internal Regularized(TOptimizer optimizer, string name)
    {
        this.optimizer = optimizer;
        mask = new PenaltyMask<T>(name);
        bound = T.PositiveInfinity;
    }

    /// <summary>The learning rate of the optimizer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something that the optimizer refuses.</exception>
    public double LearningRate
    {
        readonly get => optimizer.LearningRate;
        set => optimizer.LearningRate = value;
    }

    /// <summary>The optimizer.</summary>
    public readonly TOptimizer Optimizer => optimizer;

    /// <summary>The largest magnitude of an element of the gradient, above 0, and so in T. Default: null, any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public double? ClipValue
    {
        readonly get;
        init
        {
            field = value is { } given ? Hyperparameter.Positive<T>(given, nameof(ClipValue)) : null;
            bound = value is { } limit ? T.CreateTruncating(limit) : T.PositiveInfinity;
        }
    }

    /// <summary>
    /// lambda of the penalty lambda / 2 * the sum of the squared weights, which is part of the cost; finite and not negative, and so in T. Default: 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public double L2Penalty
    {
        readonly get;
        init
        {
            field = Hyperparameter.Rate<T>(value, nameof(L2Penalty));
            penalty = T.CreateTruncating(value);
        }
    }

    /// <summary>The share, in units of the learning rate, that each step takes off the weights; finite and not negative, and so in T. Default: 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public double WeightDecay { readonly get; init => field = Hyperparameter.Rate<T>(value, nameof(WeightDecay)); }

    /// <summary>Whether biases, scales and shifts are penalized as weights are. Default: false.</summary>
    public bool PenalizesAll { readonly get; init; }

    /// <summary>Whether this was made by its constructor.</summary>
    internal readonly bool IsMade => mask is not null;

    /// <summary>Begins a step of the optimizer.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="InvalidOperationException">
    /// The optimizer refuses it, or has trained a network of another size; the learning rate times the weight decay is above 1; or this is <c>default</c>.
    /// </exception>
    public void BeginStep(NetworkDescription network)
    {
        UpdateGuard.Made(IsMade, nameof(Regularized<,>));
        double decay = LearningRate * WeightDecay;
        if (!(decay <= 1.0))
        {
            throw new InvalidOperationException(Text(
                $"This {mask!.Optimizer} has a learning rate of {LearningRate} and a weight decay of {WeightDecay}, ")
                + Text($"so a step would take {decay} times a weight off it: their product must be at most 1."));
        }

        mask!.Begin(network, PenalizesAll);
        minusDecay = T.CreateTruncating(-decay);
        optimizer.BeginStep(network);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public readonly OptimizerState<T> GetState()
    {
        UpdateGuard.Made(IsMade, nameof(Regularized<,>));
        return optimizer.GetState();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public void RestoreState(OptimizerState<T> state)
    {
        UpdateGuard.Made(IsMade, nameof(Regularized<,>));
        optimizer.RestoreState(state);
    }

    /// <inheritdoc/>
    public readonly void PrefetchRows(Span<T> parameters, int index, int stride, int rows, int columns) =>
        optimizer.PrefetchRows(parameters, index, stride, rows, columns);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The piece is not within the parameters.</exception>
    /// <exception cref="InvalidOperationException">This was not begun, or begun for fewer parameters, or is <c>default</c>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update<TPiece, TMath>(Span<T> parameters, int index, TPiece gradient)
        where TPiece : struct
        where TMath : struct, IPieceMath<TPiece, T>
    {
        PenaltyMask<T>? mask = this.mask;
        UpdateGuard.Piece(mask, parameters.Length, index, TMath.Count, nameof(Regularized<,>));
        ref T values = ref MemoryMarshal.GetReference(parameters);
        nuint at = (uint)index;
        TPiece limit = TMath.Create(bound);
        TPiece g = TMath.Min(gradient, limit);
        limit = TMath.Create(-bound);
        g = TMath.Max(g, limit);
        TPiece w = TMath.LoadAt(ref values, at);
        TPiece penalized = TMath.LoadAt(mask.First + at);
        penalized = TMath.Multiply(penalized, w);
        g = TMath.ScaleAdd(penalized, penalty, g);
        w = TMath.ScaleAdd(penalized, minusDecay, w);
        TMath.StoreAt(w, ref values, at);
        optimizer.Update<TPiece, TMath>(parameters, index, g);
        GC.KeepAlive(mask);
    }
}
