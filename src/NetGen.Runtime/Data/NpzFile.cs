using System.IO.Compression;

namespace NetGen;

/// <summary>NumPy's .npz archives of named arrays: what numpy.savez and numpy.savez_compressed write and numpy.load reads.</summary>
public static class NpzFile
{
    /// <summary>Reads all arrays of an archive.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximumBytes">How much data is accepted at most, in each array.</param>
    /// <returns>The arrays by name, in the order of the archive.</returns>
    /// <exception cref="DataFormatException">The file is damaged, holds something other than arrays of numbers, or more than was allowed.</exception>
    public static IReadOnlyDictionary<string, NdArray> Read(string path, long maximumBytes = BoundedReader.DefaultMaximumBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Read(stream, path, maximumBytes);
    }

    /// <summary>Reads all arrays of an archive in a stream.</summary>
    /// <param name="stream">A stream that can seek and ends with the archive.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="maximumBytes">How much data is accepted at most, in each array.</param>
    /// <returns>The arrays by name, in the order of the archive.</returns>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    /// <exception cref="DataFormatException">The data is damaged, something other than arrays of numbers, or more than was allowed.</exception>
    public static IReadOnlyDictionary<string, NdArray> Read(Stream stream, string name, long maximumBytes = BoundedReader.DefaultMaximumBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
            throw new ArgumentException("An archive has its directory at the end: the stream must be able to seek.", nameof(stream));

        using NpzReader reader = new(stream, name, maximumBytes);
        OrderedDictionary<string, NdArray> arrays = [];
        foreach (string array in reader.Names)
            arrays.Add(array, reader.Read(array));
        return arrays;
    }

    /// <summary>Writes an archive; an existing one is replaced at once, when all is written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="arrays">The arrays with their names, which must differ.</param>
    /// <param name="compress">Whether the arrays are compressed, as numpy.savez_compressed does.</param>
    /// <exception cref="ArgumentException">A name is empty or comes twice.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, NdArray>> arrays, bool compress = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(arrays);
        using ReplacementFile file = new(path);
        using (NpzWriter writer = new(file.Stream, compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression))
        {
            HashSet<string> names = [];
            foreach ((string name, NdArray array) in arrays)
            {
                if (string.IsNullOrEmpty(name) || !names.Add(name))
                    throw new ArgumentException($"The name '{name}' is empty or comes twice: each array needs a name of its own.", nameof(arrays));
                array.Numbers.AddTo(writer, name, array.Shape.AsSpan());
            }
        }

        file.Commit();
    }
}
