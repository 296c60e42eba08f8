using System.Numerics;
using static NetGen.MessageText;

namespace NetGen.Reference;

/// <summary>
/// The linear part of a layer: Z = A W^T + b, and back. A is what comes in from the layer before (X for the first layer), W has a row for each unit and a
/// column for each input, b a value for each unit.
/// </summary>
/// <remarks>
/// <para>
/// In this namespace an example is a row, as in every .NET array and file: A is (m, n[l-1]), Z, dZ (m, n[l]), W, dW (n[l], n[l-1]), b, db (n[l]). Where
/// examples are columns, as in many courses, A, Z, dA and dZ are the transposes of these, W, b, dW and db the same:
/// </para>
/// <list type="table">
/// <listheader><term>examples in columns</term><description>here</description></listheader>
/// <item><term>Z = W A + b</term><description>Z = A W^T + b</description></item>
/// <item><term>dW = dZ A^T / m</term><description>dW = dZ^T A / m</description></item>
/// <item><term>db = row sums of dZ / m</term><description>db = column sums of dZ / m</description></item>
/// <item><term>dA = W^T dZ</term><description>dA = dZ W</description></item>
/// </list>
/// <para>Matrices are two-dimensional arrays: they are written as literals, indexed, printed and compared without a type to learn first.</para>
/// </remarks>
public static class Linear
{
    /// <summary>Z = A W^T + b.</summary>
    /// <param name="A">The activations of the layer before, (m, n[l-1]); X for the first layer.</param>
    /// <param name="W">The weights, (n[l], n[l-1]).</param>
    /// <param name="b">The biases, n[l] values.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>Z, (m, n[l]).</returns>
    /// <exception cref="ArgumentException">The shapes do not fit together; the message names both.</exception>
    public static T[,] Forward<T>(T[,] A, T[,] W, T[] b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckInputs(A, W);
        ArgumentNullException.ThrowIfNull(b);
        if (b.Length != W.GetLength(0))
        {
            throw new ArgumentException(
                Text($"b holds {Counted(b.Length, "value")}, but W is {Matrices.Shape(W)}: ")
                    + Text($"b must hold one for each of its {Counted(W.GetLength(0), "row")}."),
                nameof(b));
        }

        var Z = new T[A.GetLength(0), W.GetLength(0)];
        Forward<T>(Matrices.Values(A), Matrices.Values(W), b, Matrices.Values(Z));
        return Z;
    }

    /// <summary>From dZ, the derivative of the loss of each example: dA = dZ W, dW = dZ^T A / m, db = the column sums of dZ / m.</summary>
    /// <param name="dZ">The derivative of each example's loss with respect to Z, (m, n[l]).</param>
    /// <param name="A">The activations of the layer before, (m, n[l-1]).</param>
    /// <param name="W">The weights, (n[l], n[l-1]).</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>dA of each example, dW and db of the cost, which is the mean over the examples.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit together; the message names both.</exception>
    public static LinearGradients<T> Backward<T>(T[,] dZ, T[,] A, T[,] W)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckInputs(A, W);
        Matrices.NotEmpty(dZ, nameof(dZ));
        (int m, int units, int inputs) = (A.GetLength(0), W.GetLength(0), W.GetLength(1));
        if (dZ.GetLength(0) != m)
        {
            throw new ArgumentException($"dZ is {Matrices.Shape(dZ)}, but A is {Matrices.Shape(A)}: both must have a row for each example.", nameof(dZ));
        }

        if (dZ.GetLength(1) != units)
        {
            throw new ArgumentException($"dZ is {Matrices.Shape(dZ)}, but W is {Matrices.Shape(W)}: dZ must have a column for each row of W.", nameof(dZ));
        }

        var dA = new T[m, inputs];
        var dW = new T[units, inputs];
        var db = new T[units];
        T count = T.CreateChecked(m);
        for (int unit = 0; unit < units; unit++)
        {
            for (int example = 0; example < m; example++)
            {
                for (int input = 0; input < inputs; input++)
                {
                    dA[example, input] += dZ[example, unit] * W[unit, input];
                    dW[unit, input] += dZ[example, unit] * A[example, input];
                }

                db[unit] += dZ[example, unit];
            }

            for (int input = 0; input < inputs; input++)
            {
                dW[unit, input] /= count;
            }

            db[unit] /= count;
        }

        return new(dA, dW, db);
    }

    /// <summary>Z = A W^T + b of values that lie row by row.</summary>
    /// <param name="a">A (m, inputs).</param>
    /// <param name="weights">W (units, inputs).</param>
    /// <param name="biases">b (units).</param>
    /// <param name="z">Receives Z (m, units).</param>
    internal static void Forward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> weights, ReadOnlySpan<T> biases, Span<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int inputs = weights.Length / biases.Length;
        for (int place = 0; place < z.Length; place++)
        {
            (int example, int unit) = Math.DivRem(place, biases.Length);
            z[place] = biases[unit] + Matrices.Dot(weights.Slice(unit * inputs, inputs), a.Slice(example * inputs, inputs));
        }
    }

    private static void CheckInputs<T>(T[,] A, T[,] W)
    {
        Matrices.NotEmpty(A, nameof(A));
        Matrices.NotEmpty(W, nameof(W));
        if (A.GetLength(1) != W.GetLength(1))
        {
            throw new ArgumentException(
                $"W is {Matrices.Shape(W)}, but A is {Matrices.Shape(A)}: "
                    + "W must have a column for each column of A, an input (examples are the rows of A).",
                nameof(W));
        }
    }
}
