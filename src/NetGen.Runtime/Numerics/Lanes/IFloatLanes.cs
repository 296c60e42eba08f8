using System.Diagnostics.CodeAnalysis;

namespace NetGen.Numerics;

/// <summary>The mixing of two vectors that only four lanes to a block allow, and what a block of four makes of up to four columns, for any width.</summary>
/// <typeparam name="TSelf">The type that implements this.</typeparam>
/// <typeparam name="TVector">The vector type.</typeparam>
internal partial interface IFloatLanes<TSelf, TVector> : ILanes<TVector, float>
    where TSelf : struct, IFloatLanes<TSelf, TVector>
    where TVector : struct
{
    /// <summary>In each block, a0 a1 b0 b1.</summary>
    static abstract TVector UnpackLowPairs(TVector a, TVector b);

    /// <summary>In each block, a2 a3 b2 b3.</summary>
    static abstract TVector UnpackHighPairs(TVector a, TVector b);

    /// <summary>In each block, two lanes of a, then two of b, each chosen by two bits of control, lowest first.</summary>
    static abstract TVector Select(TVector a, TVector b, [ConstantExpected] byte control);
}
