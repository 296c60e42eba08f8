using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Class indices, which are whole numbers in a column of examples.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CategoryIndex
{
    /// <summary>The class index that a value is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="categories">The number of classes.</param>
    /// <param name="unknown">What it is where it is no index: not whole, out of range, or NaN.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of<T>(T value, int categories, int unknown)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int index = int.CreateSaturating(value);
        return (uint)index < (uint)categories && T.CreateTruncating(index) == value ? index : unknown;
    }
}
