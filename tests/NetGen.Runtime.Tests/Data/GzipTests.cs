using System.IO.Compression;

namespace NetGen.Runtime.Tests.Data;

/// <summary>gzip files as other programs write them: of several members, with every optional header field, padded, cut off, or with something behind.</summary>
public class GzipTests
{
    private static readonly byte[] Contents = MakeContents();

    private static byte[] MakeContents()
    {
        byte[] contents = new byte[8 + 50_000];
        new Random(1).NextBytes(contents);
        ((byte[])[0, 0, 8, 1, 0, 0, 0xc3, 0x50]).CopyTo(contents, 0);
        return contents;
    }

    private static byte[] Compressed(ReadOnlySpan<byte> contents, CompressionLevel level = CompressionLevel.Optimal)
    {
        using MemoryStream stream = new();
        using (GZipStream compressed = new(stream, level, leaveOpen: true))
        {
            compressed.Write(contents);
        }

        // Nothing is compressed to nothing, without a header.
        return stream.Length > 0 ? stream.ToArray() : [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    private static byte[] Read(byte[] file) => IdxFile.Read(new MemoryStream(file), "digits").ToArray<byte>();

    private static string Problem(byte[] file) => Assert.Throws<DataFormatException>(() => Read(file)).Message;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(25_000)]
    [InlineData(50_007)]
    [InlineData(50_008)]
    public void Files_of_two_members_are_read_wherever_they_were_split(int place)
    {
        foreach (CompressionLevel level in (CompressionLevel[])[CompressionLevel.Optimal, CompressionLevel.NoCompression])
        {
            Assert.Equal(Contents[8..], Read([.. Compressed(Contents.AsSpan(0, place), level), .. Compressed(Contents.AsSpan(place), level)]));
        }
    }

    [Fact]
    public void Files_of_many_members_are_read()
    {
        byte[] file = [.. Contents.Chunk(777).SelectMany(piece => Compressed(piece))];
        Assert.Equal(Contents[8..], Read(file));
        using ForwardStream stream = new(file);
        Assert.Equal(Contents[8..], IdxFile.Read(stream, "digits").ToArray<byte>());
    }

    [Fact]
    public void Optional_fields_of_headers_are_passed_over()
    {
        byte[] plain = Compressed(Contents);
        byte[] header =
        [
            0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3,
            /* field */ 3, 0, 1, 2, 3, /* name */ (byte)'a', 0, /* comment */ (byte)'b', 0, /* checksum */ 0, 0,
        ];
        Assert.Equal(Contents[8..], Read([.. header, .. plain[10..]]));
    }

    [Fact]
    public void Zeros_behind_the_last_member_are_padding()
    {
        Assert.Equal(Contents[8..], Read([.. Compressed(Contents), .. new byte[512]]));
        Assert.Contains("zeros follow its last part, and then something else", Problem([.. Compressed(Contents), 0, 0, 7]), StringComparison.Ordinal);
    }

    [Fact]
    public void Anything_else_behind_the_last_member_is_refused()
    {
        byte[] file = Compressed(Contents);
        Assert.Contains("something that is not compressed follows its last part", Problem([.. file, .. "garbage"u8]), StringComparison.Ordinal);
        Assert.Contains("it ends within the header of one of its parts", Problem([.. file, 0x1f, 0x8b, 8]), StringComparison.Ordinal);
        Assert.Contains("unknown kind", Problem([.. file, 0x1f, 0x8b, 9, 0, 0, 0, 0, 0, 0, 0]), StringComparison.Ordinal);
        Assert.Contains("but the file goes on", Problem([.. file, .. Compressed([1])]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_was_cut_off_is_refused_wherever_it_was()
    {
        byte[] second = Compressed(Contents.AsSpan(40_000));
        byte[] file = [.. Compressed(Contents.AsSpan(0, 40_000)), .. second];
        for (int missing = 1; missing <= second.Length; missing += missing < 40 ? 1 : 97)
        {
            Assert.StartsWith("digits", Problem(file[..^missing]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_wrong_checksum_is_refused_in_every_member()
    {
        byte[] first = Compressed(Contents.AsSpan(0, 40_000));
        byte[] file = [.. first, .. Compressed(Contents.AsSpan(40_000))];
        foreach (int end in (int[])[first.Length, file.Length])
        {
            for (int place = end - 8; place < end; place++)
            {
                byte[] changed = [.. file];
                changed[place] ^= 1;
                Assert.Contains("the compressed data is damaged", Problem(changed), StringComparison.Ordinal);
            }
        }
    }
}
