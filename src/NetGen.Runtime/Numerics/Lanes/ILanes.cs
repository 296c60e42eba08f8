namespace NetGen.Numerics;

/// <summary>
/// What the transpositions need to know of a vector type: how to move it, and how to mix two of them. A vector is seen as 128-bit blocks,
/// because that is how x86 shuffles see it; an algorithm written against this interface is written once for all widths.
/// </summary>
/// <typeparam name="TVector">The vector type.</typeparam>
/// <typeparam name="T">The type of its lanes.</typeparam>
internal interface ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>The number of lanes of a block.</summary>
    static abstract int BlockLanes { get; }

    /// <summary>Reads contiguous lanes.</summary>
    static abstract TVector Load(ref readonly T source, nint offset);

    /// <summary>Writes contiguous lanes.</summary>
    static abstract void Store(TVector vector, ref T destination, nint offset);

    /// <summary>Reads block i from offset + i * step.</summary>
    static abstract TVector LoadBlocks(ref readonly T source, nint offset, nint step);

    /// <summary>Writes block i to offset + i * step.</summary>
    static abstract void StoreBlocks(TVector vector, ref T destination, nint offset, nint step);

    /// <summary>In each block, a0 b0 a1 b1 ... of the lower halves.</summary>
    static abstract TVector UnpackLow(TVector a, TVector b);

    /// <summary>In each block, a2 b2 a3 b3 ... of the upper halves.</summary>
    static abstract TVector UnpackHigh(TVector a, TVector b);

    /// <summary>In each block, the sums of neighbouring lanes of a, then of b.</summary>
    static abstract TVector AddNeighbours(TVector a, TVector b);

    /// <summary>Transposes a square of as many rows and columns as there are lanes.</summary>
    static abstract void TransposeSquare(ref readonly T source, nint sourceStride, ref T destination, nint destinationStride);

    /// <summary>Contiguous rows of 1 to <see cref="BlockLanes"/> features to one vector per feature.</summary>
    static abstract void FewToLanes(ref readonly T source, int features, ref T destination);

    /// <summary>One vector for each of 1 to <see cref="BlockLanes"/> features to contiguous rows.</summary>
    static abstract void FewFromLanes(ref readonly T source, int features, ref T destination);

    /// <summary>As many columns as a block has lanes, of as many rows as there are lanes, to one vector per column.</summary>
    static abstract void GroupToLanes(ref readonly T source, nint sourceStride, ref T destination, nint destinationStride);

    /// <summary>One vector for each of as many columns as a block has lanes to rows.</summary>
    static abstract void GroupFromLanes(ref readonly T source, nint sourceStride, ref T destination, nint destinationStride);
}
