namespace NetGen;

/// <summary>Counts the bytes that pass through, and keeps their CRC-32.</summary>
/// <param name="destination">Receives the bytes.</param>
internal sealed class MeasuringStream(Stream destination) : WriteOnlyStream
{
    /// <summary>How many bytes have passed.</summary>
    internal long Count { get; private set; }

    /// <summary>Their CRC-32.</summary>
    internal uint Checksum { get; private set; }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        destination.Write(buffer);
        Checksum = Crc32.Append(Checksum, buffer);
        Count += buffer.Length;
    }
}
