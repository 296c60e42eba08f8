using System.Buffers.Binary;

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

    private static NdArray Read(BoundedReader reader)
    {
        Span<byte> magic = stackalloc byte[4];
        reader.ReadExactly(magic, "the magic number");
        if (magic[0] != 0 || magic[1] != 0)
        {
            throw reader.ErrorAt(0, "this is not an IDX file: it must begin with two bytes 0.");
        }

        ElementFormat format = magic[2] switch
        {
            0x08 => new('u', 1, IsBigEndian: true),
            0x09 => new('i', 1, IsBigEndian: true),
            0x0b => new('i', 2, IsBigEndian: true),
            0x0c => new('i', 4, IsBigEndian: true),
            0x0d => new('f', 4, IsBigEndian: true),
            0x0e => new('f', 8, IsBigEndian: true),
            byte code => throw reader.ErrorAt(2, $"the element type is {code:x2}, but 08, 09, 0b, 0c, 0d and 0e are the ones known (hexadecimal)."),
        };

        long offset = reader.Position;
        byte[] sizes = new byte[magic[3] * sizeof(uint)];
        reader.ReadExactly(sizes, "the dimensions");
        long[] shape = new long[magic[3]];
        for (int dimension = 0; dimension < shape.Length; dimension++)
        {
            shape[dimension] = BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(dimension * sizeof(uint)));
        }

        var (checkedShape, count) = reader.CheckShape(shape, format, offset);
        NdArray array = new(format.Read(reader, count), checkedShape);
        reader.RequireEnd();
        return array;
    }
}
