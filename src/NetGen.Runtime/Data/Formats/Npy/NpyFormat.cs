using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>The bytes of one .npy array, wherever they are: in a file of their own or in an archive.</summary>
internal static class NpyFormat
{
    /// <summary>Reads a header and its numbers, and brings them into C order.</summary>
    internal static NdArray Read(BoundedReader reader)
    {
        NpyHeader header = NpyHeader.Read(reader);
        return header.Refusal is null ? ReadNumbers(header, reader) : throw header.Refusal;
    }

    /// <summary>Reads the numbers after a header, and brings them into C order.</summary>
    internal static NdArray ReadNumbers(NpyHeader header, BoundedReader reader)
    {
        NumberStore numbers = header.Format.Read(reader, (int)header.Count);
        if (header.IsFortranOrder && header.Shape.Length > 1)
        {
            numbers = numbers.ToRowMajor(header.Shape.AsSpan());
        }

        return new(numbers, header.Shape);
    }

    /// <summary>Writes numbers that are in C order.</summary>
    internal static void Write<T>(Stream stream, ReadOnlySpan<T> values, ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        NpyHeader.Write(stream, ElementFormat.Of<T>(), shape);

        // A span of bytes cannot be longer than int.MaxValue, one of doubles can: go piece by piece.
        const int Piece = 1 << 24;
        for (; values.Length > Piece; values = values[Piece..])
        {
            stream.Write(MemoryMarshal.AsBytes(values[..Piece]));
        }

        stream.Write(MemoryMarshal.AsBytes(values));
    }
}
