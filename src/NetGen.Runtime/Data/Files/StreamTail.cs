namespace NetGen;

/// <summary>The rest of a stream that can seek, counted from where the stream was.</summary>
internal sealed class StreamTail : Stream
{
    private readonly Stream stream;
    private readonly long start;

    /// <summary>Takes the stream from where it is.</summary>
    internal StreamTail(Stream stream)
    {
        this.stream = stream;
        start = stream.Position;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => Math.Max(0, stream.Length - start);

    /// <inheritdoc/>
    public override long Position
    {
        get => stream.Position - start;
        set => stream.Position = start + value;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => stream.Read(buffer);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        long from = origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Position,
            _ => Length,
        };
        if (from + offset < 0)
        {
            throw new IOException("A stream cannot seek to before its start.");
        }

        return Position = from + offset;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
