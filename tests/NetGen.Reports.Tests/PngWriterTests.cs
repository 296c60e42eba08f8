using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Reports.Tests;

public sealed class PngWriterTests
{
    [Fact]
    public void What_is_written_can_be_read_back()
    {
        var picture = new Picture(width: 3, height: 2);
        for (int pixel = 0; pixel < 6; pixel++)
        {
            picture.Set(pixel, (byte)(40 * pixel), (byte)(255 - pixel), 7, (byte)(200 + pixel));
        }

        byte[] file = PngWriter.Write(picture);

        // Signature, then the header chunk, then the pixels: rows of a filter byte (1: subtract the left neighbour) and 3 pixels.
        Assert.Equal([0x89, .. "PNG\r\n"u8, 0x1a, (byte)'\n'], file[..8]);
        Assert.Equal((3, 2), (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20))));
        int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(33));
        using var rows = new ZLibStream(new MemoryStream(file, 41, length), CompressionMode.Decompress);
        byte[] filtered = new byte[2 * (1 + 12)];
        rows.ReadExactly(filtered);
        Assert.Equal(-1, rows.ReadByte());

        var pixels = new List<byte>();
        for (int row = 0; row < 2; row++)
        {
            Assert.Equal(1, filtered[13 * row]);
            byte[] left = new byte[4];
            for (int i = 0; i < 12; i++)
            {
                pixels.Add(left[i % 4] = unchecked((byte)(left[i % 4] + filtered[(13 * row) + 1 + i])));
            }
        }

        Assert.Equal(picture.Pixels, pixels);
    }

    [Fact]
    public void The_last_chunk_is_the_one_that_every_PNG_file_ends_with()
    {
        byte[] file = PngWriter.Write(new Picture(1, 1));

        Assert.Equal([0, 0, 0, 0, .. "IEND"u8, 0xae, 0x42, 0x60, 0x82], file[^12..]);
    }
}
