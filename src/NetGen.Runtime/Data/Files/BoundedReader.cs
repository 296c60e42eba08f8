using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// Reads a file that may be damaged or hostile: knows where it is, so that messages can say so, and allocates only what the bytes that are really there can
/// fill.
/// </summary>
internal sealed class BoundedReader
{
    /// <summary>How much a reader decodes unless its caller allows more or less: 4 GiB.</summary>
    internal const long DefaultMaximumBytes = 1L << 32;

    /// <summary>No compressed byte can stand for more bytes than this: deflate's longest match is 258 bytes and takes at least two bits.</summary>
    private const long HighestCompression = 258 * 4;

    /// <summary>The first piece of an array whose bytes may turn out to be missing.</summary>
    private const int FirstPieceBytes = 1 << 16;

    private readonly Stream stream;
    private readonly string file;
    private readonly long maximumBytes;
    private readonly long start;
    private readonly long? end;
    private readonly bool isExact;
    private readonly long maximumCount;

    private BoundedReader(Stream stream, string file, long maximumBytes, long start, long? end, bool isExact, long? maximumCount = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumBytes);
        this.stream = stream;
        this.file = file;
        this.maximumBytes = maximumBytes;
        this.start = start;
        this.end = end;
        this.isExact = isExact;
        this.maximumCount = maximumCount ?? Array.MaxLength;
        Position = start;
    }

    /// <summary>The next byte, counted from the start of the file or of its decompressed contents.</summary>
    internal long Position { get; private set; }

    /// <summary>How many bytes may be left at most; null when nobody knows.</summary>
    private long? Remaining => end - Position;

    /// <summary>Reads plain bytes from where the stream is.</summary>
    internal static BoundedReader OfPlain(Stream stream, string file, long maximumBytes) =>
        stream.CanSeek
            ? new(stream, file, maximumBytes, stream.Position, stream.Length, isExact: true)
            : new(stream, file, maximumBytes, 0, null, isExact: false);

    /// <summary>Reads the header of a file whose data stay where they are: they may be more than an array can hold.</summary>
    internal static BoundedReader OfMapped(FileStream stream, string file) =>
        new(stream, file, long.MaxValue, stream.Position, stream.Length, isExact: true, long.MaxValue);

    /// <summary>Reads what a stream decompresses.</summary>
    /// <param name="stream">Yields the decompressed bytes.</param>
    /// <param name="file">The file, for messages.</param>
    /// <param name="maximumBytes">How much may be decoded.</param>
    /// <param name="compressedLength">The length of the compressed bytes; null when unknown.</param>
    internal static BoundedReader OfCompressed(Stream stream, string file, long maximumBytes, long? compressedLength) =>
        new(
            stream,
            file,
            maximumBytes,
            0,
            compressedLength > long.MaxValue / HighestCompression ? null : compressedLength * HighestCompression,
            isExact: false);

    /// <summary>Reads a part of a stream that is stored as it is.</summary>
    internal static BoundedReader OfStored(Stream stream, string file, long maximumBytes, long length) =>
        new(stream, file, maximumBytes, 0, length, isExact: true);

    /// <summary>An exception that says where the reader is.</summary>
    internal DataFormatException Error(string problem, Exception? innerException = null) => new(file, Position, problem, innerException);

    /// <summary>An exception that says where something was.</summary>
    internal DataFormatException ErrorAt(long offset, string problem) => new(file, offset, problem);

    /// <summary>Fills a buffer.</summary>
    /// <param name="buffer">Receives the bytes.</param>
    /// <param name="what">What they are, for the message when the file ends before.</param>
    internal void ReadExactly(Span<byte> buffer, string what)
    {
        int read;
        for (int filled = 0; filled < buffer.Length; filled += read)
        {
            read = ReadSome(buffer[filled..]);
            if (read == 0)
            {
                throw Error($"the file ends {buffer.Length - filled} bytes too early, in {what}, of which {buffer.Length} bytes were expected.");
            }

            Position += read;
        }
    }

    /// <summary>Checks what a header declares against what the file can hold and the caller allows, before anything is allocated for it.</summary>
    /// <param name="shape">The declared dimensions; they may be anything.</param>
    /// <param name="format">The declared element format.</param>
    /// <param name="offset">Where the shape is declared.</param>
    /// <returns>The dimensions and their product.</returns>
    internal (ImmutableArray<int> Shape, long Count) CheckShape(ReadOnlySpan<long> shape, ElementFormat format, long offset)
    {
        string Declared(ReadOnlySpan<long> sizes) => $"the shape {(sizes.IsEmpty ? "of a single number" : string.Join('x', sizes.ToArray()))} of {format.Name}";

        UInt128 count = 1;
        foreach (long size in shape)
        {
            if (size is < 0 or > int.MaxValue)
            {
                throw ErrorAt(offset, $"{Declared(shape)} has a size of {size}, but a size lies between 0 and {int.MaxValue}.");
            }

            count = UInt128.Min(count * (UInt128)size, ulong.MaxValue);
        }

        UInt128 bytes = count * (UInt128)format.Size;
        if (Remaining is long remaining && bytes > (UInt128)Math.Max(remaining, 0))
        {
            throw ErrorAt(
                offset, $"{Declared(shape)} needs {bytes} bytes of data, but the file has {(isExact ? "only" : "at most")} {remaining} after its header.");
        }

        if (bytes > (UInt128)maximumBytes)
        {
            throw ErrorAt(
                offset,
                $"{Declared(shape)} needs {bytes} bytes of data, but at most {maximumBytes} were allowed: allow more if the file can be trusted.");
        }

        if (count > (UInt128)maximumCount)
        {
            throw ErrorAt(offset, $"{Declared(shape)} has {count} values, but an array holds at most {maximumCount}.");
        }

        return (ImmutableArray.Create(Array.ConvertAll(shape.ToArray(), size => (int)size)), (long)count);
    }

    /// <summary>Reads values whose bytes are in the order of the file.</summary>
    /// <param name="count">How many, as <see cref="CheckShape"/> returned.</param>
    internal unsafe T[] ReadArray<T>(int count)
        where T : unmanaged
    {
        // Where the bytes are known to be there, the array is made at once; elsewhere it grows with the bytes that come.
        T[] values = GC.AllocateUninitializedArray<T>(isExact ? count : Math.Min(count, FirstPieceBytes / sizeof(T)));
        int filled = 0;
        while (true)
        {
            // A span of bytes cannot be longer than int.MaxValue, an array of doubles can: go piece by piece.
            while (filled < values.Length)
            {
                int piece = Math.Min(values.Length - filled, 1 << 24);
                ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(filled, piece)), $"the data of {count} values");
                filled += piece;
            }

            if (filled == count)
            {
                return values;
            }

            Array.Resize(ref values, (int)Math.Min(count, values.Length * 2L));
        }
    }

    /// <summary>Passes over data that are known to be there, of a stream that can seek.</summary>
    internal void Skip(long bytes)
    {
        stream.Seek(bytes, SeekOrigin.Current);
        Position += bytes;
    }

    /// <summary>Checks that nothing is left.</summary>
    internal void RequireEnd()
    {
        Span<byte> next = stackalloc byte[1];
        if (ReadSome(next) != 0)
        {
            throw Error($"the data ends here, {Position - start} bytes from its start, but the file goes on.");
        }
    }

    private int ReadSome(Span<byte> buffer)
    {
        try
        {
            return stream.Read(buffer);
        }
        catch (InvalidDataException exception)
        {
            throw Error($"the compressed data is damaged ({exception.Message}).", exception);
        }
    }
}
