using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace NetGen.Reports;

/// <summary>Writes PNG files: 8 bits a channel with opacity, not interlaced.</summary>
internal static class PngWriter
{
    private const byte ColourWithOpacity = 6;
    private const byte SubtractLeftNeighbour = 1;

    /// <summary>Encodes a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <returns>The bytes of the PNG file.</returns>
    public static byte[] Write(Picture picture)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1a, (byte)'\n']);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], picture.Height);
        header[8] = 8;
        header[9] = ColourWithOpacity;
        header[10..].Clear();

        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(picture));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compress(Picture picture)
    {
        using var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, CompressionLevel.SmallestSize))
        {
            int rowLength = picture.Width * Picture.BytesPerPixel;
            byte[] filtered = new byte[1 + rowLength];
            filtered[0] = SubtractLeftNeighbour;
            for (int y = 0; y < picture.Height; y++)
            {
                ReadOnlySpan<byte> row = picture.Pixels.AsSpan(y * rowLength, rowLength);
                for (int x = 0; x < rowLength; x++)
                {
                    int left = x < Picture.BytesPerPixel ? 0 : row[x - Picture.BytesPerPixel];
                    filtered[1 + x] = unchecked((byte)(row[x] - left));
                }

                stream.Write(filtered);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        // A chunk is its length, type, data and a check sum over type and data.
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];

        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, CyclicRedundancyCheck(checkedPart));
        file.Write(number);
    }

    private static uint CyclicRedundancyCheck(ReadOnlySpan<byte> data)
    {
        uint remainder = uint.MaxValue;
        foreach (byte value in data)
        {
            remainder ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                remainder = (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ 0xedb88320;
            }
        }

        return ~remainder;
    }
}
