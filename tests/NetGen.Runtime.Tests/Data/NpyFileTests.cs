using System.Buffers.Binary;

namespace NetGen.Runtime.Tests.Data;

public class NpyFileTests
{
    public static TheoryData<string, string, double[]> ElementTypes => new()
    {
        { "|b1", "000105", [0, 1, 1] },
        { "|u1", "00 7f ff", [0, 127, 255] },
        { "|i1", "00 7f ff", [0, 127, -1] },
        { "<u2", "0100 ffff", [1, 65535] },
        { ">u2", "0001 ff00", [1, 65280] },
        { "<i2", "0100 ffff", [1, -1] },
        { ">i2", "0001 fffe", [1, -2] },
        { "<u4", "01000000 ffffffff", [1, 4294967295] },
        { ">u4", "00000001", [1] },
        { "<i4", "01000000 ffffffff", [1, -1] },
        { ">i4", "00000001 fffffffe", [1, -2] },
        { "<u8", "0100000000000000", [1] },
        { ">u8", "0000000000000002", [2] },
        { "<i8", "feffffffffffffff", [-2] },
        { ">i8", "fffffffffffffffe", [-2] },
        { "<f2", "003c 00c0", [1, -2] },
        { ">f2", "3c00 c000", [1, -2] },
        { "<f4", "0000803f 000020c0", [1, -2.5] },
        { ">f4", "3f800000 c0200000", [1, -2.5] },
        { "<f8", "000000000000f03f", [1] },
        { ">f8", "3ff0000000000000 c004000000000000", [1, -2.5] },
    };

