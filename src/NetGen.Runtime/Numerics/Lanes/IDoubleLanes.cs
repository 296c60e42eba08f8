using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>What a block of two lanes makes of up to two columns, for any vector width.</summary>
/// <typeparam name="TSelf">The type that implements this.</typeparam>
/// <typeparam name="TVector">The vector type.</typeparam>
internal interface IDoubleLanes<TSelf, TVector> : ILanes<TVector, double>
    where TSelf : struct, IDoubleLanes<TSelf, TVector>
    where TVector : struct
{
    static int ILanes<TVector, double>.BlockLanes => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ILanes<TVector, double>.FewToLanes(ref readonly double source, int features, ref double destination)
    {
        if (features == 1)
        {
            TSelf.Store(TSelf.Load(in source, 0), ref destination, 0);
        }
        else
        {
            TSelf.GroupToLanes(in source, 2, ref destination, TSelf.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ILanes<TVector, double>.FewFromLanes(ref readonly double source, int features, ref double destination)
    {
        if (features == 1)
        {
            TSelf.Store(TSelf.Load(in source, 0), ref destination, 0);
        }
        else
        {
            TSelf.GroupFromLanes(in source, TSelf.Count, ref destination, 2);
        }
    }

    // Block i of the first vector is given row 2i, of the second row 2i + 1: unpacked, lane j of a vector is row j.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ILanes<TVector, double>.GroupToLanes(ref readonly double source, nint sourceStride, ref double destination, nint destinationStride)
    {
        TVector even = TSelf.LoadBlocks(in source, 0, 2 * sourceStride);
        TVector odd = TSelf.LoadBlocks(in source, sourceStride, 2 * sourceStride);
        TSelf.Store(TSelf.UnpackLow(even, odd), ref destination, 0);
        TSelf.Store(TSelf.UnpackHigh(even, odd), ref destination, destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void ILanes<TVector, double>.GroupFromLanes(ref readonly double source, nint sourceStride, ref double destination, nint destinationStride)
    {
        TVector first = TSelf.Load(in source, 0);
        TVector second = TSelf.Load(in source, sourceStride);
        TSelf.StoreBlocks(TSelf.UnpackLow(first, second), ref destination, 0, 2 * destinationStride);
        TSelf.StoreBlocks(TSelf.UnpackHigh(first, second), ref destination, destinationStride, 2 * destinationStride);
    }
}
