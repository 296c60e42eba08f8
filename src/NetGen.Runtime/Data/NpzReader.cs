using System.IO.Compression;

namespace NetGen;

/// <summary>An open .npz archive: its arrays can be looked at before any of their numbers is read.</summary>
internal sealed class NpzReader : IDisposable
{
    private const string Extension = ".npy";

    private readonly string file;
    private readonly long maximumBytes;
    private readonly long fileLength;
    private readonly ZipArchive archive;
    private readonly OrderedDictionary<string, ZipArchiveEntry> entries = [];

    /// <summary>Reads the archive's directory.</summary>
    /// <param name="stream">The archive; stays open.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="maximumBytes">How much data is accepted at most, in each array.</param>
    internal NpzReader(Stream stream, string file, long maximumBytes)
    {
        this.file = file;
        this.maximumBytes = maximumBytes;
        fileLength = stream.Length;
        archive = Guarded("the archive", () => new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true));
        foreach (ZipArchiveEntry entry in Guarded("the archive's directory", () => archive.Entries))
        {
            if (!entry.FullName.EndsWith(Extension, StringComparison.Ordinal))
                throw new DataFormatException(file, $"the archive holds {entry.FullName}, but all members of a .npz file are {Extension} arrays.");
            if (!entries.TryAdd(entry.FullName[..^Extension.Length], entry))
                throw new DataFormatException(file, $"the archive holds {entry.FullName} twice.");
        }
    }

    /// <summary>The names of the arrays, without .npy, in the order of the archive.</summary>
    internal IReadOnlyList<string> Names => entries.Keys;

    /// <summary>Reads what an array is, not its numbers.</summary>
    internal NpyHeader ReadHeader(string name)
    {
        using Crc32Stream stream = Open(name, out BoundedReader reader);
        return NpyHeader.Read(reader);
    }

    /// <summary>Reads an array and compares its checksum.</summary>
    internal NdArray Read(string name)
    {
        using Crc32Stream stream = Open(name, out BoundedReader reader);
        NdArray array = NpyFormat.Read(reader);
        reader.RequireEnd();
        if (stream.Value != entries[name].Crc32)
        {
            throw reader.Error(
                $"the checksum of the data is {stream.Value:x8}, but the archive's directory says {entries[name].Crc32:x8}: the data is damaged.");
        }

        return array;
    }

    /// <summary>Closes the archive.</summary>
    public void Dispose() => archive.Dispose();

    private Crc32Stream Open(string name, out BoundedReader reader)
    {
        ZipArchiveEntry entry = entries[name];
        string member = $"{file}, member {entry.FullName}";
        Crc32Stream stream = new(Guarded($"member {entry.FullName}", entry.Open));

        // The sizes are what the directory claims. A member cannot be larger than the file, and one that is not smaller than its contents is not compressed.
        long compressedLength = Math.Min(entry.CompressedLength, fileLength);
        reader = entry.Length == compressedLength
            ? BoundedReader.OfStored(stream, member, maximumBytes, compressedLength)
            : BoundedReader.OfCompressed(stream, member, maximumBytes, compressedLength);
        return stream;
    }

    /// <summary>The archive's reader throws several exceptions at damage, all of which mean the same here.</summary>
    private TResult Guarded<TResult>(string what, Func<TResult> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            throw new DataFormatException(file, $"{what} is damaged, or this is not a .npz file ({exception.Message}).", exception);
        }
    }
}
