namespace NetGen;

/// <summary>Passes bytes on and keeps their CRC-32, which the readers of archives do not always compare.</summary>
internal sealed class Crc32Stream(Stream source) : ReadOnlyStream
{
    /// <summary>The CRC-32 of all that has been read.</summary>
    internal uint Value { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read = source.Read(buffer);
        Value = Crc32.Append(Value, buffer[..read]);
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
