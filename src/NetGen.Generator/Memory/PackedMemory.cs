namespace NetGen.Generator.Memory;

/// <summary>The copies of weights in the layout that tiles read, one after the other in one array.</summary>
internal sealed class PackedMemory
{
    /// <summary>The most elements of all copies: an array holds no more, and a cache line of zeros follows them.</summary>
    private const int Most = int.MaxValue - 1024;

    /// <summary>The elements of the copies so far.</summary>
    public int Length { get; private set; }

    /// <summary>Whether another copy fits.</summary>
    public bool HasRoomFor(long length) => Length + length <= Most;

    /// <summary>Makes room for a copy.</summary>
    /// <returns>Where it starts.</returns>
    public int Take(long length)
    {
        int offset = Length;
        Length += (int)length;
        return offset;
    }
}
