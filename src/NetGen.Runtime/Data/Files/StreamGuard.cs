namespace NetGen;

/// <summary>The checks of streams that users pass.</summary>
internal static class StreamGuard
{
    /// <summary>Checks that a stream can be written to.</summary>
    internal static void Writable(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written to.", nameof(stream));
        }
    }

    /// <summary>Checks that a stream can be read.</summary>
    internal static void Readable(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        }
    }
}
