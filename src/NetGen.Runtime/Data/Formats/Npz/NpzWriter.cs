using System.IO.Compression;
using System.Numerics;

namespace NetGen;

/// <summary>Writes the members of a .npz archive one after the other. The same arrays make the same bytes.</summary>
/// <param name="stream">Receives the archive; stays open.</param>
/// <param name="compress">Whether the arrays are compressed.</param>
internal sealed class NpzWriter(Stream stream, bool compress)
{
    private readonly ZipWriter archive = new(stream);

    /// <summary>Writes an array.</summary>
    /// <param name="name">Its name, without .npy.</param>
    /// <param name="values">The numbers, in C order.</param>
    /// <param name="shape">The dimensions.</param>
    internal void Add<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged, INumberBase<T>
    {
        // Once to measure, once to write: no copy is kept, and the stream need not go back.
        NdArray.RequireShape(values.Length, shape);
        (uint checksum, long length, long storedLength) = Deliver(Stream.Null, values, shape);
        archive.Begin(new($"{name}{NpzFile.Extension}", compress, checksum, length, storedLength));
        Deliver(stream, values, shape);
    }

    /// <summary>Writes the archive's directory.</summary>
    internal void End() => archive.End();

    private (uint Checksum, long Length, long StoredLength) Deliver<T>(Stream destination, ReadOnlySpan<T> values, ReadOnlySpan<int> shape)
        where T : unmanaged, INumberBase<T>
    {
        MeasuringStream stored = new(destination);
        if (!compress)
        {
            NpyFormat.Write(stored, values, shape);
            return (stored.Checksum, stored.Count, stored.Count);
        }

        MeasuringStream contents;
        using (DeflateStream deflated = new(stored, CompressionLevel.Optimal, leaveOpen: true))
        {
            contents = new(deflated);
            NpyFormat.Write(contents, values, shape);
        }

        return (contents.Checksum, contents.Count, stored.Count);
    }
}
