using NetGen.Benchmarks.Peers.Layerwise;

namespace NetGen.Benchmarks.Peers.OpenBlas;

/// <summary>Matrix products by cblas_sgemm.</summary>
internal readonly unsafe struct OpenBlasProducts : IProducts
{
    public static void Forward(PeerLayer layer, ReadOnlySpan<float> input)
    {
        int m = layer.Examples, k = layer.Inputs, o = layer.Units;
        fixed (float* a = input, w = layer.Weights, z = layer.Activations)
        {
            OpenBlasLibrary.MultiplyMatrices(OpenBlasLibrary.RowMajor, Transposed.No, Transposed.Yes, m, o, k, 1, a, k, w, k, 1, z, o);
        }
    }

    public static void Gradient(PeerLayer layer, ReadOnlySpan<float> input)
    {
        int m = layer.Examples, k = layer.Inputs, o = layer.Units;
        fixed (float* a = input, d = layer.Deltas, g = layer.WeightGradients)
        {
            OpenBlasLibrary.MultiplyMatrices(OpenBlasLibrary.RowMajor, Transposed.Yes, Transposed.No, o, k, m, 1, d, o, a, k, 0, g, k);
        }
    }

    public static void Backward(PeerLayer layer, Span<float> inputDeltas)
    {
        int m = layer.Examples, k = layer.Inputs, o = layer.Units;
        fixed (float* d = layer.Deltas, w = layer.Weights, below = inputDeltas)
        {
            OpenBlasLibrary.MultiplyMatrices(OpenBlasLibrary.RowMajor, Transposed.No, Transposed.No, m, k, o, 1, d, o, w, k, 0, below, k);
        }
    }
}
