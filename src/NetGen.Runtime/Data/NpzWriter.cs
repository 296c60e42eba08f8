using System.IO.Compression;
using System.Numerics;

namespace NetGen;

/// <summary>Writes the members of a .npz archive one after the other.</summary>
internal sealed class NpzWriter(Stream stream, CompressionLevel compression) : IDisposable
{
    /// <summary>The earliest time that an archive can hold, as NumPy writes it: the same arrays make the same file.</summary>
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Writes an array.</summary>
    /// <param name="name">Its name, without .npy.</param>
    /// <param name="values">The numbers, in C order.</param>
    /// <param name="shape">The dimensions.</param>
    internal void Add<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged, INumberBase<T>
    {
        NdArray.RequireShape(values.Length, shape);
        ZipArchiveEntry entry = archive.CreateEntry($"{name}.npy", compression);
        entry.LastWriteTime = Timestamp;
        using Stream member = entry.Open();
        NpyFormat.Write(member, values, shape);
    }

    /// <summary>Writes the archive's directory.</summary>
    public void Dispose() => archive.Dispose();
}
