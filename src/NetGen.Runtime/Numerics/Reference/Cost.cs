using System.Numerics;

namespace NetGen.Reference;

/// <summary>
/// The cost of outputs A against labels Y, both (m, n[L]): the mean over the m examples of the loss of each, which is a sum over its outputs. A gradient dA is
/// that of the losses, example by example; the division by m comes with the sums over the examples, in <see cref="Linear.Backward{T}"/>.
/// </summary>
/// <remarks>A product with a label of 0 is 0 whatever it is multiplied with: an output that is exactly 0 and is meant to be costs nothing.</remarks>
public static partial class Cost
{
    /// <summary>
    /// The mean over the examples of the sum over the outputs of -(Y log(A) + (1 - Y) log(1 - A)); infinite where an output is certain and wrong.
    /// </summary>
    /// <param name="A">The outputs, (m, n[L]), each from 0 to 1.</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T BinaryCrossEntropy<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Mean(A, nameof(A), Y, static (a, y) => -Times(y, T.Log(a)) - Times(T.One - y, T.Log(T.One - a)));

    /// <summary>dA = -(Y / A - (1 - Y) / (1 - A)).</summary>
    /// <param name="A">The outputs, (m, n[L]), each from 0 to 1.</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dA, (m, n[L]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] BinaryCrossEntropyGradient<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Gradient(A, Y, static (a, y) => Times(T.One - y, T.One / (T.One - a)) - Times(y, T.One / a));

    /// <summary>The mean over the examples of -sum over the outputs of Y log(A); infinite where an output is certain and wrong.</summary>
    /// <param name="A">The outputs, (m, n[L]), each from 0 to 1.</param>
    /// <param name="Y">The labels, (m, n[L]): rows that sum to 1.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T CrossEntropy<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Mean(A, nameof(A), Y, static (a, y) => -Times(y, T.Log(a)));

    /// <summary>dA = -Y / A.</summary>
    /// <param name="A">The outputs, (m, n[L]), each from 0 to 1.</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dA, (m, n[L]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] CrossEntropyGradient<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Gradient(A, Y, static (a, y) => -Times(y, T.One / a));

    /// <summary>The mean over the examples of the sum over the outputs of (A - Y)^2 / 2.</summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T SquaredError<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Mean(A, nameof(A), Y, HalfSquare);

    /// <summary>dA = A - Y.</summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dA, (m, n[L]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] SquaredErrorGradient<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Gradient(A, Y, static (a, y) => a - y);

    /// <summary>The mean over the examples of the sum over the outputs of |A - Y|.</summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T AbsoluteError<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Mean(A, nameof(A), Y, static (a, y) => T.Abs(a - y));

    /// <summary>dA = the sign of A - Y: 1, -1, or 0 where both are equal.</summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dA, (m, n[L]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] AbsoluteErrorGradient<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Gradient(A, Y, static (a, y) => T.IsNaN(a - y) ? a - y : T.CreateChecked(T.Sign(a - y)));

    /// <summary>
    /// The binary cross-entropy of A = sigmoid(Z), from Z: Y log(1 + exp(-Z)) + (1 - Y) log(1 + exp(Z)). It is finite for any finite Z, and keeps its digits
    /// where A is nearly Y; so networks compute it.
    /// </summary>
    /// <param name="Z">Z[L], (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T BinaryCrossEntropyWithLogits<T>(T[,] Z, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Mean(Z, nameof(Z), Y, BinaryCrossEntropyOfLogit);

    /// <summary>
    /// The cross-entropy of A = softmax(Z), from Z: the sum over the outputs j of Y[j] (log(sum over k of exp(Z[k])) - Z[j]). It is finite for any finite Z,
    /// and keeps its digits where A is nearly Y; so networks compute it.
    /// </summary>
    /// <param name="Z">Z[L], (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]): rows that sum to 1.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T CrossEntropyWithLogits<T>(T[,] Z, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrices.SameShape(Z, nameof(Z), Y, nameof(Y));
        return Mean<T>(LossSpec.Of(Loss.CrossEntropy, Activation.Softmax), Z.GetLength(1), Matrices.Values(Z), [], Matrices.Values(Y));
    }

    /// <summary>
    /// dZ = A - Y: the gradient of either cross-entropy with respect to Z[L], with A = sigmoid(Z) for the binary one, A = softmax(Z) for the other, whose
    /// labels sum to 1. The derivative of the activation has cancelled with the quotients of dA.
    /// </summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dZ, (m, n[L]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] WithLogitsGradient<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Gradient(A, Y, static (a, y) => a - y);

    /// <summary>The cost of a forward pass whose values lie row by row; of losses of logits, from Z.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The length of a row, n[L].</param>
    /// <param name="z">Z[L] (m, n[L]); the losses of errors do not read it.</param>
    /// <param name="a">A[L] (m, n[L]); the losses of logits do not read it.</param>
    /// <param name="y">The labels (m, n[L]).</param>
    internal static T Mean<T>(in LossSpec loss, int outputs, ReadOnlySpan<T> z, ReadOnlySpan<T> a, ReadOnlySpan<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int start = 0; loss.IsOfExample && start < y.Length; start += outputs)
        {
            sum += LossFormula.OfExample(loss, z.Slice(start, outputs), y.Slice(start, outputs));
        }

        bool isOfLogits = LossFacts.Of(loss.Kind).IsOfLogits;
        for (int place = 0; !loss.IsOfExample && place < y.Length; place++)
        {
            sum += LossFormula.Value(loss, outputs, isOfLogits ? z[place] : a[place], y[place]);
        }

        return sum / T.CreateChecked(y.Length / outputs);
    }

    private static T Mean<T>(T[,] outputs, string name, T[,] Y, Func<T, T, T> loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrices.SameShape(outputs, name, Y, nameof(Y));
        T sum = T.Zero;
        foreach (T value in Matrices.Map(outputs, Y, loss))
        {
            sum += value;
        }

        return sum / T.CreateChecked(Y.GetLength(0));
    }

    private static T[,] Gradient<T>(T[,] A, T[,] Y, Func<T, T, T> derivative)
    {
        Matrices.SameShape(A, nameof(A), Y, nameof(Y));
        return Matrices.Map(A, Y, derivative);
    }

    private static T HalfSquare<T>(T a, T y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => (a - y) * (a - y) / T.CreateChecked(2);

    private static T BinaryCrossEntropyOfLogit<T>(T z, T y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => LossFormula.BinaryCrossEntropy(z, y);

    private static T Times<T>(T y, T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => LossFormula.Times(y, value);
}
