using System.Numerics;
using static NetGen.MessageText;

namespace NetGen.Reference;

/// <summary>One step of gradient descent.</summary>
public static class Update
{
    /// <summary>W - learningRate * dW.</summary>
    /// <param name="W">The weights, (n[l], n[l-1]).</param>
    /// <param name="dW">The derivative of the cost with respect to them, of the same shape.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>The new weights; W is left as it is.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or are empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is negative or not finite, or would be in T, or 0 or subnormal there.</exception>
    public static T[,] GradientDescent<T>(T[,] W, T[,] dW, double learningRate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrices.SameShape(dW, nameof(dW), W, nameof(W));
        T rate = T.CreateTruncating(Hyperparameter.Rate<T>(learningRate));
        return Matrices.Map(W, dW, (w, dw) => w - (rate * dw));
    }

    /// <summary>b - learningRate * db.</summary>
    /// <param name="b">The biases, n[l] values.</param>
    /// <param name="db">The derivative of the cost with respect to them, as many values.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>The new biases; b is left as it is.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is negative or not finite, or would be in T, or 0 or subnormal there.</exception>
    public static T[] GradientDescent<T>(T[] b, T[] db, double learningRate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(db);
        if (db.Length != b.Length)
        {
            throw new ArgumentException(Text($"db holds {Counted(db.Length, "value")}, but b holds {b.Length}: both must hold the same number."), nameof(db));
        }

        T rate = T.CreateTruncating(Hyperparameter.Rate<T>(learningRate));
        var result = new T[b.Length];
        Matrices.Map<T>(b, db, result, (value, derivative) => value - (rate * derivative));
        return result;
    }
}
