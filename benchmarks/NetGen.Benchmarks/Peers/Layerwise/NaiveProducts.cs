using System.Runtime.CompilerServices;

namespace NetGen.Benchmarks.Peers.Layerwise;

/// <summary>Matrix products in three nested loops, each over contiguous elements where it can be.</summary>
internal readonly struct NaiveProducts : IProducts
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(PeerLayer layer, ReadOnlySpan<float> input)
    {
        int inputs = layer.Inputs, units = layer.Units;
        Span<float> z = layer.Activations;
        ReadOnlySpan<float> weights = layer.Weights;
        for (int example = 0; example < layer.Examples; example++)
        {
            ReadOnlySpan<float> a = input.Slice(example * inputs, inputs);
            for (int unit = 0; unit < units; unit++)
            {
                ReadOnlySpan<float> w = weights.Slice(unit * inputs, inputs);
                float sum = 0;
                for (int k = 0; k < a.Length; k++)
                {
                    sum += a[k] * w[k];
                }

                z[example * units + unit] += sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient(PeerLayer layer, ReadOnlySpan<float> input)
    {
        int inputs = layer.Inputs, units = layer.Units;
        Span<float> gradients = layer.WeightGradients;
        ReadOnlySpan<float> deltas = layer.Deltas;
        gradients.Clear();
        for (int example = 0; example < layer.Examples; example++)
        {
            ReadOnlySpan<float> a = input.Slice(example * inputs, inputs);
            for (int unit = 0; unit < units; unit++)
            {
                float d = deltas[example * units + unit];
                Span<float> g = gradients.Slice(unit * inputs, inputs);
                for (int k = 0; k < a.Length; k++)
                {
                    g[k] += d * a[k];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(PeerLayer layer, Span<float> inputDeltas)
    {
        int inputs = layer.Inputs, units = layer.Units;
        ReadOnlySpan<float> deltas = layer.Deltas, weights = layer.Weights;
        inputDeltas.Clear();
        for (int example = 0; example < layer.Examples; example++)
        {
            Span<float> below = inputDeltas.Slice(example * inputs, inputs);
            for (int unit = 0; unit < units; unit++)
            {
                float d = deltas[example * units + unit];
                ReadOnlySpan<float> w = weights.Slice(unit * inputs, inputs);
                for (int k = 0; k < below.Length; k++)
                {
                    below[k] += d * w[k];
                }
            }
        }
    }
}
