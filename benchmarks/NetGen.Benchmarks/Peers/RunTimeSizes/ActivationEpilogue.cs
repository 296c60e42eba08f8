using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Benchmarks.Peers.RunTimeSizes;

/// <summary>A = g(product + b).</summary>
internal readonly unsafe struct ActivationEpilogue(float* bias, float* result, nint stride, Activation activation) : IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint row, nint column, Vector512<float> sum)
    {
        Vector512<float> z = sum + Vector512.Load(bias + column);
        Vector512<float> a = activation == Activation.Relu ? Vector512.MaxNative(Vector512<float>.Zero, z)
            : activation == Activation.Tanh ? VectorMath.Tanh(z)
            : z;
        a.Store(result + row * stride + column);
    }

    /// <summary>Takes four elements of a row, of some of the inputs: Z is b and what all of them give.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint row, nint column, Vector128<float> sum, bool isFirst, bool isLast)
    {
        Vector128<float> z = sum + Vector128.Load(isFirst ? bias + column : result + row * stride + column);
        Vector128<float> a = !isLast ? z
            : activation == Activation.Relu ? Vector128.MaxNative(Vector128<float>.Zero, z)
            : activation == Activation.Tanh ? VectorMath.Tanh(z)
            : z;
        a.Store(result + row * stride + column);
    }
}