    [Theory]
    [MemberData(nameof(ElementTypes))]
    public void Every_element_type_is_read_in_both_byte_orders(string descriptor, string hexadecimal, double[] expected)
    {
        byte[] data = Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal));
        NdArray array = NpyBytes.Read(NpyBytes.Of(descriptor, $"({expected.Length},)", data));
        Assert.Equal([expected.Length], array.Shape);
        Assert.Equal(expected, array.ToArray<double>());
        Assert.Equal(expected.Select(value => (float)value), array.ToArray<float>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_version_is_read(int version) => Assert.Equal([5], NpyBytes.Read(NpyBytes.Of("|u1", "(1,)", [5], version: version)).ToArray<int>());

    [Fact]
    public void Fortran_order_is_brought_into_C_order()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6], NpyBytes.Read(NpyBytes.Of("|u1", "(2, 3)", [1, 4, 2, 5, 3, 6], fortran: true)).ToArray<int>());

        // numpy.arange(24).reshape(2, 3, 4).ravel(order='F')
        byte[] cube = [0, 12, 4, 16, 8, 20, 1, 13, 5, 17, 9, 21, 2, 14, 6, 18, 10, 22, 3, 15, 7, 19, 11, 23];
        Assert.Equal(Enumerable.Range(0, 24), NpyBytes.Read(NpyBytes.Of("|u1", "(2, 3, 4)", cube, fortran: true)).ToArray<int>());
    }

    [Theory]
    [InlineData("()", 1, 1, 1)]
    [InlineData("(6,)", 6, 6, 1)]
    [InlineData("(2, 3)", 6, 2, 3)]
    [InlineData("( 2,3, )", 6, 2, 3)]
    [InlineData("(2L, 3L)", 6, 2, 3)]
    [InlineData("(2, 3, 1)", 6, 2, 3)]
    [InlineData("(0, 3)", 0, 0, 0)]
    [InlineData("(3, 0)", 0, 3, 0)]
    public void Shapes_of_every_rank_are_read(string shape, int count, int rows, int rowLength)
    {
        NdArray array = NpyBytes.Read(NpyBytes.Of("|u1", shape, new byte[count]));
        Assert.Equal((count, rows, rowLength), (array.Count, array.RowCount, array.RowLength));
    }

    [Theory]
    [InlineData("{\"shape\":(1,),\"fortran_order\":False,\"descr\":\"|u1\"}")]
    [InlineData("  { 'shape' : ( 1 , ) , 'descr' : 'u1' , 'fortran_order' : True }   ")]
    public void The_dictionary_may_be_written_in_any_order_and_spacing(string header) =>
        Assert.Equal([7], NpyBytes.Read(NpyBytes.OfHeader(header, [7])).ToArray<int>());

    [Theory]
    [InlineData("{'descr': '<c8', 'fortran_order': False, 'shape': (1,)}", 20, "the element type is '<c8', but it must be b1, i1")]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}", 20, "the element type is '|O'")]
    [InlineData("{'descr': '<U5', 'fortran_order': False, 'shape': (1,)}", 20, "the element type is '<U5'")]
    [InlineData("{'descr': '<f16', 'fortran_order': False, 'shape': (1,)}", 20, "the element type is '<f16'")]
    [InlineData("{'descr': '<f3', 'fortran_order': False, 'shape': (1,)}", 20, "the element type is '<f3'")]
    [InlineData("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}", 20, "the elements are records")]
    [InlineData("{'descr': '|u1', 'fortran_order': 0, 'shape': (1,)}", 44, "fortran_order must be True or False")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (-1,)}", 61, "the shape must be whole numbers")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (99999999999999999999,)}", 61, "the shape must be whole numbers")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': 1}", 60, "'(' is expected here, for the shape")]
    [InlineData("{'descr': '|u1', 'fortran_order': False}", 10, "the header lacks the key 'shape'")]
    [InlineData("{'descr': '|u1', 'descr': '|u1', 'shape': (1,)}", 27, "the header has the key 'descr' twice")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1,), 'extra': 1}", 66, "the header has the key 'extra', but descr, fortran_order")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1,)} x", 66, "the header goes on")]
    [InlineData("{'descr", 11, "a key is expected here, between quotation marks")]
    [InlineData("", 11, "'{' is expected here, for a dictionary")]
    public void A_wrong_header_is_refused_with_its_place(string header, int offset, string problem)
    {
        DataFormatException exception = Assert.Throws<DataFormatException>(() => NpyBytes.Read(NpyBytes.OfHeader(header, [1])));
        Assert.Equal("a.npy", exception.File);
        Assert.Equal(offset, exception.Offset);
        Assert.StartsWith($"a.npy, byte {offset}: {problem}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(2147483647,)", "needs 17179869176 bytes of data, but the file has only 8")]
    [InlineData("(4294967296,)", "a size of 4294967296, but a size lies between 0 and 2147483647")]
    [InlineData("(9223372036854775807, 2)", "a size lies between")]
    [InlineData("(2000000000, 2000000000, 2000000000, 2000000000, 2000000000)", "of float64 needs")]
    [InlineData("(2, 1)", "the shape 2x1 of float64 needs 16 bytes of data, but the file has only 8 after its header")]
    public void A_shape_beyond_the_file_is_refused_before_anything_is_allocated(string shape, string problem)
    {
        byte[] file = NpyBytes.Of("<f8", shape, new byte[8]);
        NpyBytes.Read(NpyBytes.Of("<f8", "(1,)", new byte[8]));
        long before = GC.GetAllocatedBytesForCurrentThread();
        DataFormatException exception = Assert.Throws<DataFormatException>(() => NpyBytes.Read(file));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_data_than_allowed_is_refused()
    {
        byte[] file = NpyBytes.Of("<f8", "(2,)", new byte[16]);
        Assert.Equal(2, NpyFile.Read(new MemoryStream(file), "a.npy", maximumBytes: 16).Count);
        string message = Assert.Throws<DataFormatException>(() => NpyFile.Read(new MemoryStream(file), "a.npy", maximumBytes: 15)).Message;
        Assert.Contains("needs 16 bytes of data, but at most 15 were allowed", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_too_long_for_numbers_is_refused()
    {
        byte[] file = NpyBytes.Of("|u1", "(1,)", [1], version: 2);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(8), 4_000_000_000);
        Assert.Contains("the header is 4000000000 bytes long", Assert.Throws<DataFormatException>(() => NpyBytes.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_something_after_the_data_is_refused_and_a_stream_is_left_there()
    {
        byte[] array = NpyBytes.Of("|u1", "(1,)", [1]);
        using TemporaryFolder folder = new();
        string path = folder.Write("a.npy", [.. array, 0]);
        Assert.Contains("but the file goes on", Assert.Throws<DataFormatException>(() => NpyFile.Read(path)).Message, StringComparison.Ordinal);

        MemoryStream twoArrays = new([.. array, .. NpyBytes.Of("|u1", "(1,)", [2])]);
        Assert.Equal([1], NpyFile.Read(twoArrays, "two").ToArray<int>());
        Assert.Equal([2], NpyFile.Read(twoArrays, "two").ToArray<int>());
    }

    [Fact]
    public void Numbers_that_do_not_fit_the_type_asked_for_are_refused()
    {
        NdArray array = NdArray.Create<double>([1, 2.5], 2);
        string message = Assert.Throws<OverflowException>(() => array.ToArray<int>()).Message;
        Assert.Contains("Value 1 is 2.5, which the type Int32 cannot hold", message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => NdArray.Create<int>([300], 1).ToArray<byte>());
        Assert.Throws<OverflowException>(() => NdArray.Create<float>([float.NaN], 1).ToArray<long>());
        Assert.Throws<OverflowException>(() => NdArray.Create<sbyte>([-1], 1).ToArray<byte>());
        Assert.Equal([0.1f], NdArray.Create<double>([0.1], 1).ToArray<float>());
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        using TemporaryFolder folder = new();
        string path = folder["a.npy"];
        NpyFile.Write<float>(path, [1, 2, 3, 4, 5, 6], 3, 2);
        NdArray array = NpyFile.Read(path);
        Assert.Equal([3, 2], array.Shape);
        Assert.Equal(typeof(float), array.ElementType);
        Assert.Equal([1, 2, 3, 4, 5, 6], array.ToArray<float>());
        Assert.Equal("Single 3x2", array.ToString());

        NpyFile.Write<long>(path, [-5]);
        Assert.Empty(NpyFile.Read(path).Shape);
        Assert.Equal([-5L], NpyFile.Read(path).ToArray<long>());
    }

    [Fact]
    public void The_data_of_a_written_file_starts_at_a_multiple_of_64_bytes()
    {
        using TemporaryFolder folder = new();
        foreach (int[] shape in (int[][])[[], [3], [3, 100000], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]])
        {
            int count = shape.Aggregate(1, (product, size) => product * size);
            NpyFile.Write<byte>(folder["a.npy"], new byte[count], shape);
            Assert.Equal(0, (new FileInfo(folder["a.npy"]).Length - count) % 64);
            Assert.Equal(shape, NpyFile.Read(folder["a.npy"]).Shape);
        }
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        using TemporaryFolder folder = new();
        NpyFile.Write<int>(folder["a.npy"], [1], 1);
        string message = Assert.Throws<ArgumentException>(() => NpyFile.Write<int>(folder["a.npy"], [1], 2, 3)).Message;
        Assert.Contains("There are 1 values, but the shape 2x3 holds 6", message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => NpyFile.Write<decimal>(folder["a.npy"], [1], 1));
        Assert.Equal([1], NpyFile.Read(folder["a.npy"]).ToArray<int>());
        Assert.Equal(["a.npy"], folder.FileNames);
    }

    [Fact]
    public void A_missing_file_is_reported_as_such() => Assert.Throws<FileNotFoundException>(() => NpyFile.Read("no such file.npy"));
}
