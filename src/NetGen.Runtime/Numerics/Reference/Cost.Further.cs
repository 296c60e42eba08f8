using System.Numerics;
using static NetGen.MessageText;

namespace NetGen.Reference;

/// <content>The losses beside the cross-entropies, the squared and the absolute error.</content>
public static partial class Cost
{
    /// <summary>
    /// The mean over the examples of the sum over the outputs of (A - Y)^2 / 2 where |A - Y| is at most delta, else delta (|A - Y| - delta / 2).
    /// </summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <param name="delta">Where the loss becomes linear, finite and positive.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The delta is out of its range.</exception>
    public static T Huber<T>(T[,] A, T[,] Y, double delta = 1.0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Elementwise(new(Loss.Huber, Activation.Linear, Checked(delta, LossParameter.Delta), 0.0), A, Y);

    /// <summary>dA = A - Y, but no more than delta either way.</summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <param name="delta">Where the loss becomes linear, finite and positive.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dA, (m, n[L]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The delta is out of its range.</exception>
    public static T[,] HuberGradient<T>(T[,] A, T[,] Y, double delta = 1.0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ElementwiseGradient(new(Loss.Huber, Activation.Linear, Checked(delta, LossParameter.Delta), 0.0), A, Y);

    /// <summary>The mean over the examples of the sum over the outputs of max(0, 1 - (2 Y - 1) A).</summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T Hinge<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Elementwise(new(Loss.Hinge, Activation.Linear, 0.0, 0.0), A, Y);

    /// <summary>dA = 1 - 2 Y where 1 - (2 Y - 1) A is positive, else 0.</summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dA, (m, n[L]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] HingeGradient<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ElementwiseGradient(new(Loss.Hinge, Activation.Linear, 0.0, 0.0), A, Y);

    /// <summary>The mean over the examples of the sum over the outputs of A - Y log(A).</summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T Poisson<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Mean(A, nameof(A), Y, static (a, y) => a - Times(y, T.Log(a)));

    /// <summary>dA = 1 - Y / A.</summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dA, (m, n[L]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    public static T[,] PoissonGradient<T>(T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Gradient(A, Y, static (a, y) => T.One - Times(y, T.One / a));

    /// <summary>The mean over the examples of the sum over the outputs of the greater of q (Y - A) and (q - 1) (Y - A), with q for the quantile.</summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <param name="quantile">Which quantile is predicted, above 0 and below 1.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quantile is out of its range.</exception>
    public static T Quantile<T>(T[,] A, T[,] Y, double quantile = 0.5)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Elementwise(new(Loss.Quantile, Activation.Linear, Checked(quantile, LossParameter.Quantile), 0.0), A, Y);

    /// <summary>dA = 1 - q where A is above Y, -q where it is below, 0 where both are equal, with q for the quantile.</summary>
    /// <param name="A">The outputs, (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <param name="quantile">Which quantile is predicted, above 0 and below 1.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dA, (m, n[L]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quantile is out of its range.</exception>
    public static T[,] QuantileGradient<T>(T[,] A, T[,] Y, double quantile = 0.5)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ElementwiseGradient(new(Loss.Quantile, Activation.Linear, Checked(quantile, LossParameter.Quantile), 0.0), A, Y);

    /// <summary>
    /// The focal loss of A = sigmoid(Z), from Z: the binary cross-entropy of each output times q^gamma, with q = Y (1 - A) + (1 - Y) A.
    /// </summary>
    /// <param name="Z">Z[L], (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <param name="gamma">The exponent of what is missed, finite and not negative.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is out of its range.</exception>
    public static T BinaryFocalWithLogits<T>(T[,] Z, T[,] Y, double gamma = 2.0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        OfLogits(new(Loss.Focal, Activation.Sigmoid, Checked(gamma, LossParameter.Gamma), 0.0), Z, Y);

    /// <summary>
    /// dZ of <see cref="BinaryFocalWithLogits"/>: q^gamma (A - Y) + gamma q^(gamma - 1) (1 - 2 Y) A (1 - A) C, with C for the binary cross-entropy.
    /// </summary>
    /// <param name="Z">Z[L], (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <param name="gamma">The exponent of what is missed, finite and not negative.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dZ, (m, n[L]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is out of its range.</exception>
    public static T[,] BinaryFocalWithLogitsGradient<T>(T[,] Z, T[,] Y, double gamma = 2.0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        OfLogitsGradient(new(Loss.Focal, Activation.Sigmoid, Checked(gamma, LossParameter.Gamma), 0.0), Z, Y);

    /// <summary>
    /// The focal loss of A = softmax(Z), from Z: -sum over the outputs of Y (1 - A)^gamma log(A).
    /// </summary>
    /// <param name="Z">Z[L], (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <param name="gamma">The exponent of what is missed, finite and not negative.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is out of its range.</exception>
    public static T FocalWithLogits<T>(T[,] Z, T[,] Y, double gamma = 2.0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        OfLogits(new(Loss.Focal, Activation.Softmax, Checked(gamma, LossParameter.Gamma), 0.0), Z, Y);

    /// <summary>
    /// dZ of <see cref="FocalWithLogits"/>: g[j] - A[j] (sum over k of g[k]), with g = -Y ((1 - A)^gamma - gamma A (1 - A)^(gamma - 1) log(A)).
    /// </summary>
    /// <param name="Z">Z[L], (m, n[L]).</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <param name="gamma">The exponent of what is missed, finite and not negative.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dZ, (m, n[L]).</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is out of its range.</exception>
    public static T[,] FocalWithLogitsGradient<T>(T[,] Z, T[,] Y, double gamma = 2.0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        OfLogitsGradient(new(Loss.Focal, Activation.Softmax, Checked(gamma, LossParameter.Gamma), 0.0), Z, Y);

    private static T Elementwise<T>(LossSpec loss, T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Mean(A, nameof(A), Y, (a, y) => LossFormula.Value(loss, A.GetLength(1), a, y));

    private static T[,] ElementwiseGradient<T>(LossSpec loss, T[,] A, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Gradient(A, Y, (a, y) => LossFormula.Derivative(loss, A.GetLength(1), a, y));

    private static T OfLogits<T>(in LossSpec loss, T[,] Z, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrices.SameShape(Z, nameof(Z), Y, nameof(Y));
        return Mean<T>(loss, Z.GetLength(1), Matrices.Values(Z), [], Matrices.Values(Y));
    }

    private static T[,] OfLogitsGradient<T>(in LossSpec loss, T[,] Z, T[,] Y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrices.SameShape(Z, nameof(Z), Y, nameof(Y));
        var dZ = new T[Z.GetLength(0), Z.GetLength(1)];
        LossFormula.Gradient<T>(loss, Z.GetLength(1), Matrices.Values(Z), Matrices.Values(Y), Matrices.Values(dZ));
        return dZ;
    }

    private static double Checked(double value, LossParameter parameter) => parameter.Allows(value)
        ? value
        : throw new ArgumentOutOfRangeException(
            parameter.Name.ToLowerInvariant(), value, Text($"{parameter.Name.ToLowerInvariant()} is {value}, but must be {parameter.Range}."));
}
