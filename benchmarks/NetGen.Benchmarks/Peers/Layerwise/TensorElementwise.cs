using System.Numerics.Tensors;

namespace NetGen.Benchmarks.Peers.Layerwise;

/// <summary>Elementwise passes by System.Numerics.Tensors, and where it has none, by vectors.</summary>
internal readonly struct TensorElementwise : IElementwise
{
    public static void Relu(Span<float> z) => VectorElementwise.Relu(z);

    public static void Tanh(Span<float> z) => TensorPrimitives.Tanh(z, z);

    public static void Sigmoid(Span<float> z) => TensorPrimitives.Sigmoid(z, z);

    public static void Softmax(Span<float> z, int units)
    {
        for (int start = 0; start < z.Length; start += units)
        {
            Span<float> row = z.Slice(start, units);
            TensorPrimitives.Subtract(row, TensorPrimitives.Max<float>(row), row);
            TensorPrimitives.Exp(row, row);
            TensorPrimitives.Divide(row, TensorPrimitives.Sum<float>(row), row);
        }
    }

    public static void ReluDerivative(Span<float> d, ReadOnlySpan<float> a) => VectorElementwise.ReluDerivative(d, a);

    public static void TanhDerivative(Span<float> d, ReadOnlySpan<float> a) => VectorElementwise.TanhDerivative(d, a);

    public static void OutputDelta(ReadOnlySpan<float> a, ReadOnlySpan<float> y, float scale, Span<float> d) =>
        VectorElementwise.OutputDelta(a, y, scale, d);

    public static void SumRows(ReadOnlySpan<float> rows, Span<float> sums)
    {
        sums.Clear();
        for (int start = 0; start < rows.Length; start += sums.Length)
        {
            TensorPrimitives.Add(sums, rows.Slice(start, sums.Length), sums);
        }
    }

    public static void Descend(Span<float> values, float rate, ReadOnlySpan<float> gradients) => VectorElementwise.Descend(values, rate, gradients);
}
