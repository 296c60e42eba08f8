using System.IO.Compression;

namespace NetGen.Runtime.Tests.Data;

public class IdxFileTests
{
    private static byte[] Compressed(byte[] contents)
    {
        using MemoryStream stream = new();
        using (GZipStream compressed = new(stream, CompressionLevel.Optimal))
        {
            compressed.Write(contents);
        }

        return stream.ToArray();
    }

    private static NdArray Read(byte[] file) => IdxFile.Read(new MemoryStream(file), "digits");

    private static string Problem(byte[] file) => Assert.Throws<DataFormatException>(() => Read(file)).Message;

    public static TheoryData<string, double[]> ElementTypes => new()
    {
        { "00000801 00000002 00ff", [0, 255] },
        { "00000901 00000002 00ff", [0, -1] },
        { "00000b01 00000002 0001fffe", [1, -2] },
        { "00000c01 00000002 00000001fffffffe", [1, -2] },
        { "00000d01 00000002 3f800000c0200000", [1, -2.5] },
        { "00000e01 00000001 c004000000000000", [-2.5] },
        { "00000800 07", [7] },
    };

    [Theory]
    [MemberData(nameof(ElementTypes))]
    public void Every_element_type_is_read_plain_and_compressed(string hexadecimal, double[] expected)
    {
        byte[] file = Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(expected, Read(file).ToArray<double>());
        Assert.Equal(expected, Read(Compressed(file)).ToArray<double>());
    }

    [Fact]
    public void Dimensions_are_read_in_order()
    {
        NdArray array = Read([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]);
        Assert.Equal([2, 1, 3], array.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], array.ToArray<int>());
    }

    [Fact]
    public void What_is_wrong_is_named_with_its_place()
    {
        Assert.Equal("digits, byte 0: this is not an IDX file: it must begin with two bytes 0.", Problem([1, 0, 8, 1, 0, 0, 0, 0]));
        Assert.Equal(
            "digits, byte 2: the element type is 0a, but 08, 09, 0b, 0c, 0d and 0e are the ones known (hexadecimal).",
            Problem([0, 0, 10, 1, 0, 0, 0, 0]));
        Assert.Equal("digits, byte 2: the file ends 2 bytes too early, in the magic number, of which 4 bytes were expected.", Problem([0, 0]));
        Assert.Equal(
            "digits, byte 4: the shape 3 of uint8 needs 3 bytes of data, but the file has only 2 after its header.", Problem([0, 0, 8, 1, 0, 0, 0, 3, 1, 2]));
        Assert.Contains("but the file goes on", Problem([0, 0, 8, 1, 0, 0, 0, 1, 1, 2]), StringComparison.Ordinal);
        Assert.Contains("a size of 4294967295", Problem([0, 0, 8, 1, 255, 255, 255, 255]), StringComparison.Ordinal);
        Assert.Contains("the compressed data is damaged", Problem([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8]), StringComparison.Ordinal);
        Assert.Contains("the file ends", Problem([]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_compressed_file_that_cannot_hold_what_it_declares_is_refused_before_anything_is_allocated()
    {
        byte[] file = Compressed([0, 0, 14, 2, 0, 0, 128, 0, 0, 0, 128, 0, 1, 2, 3]);
        Read(Compressed([0, 0, 8, 1, 0, 0, 0, 1, 1]));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("needs 8589934592 bytes of data, but the file has at most", Problem(file), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000);
    }

    [Fact]
    public void A_truncated_compressed_file_is_refused()
    {
        byte[] contents = new byte[8 + 5000];
        new Random(1).NextBytes(contents);
        ((byte[])[0, 0, 8, 1, 0, 0, 0x13, 0x88]).CopyTo(contents, 0);
        byte[] file = Compressed(contents);
        Assert.Equal(5000, Read(file).Count);
        for (int length = 0; length < file.Length; length++)
        {
            Assert.StartsWith("digits", Problem(file[..length]), StringComparison.Ordinal);
        }
    }
}
