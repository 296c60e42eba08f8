namespace NetGen.Runtime.Tests.Data;

/// <summary>A stream that cannot seek, as a connection is, and hands out few bytes at a time.</summary>
internal sealed class ForwardStream : Stream
{
    private readonly MemoryStream contents = new();

    public ForwardStream(ReadOnlySpan<byte> contents = default)
    {
        this.contents.Write(contents);
        this.contents.Position = 0;
    }

    public byte[] Contents => contents.ToArray();

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => contents.Read(buffer, offset, Math.Min(count, 100));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => contents.Write(buffer, offset, count);

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
