using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen;

/// <summary>
/// What a gzip file unpacks to (RFC 1952): all its members, one after the other, each compared with its checksum and its length. A file that ends within a
/// member, or goes on after one with anything but another or zeros, is refused.
/// </summary>
/// <param name="source">The file, from its start.</param>
internal sealed class GzipInput(Stream source) : ReadOnlyStream
{
    private const int TrailerLength = 2 * sizeof(uint);

    [Flags]
    private enum Extras
    {
        Checksum = 2,
        Field = 4,
        Name = 8,
        Comment = 16,
        Known = 31,
    }

    private readonly GzipBytes bytes = new(source);
    private DeflateStream? member;
    private bool hasMember;
    private uint checksum;
    private uint length;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty && (member is not null || TryBeginMember()))
        {
            int read = member!.Read(buffer);
            if (read > 0)
            {
                checksum = Crc32.Append(checksum, buffer[..read]);
                length += (uint)read;
                return read;
            }

            EndMember();
        }

        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            member?.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool TryBeginMember()
    {
        int first = bytes.Next();
        if (hasMember && first <= 0)
        {
            // Archivers fill the last block of a tape with zeros.
            while (first == 0)
            {
                first = bytes.Next();
            }

            if (first < 0)
            {
                return false;
            }

            throw new InvalidDataException("zeros follow its last part, and then something else");
        }

        int second = bytes.Next();
        if (first != 0x1f || second != 0x8b)
        {
            throw new InvalidDataException(hasMember ? "something that is not compressed follows its last part" : "it must begin with the bytes 1f and 8b");
        }

        SkipHeader();
        (checksum, length) = (0, 0);
        hasMember = true;
        member = new DeflateStream(bytes, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    private void SkipHeader()
    {
        const int Deflate = 8;
        const int TimeAndSystem = 6;
        int method = Required();
        Extras extras = (Extras)Required();
        if (method != Deflate || (extras & ~Extras.Known) != 0)
        {
            throw new InvalidDataException("the header of one of its parts is of an unknown kind");
        }

        Skip(TimeAndSystem);
        if (extras.HasFlag(Extras.Field))
        {
            Skip(Required() | (Required() << 8));
        }

        if (extras.HasFlag(Extras.Name))
        {
            SkipText();
        }

        if (extras.HasFlag(Extras.Comment))
        {
            SkipText();
        }

        if (extras.HasFlag(Extras.Checksum))
        {
            Skip(sizeof(ushort));
        }
    }

    private void Skip(int count)
    {
        for (; count > 0; count--)
        {
            Required();
        }
    }

    private void SkipText()
    {
        while (Required() != 0)
        {
        }
    }

    private int Required()
    {
        int next = bytes.Next();
        return next >= 0 ? next : throw new InvalidDataException("it ends within the header of one of its parts");
    }

    private void EndMember()
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[sizeof(uint)..], length);
        if (!bytes.TrySkipTo(trailer))
        {
            throw new InvalidDataException("it was cut off, or the checksum of one of its parts is not that of what it unpacks to");
        }

        member!.Dispose();
        member = null;
    }
}
