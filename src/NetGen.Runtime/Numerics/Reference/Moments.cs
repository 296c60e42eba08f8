using System.Numerics;

namespace NetGen.Reference;

/// <summary>The mean and the variance of some values.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Variance">The variance, biased: the mean of the squared distances from the mean.</param>
/// <typeparam name="T">The element type.</typeparam>
internal readonly record struct Moments<T>(T Mean, T Variance)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Those of values that lie equally far apart, in two passes.</summary>
    /// <param name="values">The values, and what lies between them.</param>
    /// <param name="first">The place of the first.</param>
    /// <param name="stride">The distance from one to the next.</param>
    public static Moments<T> Of(ReadOnlySpan<T> values, int first, int stride)
    {
        T count = T.CreateChecked(((values.Length - first - 1) / stride) + 1), sum = T.Zero, squares = T.Zero;
        for (int place = first; place < values.Length; place += stride)
        {
            sum += values[place];
        }

        T mean = sum / count;
        for (int place = first; place < values.Length; place += stride)
        {
            squares += (values[place] - mean) * (values[place] - mean);
        }

        return new(mean, squares / count);
    }
}
