namespace NetGen;

/// <summary>A data or model file is damaged, or not what it should be. The message names the file, the place, what is there and what was expected.</summary>
public sealed class DataFormatException : IOException
{
    /// <summary>A problem at a place in a file.</summary>
    /// <param name="file">The file, as the caller named it.</param>
    /// <param name="offset">The byte at which reading stopped; in a compressed file, the byte of its decompressed contents.</param>
    /// <param name="problem">What is there and what was expected.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public DataFormatException(string file, long offset, string problem, Exception? innerException = null)
        : base($"{file}, byte {offset}: {problem}", innerException)
    {
        File = file;
        Offset = offset;
    }

    /// <summary>A problem of a file as a whole.</summary>
    /// <param name="file">The file, as the caller named it.</param>
    /// <param name="problem">What is there and what was expected.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public DataFormatException(string file, string problem, Exception? innerException = null)
        : base($"{file}: {problem}", innerException)
    {
        File = file;
    }

    /// <summary>The file, as the caller named it.</summary>
    public string File { get; }

    /// <summary>The byte at which reading stopped; null when the problem has no single place.</summary>
    public long? Offset { get; }
}
