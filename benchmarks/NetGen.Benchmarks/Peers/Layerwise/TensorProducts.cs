using System.Numerics.Tensors;

namespace NetGen.Benchmarks.Peers.Layerwise;

/// <summary>Matrix products from the vector operations of System.Numerics.Tensors, which has no matrix product.</summary>
internal readonly struct TensorProducts : IProducts
{
    public static void Forward(PeerLayer layer, ReadOnlySpan<float> input)
    {
        int inputs = layer.Inputs, units = layer.Units;
        Span<float> z = layer.Activations;
        for (int example = 0; example < layer.Examples; example++)
        {
            ReadOnlySpan<float> a = input.Slice(example * inputs, inputs);
            for (int unit = 0; unit < units; unit++)
            {
                z[example * units + unit] += TensorPrimitives.Dot<float>(a, layer.Weights.Slice(unit * inputs, inputs));
            }
        }
    }

    public static void Gradient(PeerLayer layer, ReadOnlySpan<float> input)
    {
        int inputs = layer.Inputs, units = layer.Units;
        layer.WeightGradients.Clear();
        for (int example = 0; example < layer.Examples; example++)
        {
            ReadOnlySpan<float> a = input.Slice(example * inputs, inputs);
            for (int unit = 0; unit < units; unit++)
            {
                Span<float> g = layer.WeightGradients.Slice(unit * inputs, inputs);
                TensorPrimitives.MultiplyAdd(a, layer.Deltas[example * units + unit], g, g);
            }
        }
    }

    public static void Backward(PeerLayer layer, Span<float> inputDeltas)
    {
        int inputs = layer.Inputs, units = layer.Units;
        inputDeltas.Clear();
        for (int example = 0; example < layer.Examples; example++)
        {
            Span<float> below = inputDeltas.Slice(example * inputs, inputs);
            for (int unit = 0; unit < units; unit++)
            {
                TensorPrimitives.MultiplyAdd(layer.Weights.Slice(unit * inputs, inputs), layer.Deltas[example * units + unit], below, below);
            }
        }
    }
}
