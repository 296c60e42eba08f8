namespace NetGen.Benchmarks.Peers.Layerwise;

/// <summary>Elementwise passes as the formulas read.</summary>
internal readonly struct ScalarElementwise : IElementwise
{
    public static void Relu(Span<float> z)
    {
        foreach (ref float value in z)
        {
            value = value > 0 ? value : 0;
        }
    }

    public static void Tanh(Span<float> z)
    {
        foreach (ref float value in z)
        {
            value = MathF.Tanh(value);
        }
    }

    public static void Sigmoid(Span<float> z)
    {
        foreach (ref float value in z)
        {
            value = 1 / (1 + MathF.Exp(-value));
        }
    }

    public static void Softmax(Span<float> z, int units)
    {
        for (int start = 0; start < z.Length; start += units)
        {
            Span<float> row = z.Slice(start, units);
            float greatest = row[0], sum = 0;
            foreach (float value in row)
            {
                greatest = MathF.Max(value, greatest);
            }

            foreach (ref float value in row)
            {
                sum += value = MathF.Exp(value - greatest);
            }

            foreach (ref float value in row)
            {
                value /= sum;
            }
        }
    }

    public static void ReluDerivative(Span<float> d, ReadOnlySpan<float> a)
    {
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = a[i] > 0 ? d[i] : 0;
        }
    }

    public static void TanhDerivative(Span<float> d, ReadOnlySpan<float> a)
    {
        for (int i = 0; i < d.Length; i++)
        {
            d[i] *= 1 - a[i] * a[i];
        }
    }

    public static void OutputDelta(ReadOnlySpan<float> a, ReadOnlySpan<float> y, float scale, Span<float> d)
    {
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = (a[i] - y[i]) * scale;
        }
    }

    public static void SumRows(ReadOnlySpan<float> rows, Span<float> sums)
    {
        sums.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            sums[i % sums.Length] += rows[i];
        }
    }

    public static void Descend(Span<float> values, float rate, ReadOnlySpan<float> gradients)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] -= rate * gradients[i];
        }
    }
}
