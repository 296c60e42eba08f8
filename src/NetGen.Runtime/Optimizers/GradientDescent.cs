using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen;

/// <summary>Gradient descent: w -= rate * g. Batch, mini-batch or stochastic, as the examples of a step are all, some or one.</summary>
/// <remarks>It keeps no state: any number of networks may be trained with one of them.</remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public struct GradientDescent<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The learning rate unless said otherwise.</summary>
    public const double DefaultLearningRate = 0.01;

    // Tells what a constructor has made from default, whose rate of 0 would train nothing in silence.
    private readonly bool isMade;
    private double learningRate;

    // Scalars, broadcast where they are used: a load that broadcasts costs what a load of a vector costs, and cannot cross a cache line.
    private T minusRate;

    /// <summary>Gradient descent with a learning rate of 0.01.</summary>
    public GradientDescent()
        : this(DefaultLearningRate)
    {
    }

    /// <summary>Gradient descent.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative, and so in T.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is something else, or T would round it to 0, infinity or a subnormal number.</exception>
    public GradientDescent(double learningRate)
    {
        LearningRate = Hyperparameter.Rate<T>(learningRate);
        isMade = true;
    }

    /// <summary>The learning rate, finite and not negative, and so in T.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else, or T would round it to 0, infinity or a subnormal number.</exception>
    public double LearningRate
    {
        readonly get => learningRate;
        set
        {
            learningRate = Hyperparameter.Rate<T>(value, nameof(LearningRate));
            minusRate = T.CreateTruncating(-value);
        }
    }

    /// <summary>Checks that this is not <c>default</c>; there is no state to make room for.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, which would train nothing.</exception>
    public readonly void BeginStep(NetworkDescription network) => UpdateGuard.Made(isMade, nameof(GradientDescent<>));

    /// <inheritdoc/>
    /// <remarks>It keeps nothing.</remarks>
    public readonly OptimizerState<T> GetState() => OptimizerState<T>.None;

    /// <inheritdoc/>
    public readonly void RestoreState(OptimizerState<T> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.RequireFit(nameof(GradientDescent<>), [], [], 0);
    }

    /// <inheritdoc/>
    public readonly void PrefetchRows(Span<T> parameters, int index, int stride, int rows, int columns) =>
        Prefetch.FarRows<T>(parameters, index, stride, rows, columns);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The piece is not within the parameters.</exception>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Update<TPiece, TMath>(Span<T> parameters, int index, TPiece gradient)
        where TPiece : struct
        where TMath : struct, IPieceMath<TPiece, T>
    {
        UpdateGuard.Made(isMade, nameof(GradientDescent<>));
        PieceGuard.Inside(parameters.Length, index, TMath.Count);
        ref T values = ref MemoryMarshal.GetReference(parameters);
        nuint at = (uint)index;
        TPiece w = TMath.LoadAt(ref values, at);
        w = TMath.ScaleAdd(gradient, minusRate, w);
        TMath.StoreAt(w, ref values, at);
    }
}
