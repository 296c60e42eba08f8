namespace NetGen;

/// <summary>
/// IDX files, the format of the MNIST digits: a big-endian header with element type and dimensions, then the numbers; plain or compressed by gzip, in one part
/// or in several.
/// </summary>
public static class IdxFile
{
    /// <summary>Reads a file; whether it is compressed shows in its first bytes, not in its name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximumBytes">How much data is accepted at most, decompressed.</param>
    /// <exception cref="DataFormatException">The file is damaged, is no IDX file, or holds more than was allowed.</exception>
    public static NdArray Read(string path, long maximumBytes = BoundedReader.DefaultMaximumBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Read(stream, path, maximumBytes);
    }

    /// <summary>Reads the rest of a stream.</summary>
    /// <param name="stream">A stream at the start of the data, which stays open. One that cannot seek is read into memory first.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="maximumBytes">How much data is accepted at most, decompressed.</param>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="DataFormatException">The data is damaged, is not in the IDX format, or more than was allowed.</exception>
    public static NdArray Read(Stream stream, string name, long maximumBytes = BoundedReader.DefaultMaximumBytes)
    {
        stream = InputBuffer.Seekable(stream, name, maximumBytes);
        long start = stream.Position;
        bool isCompressed = stream.ReadByte() == 0x1f;
        stream.Position = start;
        if (!isCompressed)
        {
            return Read(BoundedReader.OfPlain(stream, name, maximumBytes));
        }

        using GzipInput decompressed = new(stream);
        return Read(BoundedReader.OfCompressed(decompressed, name, maximumBytes, stream.Length - start));
    }

    /// <summary>
    /// Maps a file into memory, so that its rows are read where and when they are needed: for data that are larger than memory
    /// (<see cref="Dataset{T}.FromArrays(MappedArray, ReadOnlySpan{int}, int, NonFinite)"/>).
    /// </summary>
    /// <param name="path">The file, not compressed. As long as it is mapped it must stay as it is: see <see cref="MappedArray"/>.</param>
    /// <exception cref="DataFormatException">The file is damaged, is no IDX file, is compressed, or has no rows.</exception>
    public static MappedArray Map(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return MappedArray.Open(path, static reader =>
        {
            IdxHeader header = IdxHeader.Read(reader);
            return new MappedHeader(header.Format, header.Shape, header.Count);
        });
    }

    private static NdArray Read(BoundedReader reader)
    {
        IdxHeader header = IdxHeader.Read(reader);
        NdArray array = new(header.Format.Read(reader, (int)header.Count), header.Shape);
        reader.RequireEnd();
        return array;
    }
}
