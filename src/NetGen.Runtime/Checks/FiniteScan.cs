using System.Numerics;

namespace NetGen.Numerics;

/// <summary>Looks for values that are not finite.</summary>
internal static class FiniteScan
{
    /// <summary>Where the first NaN or infinity is; -1 when every value is finite.</summary>
    public static int IndexOfNonFinite<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // v - v is zero for a finite v, and NaN for any other.
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> vector = new(values[i..]);
            if (!Vector.EqualsAll(vector - vector, Vector<T>.Zero))
            {
                break;
            }
        }

        for (; i < values.Length; i++)
        {
            if (!T.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
