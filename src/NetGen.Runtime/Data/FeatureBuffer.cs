using System.Numerics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// Some consecutive examples of a set as the one span that steps and predictions take: a view, or, of windows and mapped files, a copy in a buffer made once.
/// </summary>
internal sealed class FeatureBuffer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> data;
    private readonly Memory<T> buffer;

    /// <summary>Makes the buffer, where one is needed.</summary>
    /// <param name="data">The set.</param>
    /// <param name="most">The greatest number of examples that will be asked for at once.</param>
    public FeatureBuffer(Dataset<T> data, int most)
    {
        this.data = data;
        buffer = data.SharesRows ? AlignedMemory.Allocate<T>((long)most * data.InputSize) : default;
    }

    /// <summary>The features of some examples, valid until others are asked for.</summary>
    /// <param name="first">The first one.</param>
    /// <param name="count">How many, not more than the buffer was made for.</param>
    public ReadOnlySpan<T> Of(int first, int count)
    {
        if (!data.SharesRows)
        {
            return data.X.Slice(first * data.InputSize, count * data.InputSize);
        }

        Span<T> rows = buffer.Span[..(count * data.InputSize)];
        data.CopyFeatures(first, rows);
        return rows;
    }
}
