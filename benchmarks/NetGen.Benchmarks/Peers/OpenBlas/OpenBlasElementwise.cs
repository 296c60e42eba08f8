using NetGen.Benchmarks.Peers.Layerwise;

namespace NetGen.Benchmarks.Peers.OpenBlas;

/// <summary>Elementwise passes by vectors; the update of the parameters by cblas_saxpy, which uses threads where the arrays are long.</summary>
internal readonly struct OpenBlasElementwise : IElementwise
{
    public static void Relu(Span<float> z) => VectorElementwise.Relu(z);

    public static void Tanh(Span<float> z) => VectorElementwise.Tanh(z);

    public static void Sigmoid(Span<float> z) => VectorElementwise.Sigmoid(z);

    public static void Softmax(Span<float> z, int units) => VectorElementwise.Softmax(z, units);

    public static void ReluDerivative(Span<float> d, ReadOnlySpan<float> a) => VectorElementwise.ReluDerivative(d, a);

    public static void TanhDerivative(Span<float> d, ReadOnlySpan<float> a) => VectorElementwise.TanhDerivative(d, a);

    public static void OutputDelta(ReadOnlySpan<float> a, ReadOnlySpan<float> y, float scale, Span<float> d) =>
        VectorElementwise.OutputDelta(a, y, scale, d);

    public static void SumRows(ReadOnlySpan<float> rows, Span<float> sums) => VectorElementwise.SumRows(rows, sums);

    public static unsafe void Descend(Span<float> values, float rate, ReadOnlySpan<float> gradients)
    {
        fixed (float* x = gradients, y = values)
        {
            OpenBlasLibrary.AddScaled(values.Length, -rate, x, 1, y, 1);
        }
    }
}
