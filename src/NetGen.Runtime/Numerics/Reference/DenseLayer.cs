using System.Numerics;
using static NetGen.MessageText;

namespace NetGen.Reference;

/// <summary>A layer: A = g(A[l-1] W^T + b).</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed record DenseLayer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Makes a layer of parameters; it shows the arrays themselves, not copies.</summary>
    /// <param name="W">The weights, (n[l], n[l-1]).</param>
    /// <param name="b">The biases, n[l] values.</param>
    /// <param name="activation">g.</param>
    /// <param name="slope">The slope of a leaky ReLU where Z is not positive; finite and not negative.</param>
    /// <exception cref="ArgumentException">W is empty, or b holds another number of values than W has rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such activation, or the slope is negative or not finite, or would be in T, or 0 or subnormal
    /// there.</exception>
    public DenseLayer(T[,] W, T[] b, Activation activation, double slope = 0.01)
    {
        Matrices.NotEmpty(W, nameof(W));
        ArgumentNullException.ThrowIfNull(b);
        if (b.Length != W.GetLength(0))
        {
            throw new ArgumentException(Text($"b holds {Counted(b.Length, "value")}, but W is {Matrices.Shape(W)}: b must hold {W.GetLength(0)}."), nameof(b));
        }

        DescriptionGuard.Activation<T>(activation, slope);
        (this.W, this.b, Activation, Slope) = (W, b, activation, slope);
    }

    /// <summary>The weights, (n[l], n[l-1]).</summary>
    public T[,] W { get; }

    /// <summary>The biases, n[l] values.</summary>
    public T[] b { get; }

    /// <summary>The activation, g.</summary>
    public Activation Activation { get; }

    /// <summary>The slope of a leaky ReLU where Z is not positive.</summary>
    public double Slope { get; }
}
