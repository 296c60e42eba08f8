using System.Text;

namespace NetGen;

/// <summary>A member of an archive, before its bytes are written.</summary>
/// <param name="Name">Its path in the archive.</param>
/// <param name="IsDeflated">Whether its bytes are compressed.</param>
/// <param name="Checksum">The CRC-32 of its contents.</param>
/// <param name="Length">The number of bytes of its contents.</param>
/// <param name="StoredLength">The number of bytes in the archive.</param>
internal readonly record struct ZipMember(string Name, bool IsDeflated, uint Checksum, long Length, long StoredLength);

/// <summary>
/// Writes the frame of a zip archive to any stream, from its start to its end. Sizes and checksums are known before a member's bytes, so each header is
/// complete: readers that follow the headers find what those find that start from the directory, and the same members make the same bytes. Follows PKWARE's
/// APPNOTE 6.3.
/// </summary>
/// <param name="stream">Receives the archive.</param>
internal sealed class ZipWriter(Stream stream)
{
    private const ushort OrdinaryVersion = 20;
    private const ushort LongVersion = 45;
    private const ushort UnicodeNames = 1 << 11;
    private const ushort Deflated = 8;

    /// <summary>1 January 1980, the earliest date that an archive can hold, as NumPy writes it.</summary>
    private const uint Timestamp = ((1 << 5) | 1) << 16;

    /// <summary>Behind it, a size or an offset stands in an extra field of 64-bit numbers.</summary>
    private const uint Elsewhere = uint.MaxValue;

    private readonly List<byte[]> directory = [];
    private long offset;

    /// <summary>Writes the header of a member; its <see cref="ZipMember.StoredLength"/> bytes must follow.</summary>
    internal void Begin(ZipMember member)
    {
        bool isLong = member.Length >= Elsewhere || member.StoredLength >= Elsewhere;
        bool isFar = offset >= Elsewhere;
        long[] sizes = isLong ? [member.Length, member.StoredLength] : [];
        byte[] name = Encoding.UTF8.GetBytes(member.Name);
        byte[] header = Bytes(writer =>
        {
            writer.Write(0x04034b50u);
            WriteCommon(writer, member, name.Length, sizes, isLong);
            writer.Write(name);
            WriteLong(writer, sizes);
        });
        directory.Add(Bytes(writer =>
        {
            long[] longs = isFar ? [.. sizes, offset] : sizes;
            writer.Write(0x02014b50u);
            writer.Write(LongVersion);
            WriteCommon(writer, member, name.Length, longs, isLong);

            // No comment, the first disk, no attributes.
            writer.Write((ushort)0);
            writer.Write(0u);
            writer.Write(0u);
            writer.Write(isFar ? Elsewhere : (uint)offset);
            writer.Write(name);
            WriteLong(writer, longs);
        }));
        stream.Write(header);
        offset += header.Length + member.StoredLength;
    }

    /// <summary>Writes the directory, with which the archive ends.</summary>
    internal void End()
    {
        long length = directory.Sum(entry => (long)entry.Length);
        foreach (byte[] entry in directory)
        {
            stream.Write(entry);
        }

        stream.Write(Bytes(writer =>
        {
            if (offset >= Elsewhere || length >= Elsewhere || directory.Count >= ushort.MaxValue)
            {
                WriteLongEnd(writer, length);
            }

            writer.Write(0x06054b50u);
            writer.Write(0u);
            writer.Write((ushort)Math.Min(directory.Count, ushort.MaxValue));
            writer.Write((ushort)Math.Min(directory.Count, ushort.MaxValue));
            writer.Write((uint)Math.Min(length, Elsewhere));
            writer.Write((uint)Math.Min(offset, Elsewhere));
            writer.Write((ushort)0);
        }));
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using MemoryStream bytes = new();
        using (BinaryWriter writer = new(bytes, Encoding.UTF8, leaveOpen: true))
        {
            write(writer);
        }

        return bytes.ToArray();
    }

    /// <summary>The end of a directory in 64-bit numbers, and where it is.</summary>
    private void WriteLongEnd(BinaryWriter writer, long length)
    {
        writer.Write(0x06064b50u);
        writer.Write(44L);
        writer.Write(LongVersion);
        writer.Write(LongVersion);
        writer.Write(0L);
        writer.Write((long)directory.Count);
        writer.Write((long)directory.Count);
        writer.Write(length);
        writer.Write(offset);
        writer.Write(0x07064b50u);
        writer.Write(0u);
        writer.Write(offset + length);
        writer.Write(1u);
    }

    private static void WriteCommon(BinaryWriter writer, ZipMember member, int nameLength, ReadOnlySpan<long> longs, bool isLong)
    {
        writer.Write(longs.IsEmpty ? OrdinaryVersion : LongVersion);
        writer.Write(Ascii.IsValid(member.Name) ? (ushort)0 : UnicodeNames);
        writer.Write(member.IsDeflated ? Deflated : (ushort)0);
        writer.Write(Timestamp);
        writer.Write(member.Checksum);
        writer.Write(isLong ? Elsewhere : (uint)member.StoredLength);
        writer.Write(isLong ? Elsewhere : (uint)member.Length);
        writer.Write(checked((ushort)nameLength));
        writer.Write((ushort)(longs.IsEmpty ? 0 : LongFieldLength(longs)));
    }

    private static int LongFieldLength(ReadOnlySpan<long> longs) => (2 * sizeof(ushort)) + (longs.Length * sizeof(long));

    private static void WriteLong(BinaryWriter writer, ReadOnlySpan<long> longs)
    {
        if (longs.IsEmpty)
        {
            return;
        }

        writer.Write((ushort)1);
        writer.Write((ushort)(longs.Length * sizeof(long)));
        foreach (long value in longs)
        {
            writer.Write(value);
        }
    }
}
