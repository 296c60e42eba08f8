using System.IO.Compression;
using System.Text;

namespace NetGen;

/// <summary>
/// An open .npz archive: its arrays are listed without being read, and read one by one by name. What else the archive holds does not matter until it is asked
/// for: text, Python objects, folders, or files that are no arrays.
/// </summary>
public sealed class NpzArchive : IDisposable
{
    /// <summary>How many names a message lists.</summary>
    private const int ListedNames = 20;

    private readonly string file;
    private readonly long maximumBytes;
    private readonly Stream stream;
    private readonly bool ownsStream;
    private readonly long length;
    private readonly ZipArchive archive;
    private readonly OrderedDictionary<string, ZipArchiveEntry> entries = [];
    private readonly HashSet<string> ambiguous = [];
    private readonly List<string> others = [];

    /// <summary>Reads the archive's directory.</summary>
    /// <param name="stream">The archive, from where the stream is to its end; can seek.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="maximumBytes">How much data is accepted at most, in each array.</param>
    /// <param name="ownsStream">Whether the stream is closed with the archive.</param>
    internal NpzArchive(Stream stream, string file, long maximumBytes, bool ownsStream)
    {
        this.file = file;
        this.maximumBytes = maximumBytes;
        this.stream = stream;
        this.ownsStream = ownsStream;
        Stream contents = stream.Position == 0 ? stream : new StreamTail(stream);
        length = contents.Length;
        archive = Guarded("the archive", () => new ZipArchive(contents, ZipArchiveMode.Read, leaveOpen: true));
        foreach (ZipArchiveEntry entry in Guarded("the archive's directory", () => archive.Entries))
        {
            if (!entry.FullName.EndsWith(NpzFile.Extension, StringComparison.Ordinal))
            {
                others.Add(entry.FullName);
            }
            else if (!entries.TryAdd(entry.FullName[..^NpzFile.Extension.Length], entry))
            {
                ambiguous.Add(entry.FullName[..^NpzFile.Extension.Length]);
            }
        }
    }

    /// <summary>The names of the arrays, without .npy, in the order of the archive. Whether they hold numbers shows when they are read.</summary>
    public IReadOnlyList<string> Names => entries.Keys;

    /// <summary>Whether there is an array of this name.</summary>
    /// <param name="name">The name, without .npy.</param>
    public bool Contains(string name) => entries.ContainsKey(name);

    /// <summary>Reads an array and compares its checksum; nothing else is read.</summary>
    /// <param name="name">Its name, without .npy.</param>
    /// <exception cref="DataFormatException">
    /// There is no such array or there are two, it holds something other than numbers, it is damaged, or it is larger than was allowed.
    /// </exception>
    public NdArray Read(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using Crc32Stream contents = Open(name, out BoundedReader reader);
        return Complete(name, NpyFormat.Read(reader), contents, reader);
    }

    /// <summary>Reads an array if it holds numbers.</summary>
    internal NdArray? ReadNumbers(string name)
    {
        using Crc32Stream contents = Open(name, out BoundedReader reader);
        NpyHeader header = NpyHeader.Read(reader);
        return header.Refusal is null ? Complete(name, NpyFormat.ReadNumbers(header, reader), contents, reader) : null;
    }

    /// <summary>Reads what an array of numbers is, not its numbers.</summary>
    internal NpyHeader ReadHeader(string name)
    {
        using Crc32Stream contents = Open(name, out BoundedReader reader);
        NpyHeader header = NpyHeader.Read(reader);
        return header.Refusal is null ? header : throw header.Refusal;
    }

    /// <summary>Closes the archive. A stream that was passed stays open, at its end.</summary>
    public void Dispose()
    {
        archive.Dispose();
        if (ownsStream)
        {
            stream.Dispose();
        }
        else
        {
            stream.Seek(0, SeekOrigin.End);
        }
    }

    private NdArray Complete(string name, NdArray array, Crc32Stream contents, BoundedReader reader)
    {
        reader.RequireEnd();
        uint expected = entries[name].Crc32;
        return contents.Value == expected
            ? array
            : throw reader.Error($"the checksum of the data is {contents.Value:x8}, but the archive's directory says {expected:x8}: the data is damaged.");
    }

    private Crc32Stream Open(string name, out BoundedReader reader)
    {
        if (!entries.TryGetValue(name, out ZipArchiveEntry? entry))
        {
            throw Missing(name);
        }

        if (ambiguous.Contains(name))
        {
            throw new DataFormatException(file, $"the archive holds {entry.FullName} twice: which one is meant is not known.");
        }

        string member = $"{file}, member {entry.FullName}";
        Crc32Stream contents = new(Guarded($"member {entry.FullName}", entry.Open));

        // The sizes are what the directory claims. A member cannot be larger than the file, and one that is not smaller than its contents is not compressed.
        long compressedLength = Math.Min(entry.CompressedLength, length);
        reader = entry.Length == compressedLength
            ? BoundedReader.OfStored(contents, member, maximumBytes, compressedLength)
            : BoundedReader.OfCompressed(contents, member, maximumBytes, compressedLength);
        return contents;
    }

    private DataFormatException Missing(string name)
    {
        if (others.Contains(name))
        {
            return new DataFormatException(file, $"{name} is no array: the arrays of a .npz file end in {NpzFile.Extension}.");
        }

        StringBuilder held = new(entries.Count == 0 ? "it holds none" : "it holds ");
        held.AppendJoin(", ", entries.Keys.Take(ListedNames));
        if (entries.Count > ListedNames)
        {
            held.Append(MessageText.Text($" and {entries.Count - ListedNames} more"));
        }

        return new DataFormatException(file, $"the archive holds no array {name}: {held}.");
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
