using System.Runtime.Intrinsics;

namespace NetGen.Benchmarks.Peers.RunTimeSizes;

/// <summary>What happens to a vector of a product as it leaves the registers.</summary>
internal interface IEpilogue
{
    /// <summary>Takes 16 elements of a row.</summary>
    void Store(nint row, nint column, Vector512<float> sum);
}
