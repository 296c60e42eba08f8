using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Benchmarks.Peers.RunTimeSizes;

/// <summary>W -= rate * product: plain gradient descent, without storing the gradient.</summary>
internal readonly unsafe struct DescentEpilogue(float* weights, nint stride, float rate) : IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint row, nint column, Vector512<float> sum)
    {
        float* w = weights + row * stride + column;
        Vector512.MultiplyAddEstimate(Vector512.Create(-rate), sum, Vector512.Load(w)).Store(w);
    }
}
