using System.Numerics;

namespace NetGen.Numerics;

/// <summary>Looks for values that are no weights.</summary>
internal static class WeightScan
{
    /// <summary>Where the first value is that is negative or not finite; -1 when every one is a weight.</summary>
    public static int IndexOfInvalid<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!(values[i] >= T.Zero && values[i] < T.PositiveInfinity))
            {
                return i;
            }
        }

        return -1;
    }
}
