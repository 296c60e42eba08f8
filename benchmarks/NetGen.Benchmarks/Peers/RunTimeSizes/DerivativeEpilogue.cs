using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Benchmarks.Peers.RunTimeSizes;

/// <summary>dZ = product * g'(Z), from A.</summary>
internal readonly unsafe struct DerivativeEpilogue(float* activations, float* result, nint stride, Activation activation) : IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint row, nint column, Vector512<float> sum)
    {
        nint place = row * stride + column;
        Vector512<float> a = Vector512.Load(activations + place);
        Vector512<float> d = activation == Activation.Tanh
            ? sum * (Vector512<float>.One - a * a)
            : Vector512.ConditionalSelect(Vector512.GreaterThan(a, Vector512<float>.Zero), sum, Vector512<float>.Zero);
        d.Store(result + place);
    }
}
