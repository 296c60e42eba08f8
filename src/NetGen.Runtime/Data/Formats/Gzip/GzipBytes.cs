namespace NetGen;

/// <summary>
/// The bytes of a gzip file. A decompressor takes more of them than its data has, and does not say how many: what follows the data is then found within the
/// last piece that it took.
/// </summary>
/// <param name="source">The file.</param>
internal sealed class GzipBytes(Stream source) : ReadOnlyStream
{
    private const int PieceLength = 1 << 13;

    private readonly byte[] window = new byte[2 * PieceLength];
    private int pieceStart;
    private int start;
    private int end;

    /// <summary>The next byte; -1 at the end.</summary>
    internal int Next() => start < end || Refill() ? window[start++] : -1;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (start == end && !Refill())
        {
            pieceStart = start;
            return 0;
        }

        int count = Math.Min(Math.Min(buffer.Length, end - start), PieceLength);
        window.AsSpan(start, count).CopyTo(buffer);
        pieceStart = start;
        start += count;
        return count;
    }

    /// <summary>Goes on after some bytes that begin within the last piece, or where it ends.</summary>
    /// <param name="expected">The bytes.</param>
    /// <returns>Whether they are there.</returns>
    internal bool TrySkipTo(ReadOnlySpan<byte> expected)
    {
        while (end - start < expected.Length && ReadMore())
        {
        }

        ReadOnlySpan<byte> candidates = window.AsSpan(pieceStart, Math.Min(end, start + expected.Length) - pieceStart);
        int place = candidates.IndexOf(expected);
        if (place < 0)
        {
            return false;
        }

        // Where nothing was compressed all of them are zeros, and so is the byte before.
        while (candidates[(place + 1)..].StartsWith(expected))
        {
            place++;
        }

        start = pieceStart + place + expected.Length;
        return true;
    }

    private bool Refill()
    {
        (start, end) = (0, source.Read(window, 0, PieceLength));
        return end > 0;
    }

    /// <summary>Reads after what is there, of which the last piece is kept.</summary>
    private bool ReadMore()
    {
        window.AsSpan(pieceStart..end).CopyTo(window);
        (pieceStart, start, end) = (0, start - pieceStart, end - pieceStart);
        int read = source.Read(window, end, window.Length - end);
        end += read;
        return read > 0;
    }
}
