namespace NetGen;

/// <summary>
/// NumPy's .npz archives of named arrays: what numpy.savez and numpy.savez_compressed write and numpy.load reads. Every member takes a path or a stream.
/// </summary>
public static class NpzFile
{
    /// <summary>What the names of arrays end with inside an archive.</summary>
    internal const string Extension = ".npy";

    /// <summary>Opens an archive, of which single arrays are to be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximumBytes">How much data is accepted at most, in each array.</param>
    /// <exception cref="DataFormatException">The file is damaged, or no archive.</exception>
    public static NpzArchive Open(string path, long maximumBytes = BoundedReader.DefaultMaximumBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfNegative(maximumBytes);
        FileStream file = File.OpenRead(path);
        try
        {
            Stream contents = InputBuffer.Seekable(file, path, maximumBytes);
            if (contents != file)
            {
                file.Dispose();
            }

            return new(contents, path, maximumBytes, ownsStream: true);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens an archive in a stream, of which single arrays are to be read.</summary>
    /// <param name="stream">
    /// A stream from where it is to its end. It must stay open while the archive is, and is left at its end. One that cannot seek is read into memory at once.
    /// </param>
    /// <param name="name">What messages call it.</param>
    /// <param name="maximumBytes">How much data is accepted at most, in each array; of a stream that cannot seek, in all.</param>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="DataFormatException">The data is damaged, or no archive.</exception>
    public static NpzArchive Open(Stream stream, string name, long maximumBytes = BoundedReader.DefaultMaximumBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumBytes);
        return new(InputBuffer.Seekable(stream, name, maximumBytes), name, maximumBytes, ownsStream: false);
    }

    /// <summary>Reads all arrays of numbers of an archive; text, Python objects and files that are no arrays are left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximumBytes">How much data is accepted at most, in each array.</param>
    /// <returns>The arrays by name, in the order of the archive.</returns>
    /// <exception cref="DataFormatException">The file is damaged, has two arrays of one name, or holds more than was allowed.</exception>
    public static IReadOnlyDictionary<string, NdArray> Read(string path, long maximumBytes = BoundedReader.DefaultMaximumBytes)
    {
        using NpzArchive archive = Open(path, maximumBytes);
        return ReadAll(archive);
    }

    /// <summary>Reads all arrays of numbers of an archive in a stream; text, Python objects and files that are no arrays are left out.</summary>
    /// <param name="stream">A stream from where it is to its end, where it is left. One that cannot seek is read into memory.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="maximumBytes">How much data is accepted at most, in each array; of a stream that cannot seek, in all.</param>
    /// <returns>The arrays by name, in the order of the archive.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="DataFormatException">The data is damaged, has two arrays of one name, or is more than was allowed.</exception>
    public static IReadOnlyDictionary<string, NdArray> Read(Stream stream, string name, long maximumBytes = BoundedReader.DefaultMaximumBytes)
    {
        using NpzArchive archive = Open(stream, name, maximumBytes);
        return ReadAll(archive);
    }

    /// <summary>
    /// Writes an archive. An existing file is replaced at once, when all is written; see <see cref="NpyFile.Write{T}(string, ReadOnlySpan{T},
    /// ReadOnlySpan{int})"/>.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="arrays">The arrays with their names, which must differ.</param>
    /// <param name="compress">Whether the arrays are compressed, as numpy.savez_compressed does.</param>
    /// <exception cref="ArgumentException">A name is empty or comes twice.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, NdArray>> arrays, bool compress = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(arrays);
        using ReplacementFile file = new(path);
        Write(file.Stream, arrays, compress);
        file.Commit();
    }

    /// <summary>Writes an archive to a stream, with the bytes that a file would have.</summary>
    /// <param name="stream">A stream that can be written to, from where it is; it need not seek, and is left open after the archive.</param>
    /// <param name="arrays">The arrays with their names, which must differ.</param>
    /// <param name="compress">Whether the arrays are compressed, as numpy.savez_compressed does.</param>
    /// <exception cref="ArgumentException">The stream cannot be written to, or a name is empty or comes twice.</exception>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, NdArray>> arrays, bool compress = false)
    {
        StreamGuard.Writable(stream);
        ArgumentNullException.ThrowIfNull(arrays);
        NpzWriter writer = new(stream, compress);
        HashSet<string> names = [];
        foreach ((string name, NdArray array) in arrays)
        {
            if (string.IsNullOrEmpty(name) || !names.Add(name))
            {
                throw new ArgumentException($"The name '{name}' is empty or comes twice: each array needs a name of its own.", nameof(arrays));
            }

            array.Numbers.AddTo(writer, name, array.Shape.AsSpan());
        }

        writer.End();
        stream.Flush();
    }

    private static OrderedDictionary<string, NdArray> ReadAll(NpzArchive archive)
    {
        OrderedDictionary<string, NdArray> arrays = [];
        foreach (string name in archive.Names)
        {
            if (archive.ReadNumbers(name) is { } array)
            {
                arrays.Add(name, array);
            }
        }

        return arrays;
    }
}
