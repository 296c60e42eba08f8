using System.Numerics;

namespace NetGen;

/// <summary>
/// NumPy's .npy files: what numpy.save writes and numpy.load reads, for booleans, integers and floating-point numbers of every size up to 64 bits and either
/// byte order.
/// </summary>
public static class NpyFile
{
    /// <summary>Reads a file; arrays in Fortran order are brought into C order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximumBytes">How much data is accepted at most.</param>
    /// <exception cref="DataFormatException">The file is damaged, holds something other than numbers, or more than was allowed.</exception>
    public static NdArray Read(string path, long maximumBytes = BoundedReader.DefaultMaximumBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        BoundedReader reader = BoundedReader.OfPlain(stream, path, maximumBytes);
        NdArray array = NpyFormat.Read(reader);
        reader.RequireEnd();
        return array;
    }

    /// <summary>Reads one array from a stream and leaves the stream after it.</summary>
    /// <param name="stream">The stream, at the start of an array; it need not seek, and stays open.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="maximumBytes">How much data is accepted at most.</param>
    /// <exception cref="DataFormatException">The data is damaged, something other than numbers, or more than was allowed.</exception>
    public static NdArray Read(Stream stream, string name, long maximumBytes = BoundedReader.DefaultMaximumBytes)
    {
        StreamGuard.Readable(stream);
        return NpyFormat.Read(BoundedReader.OfPlain(stream, name, maximumBytes));
    }

    /// <summary>
    /// Maps a file into memory, so that its rows are read where and when they are needed: for data that are larger than memory
    /// (<see cref="Dataset{T}.FromArrays(MappedArray, ReadOnlySpan{int}, int, NonFinite)"/>).
    /// </summary>
    /// <param name="path">The file. As long as it is mapped it must stay as it is: see <see cref="MappedArray"/>.</param>
    /// <exception cref="DataFormatException">The file is damaged, holds something other than numbers, is in Fortran order, or has no rows.</exception>
    public static MappedArray Map(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return MappedArray.Open(path, static reader =>
        {
            NpyHeader header = NpyHeader.Read(reader);
            if (header.Refusal is not null)
            {
                throw header.Refusal;
            }

            return header.IsFortranOrder && header.Shape.Length > 1
                ? throw reader.Error(
                    "the array is in Fortran order, in which a row lies in pieces, but only C order can be mapped: save numpy.ascontiguousarray(...) of it.")
                : new MappedHeader(header.Format, header.Shape, header.Count);
        });
    }

    /// <summary>
    /// Writes a file. An existing one is replaced at once, when all is written, and keeps its permissions; whatever goes wrong on the way, it stays as it is
    /// and nothing is left beside it. What a symbolic link leads to is replaced; pipes and devices are written through. A process that is killed leaves a file
    /// named path.netgen-(16 hexadecimal digits).tmp, which the next write removes.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="values">The numbers, in C order.</param>
    /// <param name="shape">The dimensions.</param>
    /// <typeparam name="T">byte, sbyte, short, ushort, int, uint, long, ulong, Half, float or double.</typeparam>
    /// <exception cref="ArgumentException">The shape does not hold as many numbers as there are.</exception>
    /// <exception cref="NotSupportedException">There is no such element type.</exception>
    /// <exception cref="IOException">The file cannot be written: the path is a folder, its folder does not exist, the disk is full, ...</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    public static void Write<T>(string path, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RequireWritable(values, shape);
        using ReplacementFile file = new(path);
        NpyFormat.Write(file.Stream, values, shape);
        file.Commit();
    }

    /// <summary>Writes an array to a stream, with the bytes that a file would have.</summary>
    /// <param name="stream">A stream that can be written to, from where it is; it need not seek, and is left open after the array.</param>
    /// <param name="values">The numbers, in C order.</param>
    /// <param name="shape">The dimensions.</param>
    /// <typeparam name="T">byte, sbyte, short, ushort, int, uint, long, ulong, Half, float or double.</typeparam>
    /// <exception cref="ArgumentException">The stream cannot be written to, or the shape does not hold as many numbers as there are.</exception>
    /// <exception cref="NotSupportedException">There is no such element type.</exception>
    public static void Write<T>(Stream stream, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged, INumberBase<T>
    {
        StreamGuard.Writable(stream);
        RequireWritable(values, shape);
        NpyFormat.Write(stream, values, shape);
        stream.Flush();
    }

    private static void RequireWritable<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ElementFormat.Of<T>();
        NdArray.RequireShape(values.Length, shape);
    }
}
