namespace NetGen.Benchmarks.Peers.RunTimeSizes;

/// <summary>A matrix whose single elements are broadcast.</summary>
/// <param name="start">The element at (0, 0).</param>
/// <param name="rowStride">The distance between rows.</param>
/// <param name="depthStride">The distance between the elements that one sum adds up.</param>
internal readonly unsafe struct Broadcast(float* start, nint rowStride, nint depthStride)
{
    /// <summary>The distance between the elements that one sum adds up.</summary>
    public nint DepthStride => depthStride;

    /// <summary>Where a row of a tile starts; behind the last row, the last row.</summary>
    public float* Row(nint first, nint offset, nint rows) => start + Math.Min(first + offset, rows - 1) * rowStride;
}
