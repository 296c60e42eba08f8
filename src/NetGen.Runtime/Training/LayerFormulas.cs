using System.Numerics;

namespace NetGen;

/// <summary>What a layer computes, as its formulas have it, for code that looks into a network. Generated networks have code of their own.</summary>
internal static class LayerFormulas
{
    /// <summary>Z[l] = A[l-1] W[l]^T + b[l].</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="weights">W[l] (Units, Inputs).</param>
    /// <param name="biases">b[l] (Units).</param>
    /// <param name="inputs">A[l-1] (m, Inputs).</param>
    /// <param name="z">Receives Z[l] (m, Units).</param>
    public static void Combine<T>(LayerDescription layer, ReadOnlySpan<T> weights, ReadOnlySpan<T> biases, ReadOnlySpan<T> inputs, Span<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int place = 0; place < z.Length; place++)
        {
            (int example, int unit) = Math.DivRem(place, layer.Units);
            z[place] = biases[unit] + Dot(weights.Slice(unit * layer.Inputs, layer.Inputs), inputs.Slice(example * layer.Inputs, layer.Inputs));
        }
    }

    /// <summary>A[l] = g(Z[l]).</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="z">Z[l] (m, Units).</param>
    /// <param name="a">Receives A[l] (m, Units).</param>
    public static void Activate<T>(LayerDescription layer, ReadOnlySpan<T> z, Span<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (layer.Activation == Activation.Softmax)
        {
            for (int start = 0; start < z.Length; start += layer.Units)
                Softmax(z.Slice(start, layer.Units), a.Slice(start, layer.Units));
            return;
        }

        T slope = T.CreateChecked(layer.Slope);
        for (int place = 0; place < z.Length; place++)
            a[place] = Value(layer.Activation, slope, z[place]);
    }

    private static T Dot<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> sums = Vector<T>.Zero;
        int place = 0;
        for (; place + Vector<T>.Count <= left.Length; place += Vector<T>.Count)
            sums += new Vector<T>(left[place..]) * new Vector<T>(right[place..]);
        T sum = Vector.Sum(sums);
        for (; place < left.Length; place++)
            sum += left[place] * right[place];
        return sum;
    }

    private static void Softmax<T>(ReadOnlySpan<T> z, Span<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T greatest = z[0];
        foreach (T value in z)
            greatest = T.Max(greatest, value);
        T sum = T.Zero;
        for (int unit = 0; unit < z.Length; unit++)
            sum += a[unit] = z[unit] == greatest ? T.One : T.Exp(z[unit] - greatest);
        for (int unit = 0; unit < z.Length; unit++)
            a[unit] /= sum;
    }

    private static T Value<T>(Activation activation, T slope, T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Where Z is -infinity, those that multiply by it have the limit 0.
        if (activation is Activation.Gelu or Activation.Silu && T.IsNegativeInfinity(z))
            return T.Zero;
        T half = T.CreateChecked(0.5);
        return activation switch
        {
            Activation.Linear => z,
            Activation.Sigmoid => T.One / (T.One + T.Exp(-z)),
            Activation.Tanh => T.Tanh(z),
            Activation.Relu => T.Max(T.Zero, z),
            Activation.LeakyRelu => z > T.Zero ? z : slope * z,
            Activation.Gelu => half * z * (T.One + T.Tanh(T.Sqrt(T.CreateChecked(2) / T.Pi) * (z + (T.CreateChecked(0.044715) * z * z * z)))),
            Activation.Silu => z / (T.One + T.Exp(-z)),
            Activation.Elu => z > T.Zero ? z : T.ExpM1(z),
            Activation.Softplus => T.Max(z, T.Zero) + T.LogP1(T.Exp(-T.Abs(z))),
            _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "softmax is not a function of one element"),
        };
    }
}
