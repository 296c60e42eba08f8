namespace NetGen;

/// <summary>Lets streams that cannot seek be read by those who must.</summary>
internal static class InputBuffer
{
    private const int PieceBytes = 1 << 16;

    /// <summary>A stream that can seek as it is, and the rest of any other in memory.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="maximumBytes">How much is kept in memory at most.</param>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="DataFormatException">The stream goes on after so many bytes.</exception>
    internal static Stream Seekable(Stream stream, string name, long maximumBytes)
    {
        StreamGuard.Readable(stream);
        if (stream.CanSeek)
        {
            return stream;
        }

        long limit = Math.Min(maximumBytes, Array.MaxLength);
        MemoryStream buffered = new();
        byte[] piece = new byte[PieceBytes];
        int read;
        while ((read = stream.Read(piece)) > 0)
        {
            if (buffered.Length + read > limit)
            {
                throw new DataFormatException(
                    name,
                    MessageText.Text(
                        $"the stream cannot seek, so it is kept in memory, of which {limit} bytes were allowed, but it goes on: save it to a file first."));
            }

            buffered.Write(piece, 0, read);
        }

        buffered.Position = 0;
        return buffered;
    }
}
