namespace NetGen.Benchmarks.Peers.RunTimeSizes;

/// <summary>A matrix whose rows are read as vectors: as it lies, or packed into panels as wide as a tile.</summary>
internal readonly unsafe struct Panels
{
    private readonly float* start;
    private readonly nint columnStep;
    private readonly nint stride;

    private Panels(float* start, nint columnStep, nint stride)
    {
        this.start = start;
        this.columnStep = columnStep;
        this.stride = stride;
    }

    /// <summary>A matrix of rows so far apart.</summary>
    public static Panels AsItLies(float* start, nint stride) => new(start, 1, stride);

    /// <summary>Panels one behind the other, each of <paramref name="depth"/> rows.</summary>
    public static Panels Packed(float* start, nint depth) => new(start, depth, 0);

    /// <summary>Where the columns of a tile start.</summary>
    public float* Column(nint column) => start + column * columnStep;

    /// <summary>The distance between the rows of a tile so wide.</summary>
    public nint StrideOf(nint width) => stride == 0 ? width : stride;
}
