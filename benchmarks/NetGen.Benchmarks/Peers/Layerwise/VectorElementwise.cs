using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen.Benchmarks.Peers.Layerwise;

/// <summary>Elementwise passes as a C compiler vectorizes them: one pass, whole vectors, then the rest.</summary>
internal readonly struct VectorElementwise : IElementwise
{
    public static void Relu(Span<float> z) => TensorPrimitives.Max(z, 0f, z);

    public static void Tanh(Span<float> z) => VectorMath.Tanh(z, z);

    public static void Sigmoid(Span<float> z) => VectorMath.Sigmoid(z, z);

    public static void Softmax(Span<float> z, int units)
    {
        for (int start = 0; start < z.Length; start += units)
        {
            Span<float> row = z.Slice(start, units);
            float greatest = row[0];
            foreach (float value in row)
            {
                greatest = value > greatest ? value : greatest;
            }

            foreach (ref float value in row)
            {
                value -= greatest;
            }
        }

        VectorMath.Exp(z, z);
        for (int start = 0; start < z.Length; start += units)
        {
            Span<float> row = z.Slice(start, units);
            float sum = 0;
            foreach (float value in row)
            {
                sum += value;
            }

            foreach (ref float value in row)
            {
                value /= sum;
            }
        }
    }

    public static void ReluDerivative(Span<float> d, ReadOnlySpan<float> a)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(d);
        ReadOnlySpan<Vector<float>> activations = MemoryMarshal.Cast<float, Vector<float>>(a)[..vectors.Length];
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Vector.ConditionalSelect(Vector.GreaterThan(activations[i], Vector<float>.Zero), vectors[i], Vector<float>.Zero);
        }

        for (int i = vectors.Length * Vector<float>.Count; i < d.Length; i++)
        {
            d[i] = a[i] > 0 ? d[i] : 0;
        }
    }

    public static void TanhDerivative(Span<float> d, ReadOnlySpan<float> a)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(d);
        ReadOnlySpan<Vector<float>> activations = MemoryMarshal.Cast<float, Vector<float>>(a)[..vectors.Length];
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] *= Vector<float>.One - activations[i] * activations[i];
        }

        for (int i = vectors.Length * Vector<float>.Count; i < d.Length; i++)
        {
            d[i] *= 1 - a[i] * a[i];
        }
    }

    public static void OutputDelta(ReadOnlySpan<float> a, ReadOnlySpan<float> y, float scale, Span<float> d)
    {
        TensorPrimitives.Subtract(a, y, d);
        TensorPrimitives.Multiply(d, scale, d);
    }

    public static void SumRows(ReadOnlySpan<float> rows, Span<float> sums)
    {
        if (sums.Length == 1)
        {
            sums[0] = TensorPrimitives.Sum(rows);
            return;
        }

        sums.Clear();
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(sums);
        for (int start = 0; start < rows.Length; start += sums.Length)
        {
            ReadOnlySpan<float> row = rows.Slice(start, sums.Length);
            ReadOnlySpan<Vector<float>> terms = MemoryMarshal.Cast<float, Vector<float>>(row)[..vectors.Length];
            for (int i = 0; i < vectors.Length; i++)
            {
                vectors[i] += terms[i];
            }

            for (int i = vectors.Length * Vector<float>.Count; i < sums.Length; i++)
            {
                sums[i] += row[i];
            }
        }
    }

    public static void Descend(Span<float> values, float rate, ReadOnlySpan<float> gradients) =>
        TensorPrimitives.MultiplyAdd(gradients, -rate, values, values);
}
