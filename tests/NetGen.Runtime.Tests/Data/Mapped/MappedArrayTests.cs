using System.Buffers.Binary;
using System.Numerics;

namespace NetGen.Runtime.Tests.Data.Mapped;

/// <summary>Files that are mapped give the numbers that reading them gives, and refuse what reading them refuses.</summary>
public sealed class MappedArrayTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Elements =>
        ["|b1", "|u1", "|i1", "<u2", "<i2", "<u4", "<i4", "<u8", "<i8", "<f2", "<f4", "<f8", ">i2", ">u4", ">f2", ">f4", ">f8", ">i8"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Elements))]
    public void Rows_are_the_numbers_that_the_reader_gives(string element)
    {
        // More values a row than are converted at once; of any bits, so that there are NaN, infinities and numbers that are not normal.
        const int Rows = 3, Length = 1201;
        int size = element[2] - '0';
        byte[] data = new byte[Rows * Length * size];
        new Random(1).NextBytes(data);
        string path = folder.Write("x.npy", NpyBytes.Of(element, $"({Rows}, {Length})", data));

        NdArray read = NpyFile.Read(path);
        using MappedArray mapped = NpyFile.Map(path);
        Assert.Equal((read.ElementType, Rows, Length), (mapped.ElementType, mapped.RowCount, mapped.RowLength));
        Assert.Equal(read.Shape, mapped.Shape);
        Assert.Equal(read.ToString(), mapped.ToString());
        AssertSame<double>(read, mapped);
        if (element[1..] != "f8")
        {
            AssertSame<float>(read, mapped);
        }
    }

    [Fact]
    public void What_the_type_cannot_hold_is_refused_as_the_reader_refuses_it()
    {
        string path = folder["x.npy"];
        NpyFile.Write<double>(path, [1, 2, 1e300, 4], 2, 2);
        using MappedArray mapped = NpyFile.Map(path);
        float[] row = new float[2];
        mapped.CopyRows<float>(0, row);
        Assert.Equal([1f, 2f], row);
        string expected = Assert.Throws<OverflowException>(() => NpyFile.Read(path).ToArray<float>()).Message;
        Assert.Equal(expected, Assert.Throws<OverflowException>(() => mapped.CopyRows<float>(1, row)).Message);
        Assert.Equal("Value 2 is 1E+300, which the type Single cannot hold.", expected);
        Assert.Throws<OverflowException>(() => mapped.CopyRows<int>(1, new int[2]));
    }

    [Fact]
    public void Idx_files_are_mapped_from_their_odd_places()
    {
        // The numbers begin at byte 12, where no double is aligned.
        byte[] numbers = new byte[6 * 8];
        for (int i = 0; i < 6; i++)
        {
            BinaryPrimitives.WriteDoubleBigEndian(numbers.AsSpan(8 * i), i + 0.25);
        }

        string path = folder.Write("x.idx", [0, 0, 0x0e, 2, 0, 0, 0, 2, 0, 0, 0, 3, .. numbers]);
        using MappedArray mapped = IdxFile.Map(path);
        AssertSame<double>(IdxFile.Read(path), mapped);
        Assert.Equal("Double 2x3", mapped.ToString());
    }

    [Fact]
    public void One_dimension_is_rows_of_one_number()
    {
        NpyFile.Write<short>(folder["x.npy"], [3, 1, 2], 3);
        using MappedArray mapped = NpyFile.Map(folder["x.npy"]);
        Assert.Equal((3, 1), (mapped.RowCount, mapped.RowLength));
        AssertSame<float>(NpyFile.Read(folder["x.npy"]), mapped);
    }

    [Fact]
    public void Rows_beyond_two_gigabytes_are_read()
    {
        // A file with a hole: only what is written takes room on the disk.
        const int Rows = 70_000, Length = 1 << 15;
        byte[] header = NpyBytes.Of("|u1", $"({Rows}, {Length})", []);
        using (FileStream stream = File.Create(folder["large.npy"]))
        {
            stream.Write(header);
            stream.SetLength(header.Length + ((long)Rows * Length));
            stream.Position = stream.Length - 2;
            stream.Write([7, 9]);
        }

        using MappedArray mapped = NpyFile.Map(folder["large.npy"]);
        Dataset<float> set = Dataset<float>.FromArrays(mapped, new float[Rows], 1);
        ReadOnlySpan<float> last = set.Features(Rows - 1);
        Assert.Equal([0f, 7f, 9f], last[^3..].ToArray());
        Assert.False(set.Features(Rows - 2).ContainsAnyExcept(0f));
    }

    [Fact]
    public void What_cannot_be_mapped_is_refused_with_the_file_and_a_reason()
    {
        byte[] plain = NpyBytes.Of("<f4", "(3, 2)", new byte[24]);
        Refused("the array is in Fortran order, in which a row lies in pieces, but only C order", NpyBytes.Of("<f4", "(3, 2)", new byte[24], fortran: true));
        Refused("the array is a single number, but to be read by rows it must have at least one dimension", NpyBytes.Of("<f4", "()", new byte[4]));
        Refused("but the file goes on", [.. plain, 0]);
        Refused("needs 24 bytes of data, but the file has only 23", plain[..^1]);
        Refused("the file ends", plain[..5]);
        Refused("the file ends", []);
        Refused("this is not a .npy file", [0, 0, 8, 1, 0, 0, 0, 1, 5]);
        Refused("the array holds text", NpyBytes.Of("<U2", "(2,)", new byte[16]));
        Refused("a row of the shape 1x2147483647x2 has 4294967294 values", Sparse("(1, 2147483647, 2)", 4294967294));
        Assert.Throws<FileNotFoundException>(() => NpyFile.Map(folder["none.npy"]));
        Assert.Throws<ArgumentException>(() => NpyFile.Map(""));
        Assert.Throws<ArgumentException>(() => IdxFile.Map(""));

        string idx = folder.Write("bad.idx", plain);
        Assert.StartsWith(
            $"{idx}, byte 0: this is not an IDX file", Assert.Throws<DataFormatException>(() => IdxFile.Map(idx)).Message, StringComparison.Ordinal);
        folder.Write("bad.idx", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0]);
        Assert.StartsWith(
            $"{idx}, byte 0: the file is compressed by gzip, but only a plain one can be mapped: unpack it first.",
            Assert.Throws<DataFormatException>(() => IdxFile.Map(idx)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Fortran_order_of_one_dimension_is_C_order()
    {
        using MappedArray mapped = NpyFile.Map(folder.Write("x.npy", NpyBytes.Of("|u1", "(3,)", [1, 2, 3], fortran: true)));
        AssertSame<float>(NpyFile.Read(folder["x.npy"]), mapped);
    }

    [Fact]
    public void Rows_that_are_not_there_are_refused()
    {
        NpyFile.Write<int>(folder["x.npy"], [1, 2, 3, 4, 5, 6], 3, 2);
        using MappedArray mapped = NpyFile.Map(folder["x.npy"]);
        Assert.Equal("first", Assert.Throws<ArgumentOutOfRangeException>(() => mapped.CopyRows<float>(3, new float[2])).ParamName);
        Assert.Equal("first", Assert.Throws<ArgumentOutOfRangeException>(() => mapped.CopyRows<float>(-1, new float[2])).ParamName);
        Assert.Contains(
            "destination holds 4 values, but must hold whole rows of 2, at most 1 from row 2 on.",
            Assert.Throws<ArgumentException>(() => mapped.CopyRows<float>(2, new float[4])).Message,
            StringComparison.Ordinal);
        Assert.Equal("destination", Assert.Throws<ArgumentException>(() => mapped.CopyRows<float>(0, new float[3])).ParamName);
    }

    [Fact]
    public void Arrays_without_a_number_are_mapped_but_make_no_set()
    {
        using MappedArray mapped = NpyFile.Map(folder.Write("x.npy", NpyBytes.Of("<f4", "(0, 2)", [])));
        Assert.Equal((0, 0), (mapped.RowCount, mapped.RowLength));
        Assert.StartsWith(
            $"x is empty ({folder["x.npy"]}: Single 0x2), but a dataset needs at least one example.",
            Assert.Throws<ArgumentException>(() => Dataset<float>.FromArrays(mapped, [1f], 1)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_file_is_refused_by_name()
    {
        NpyFile.Write<int>(folder["x.npy"], [1, 2, 3, 4], 2, 2);
        MappedArray mapped = NpyFile.Map(folder["x.npy"]);
        mapped.Dispose();
        mapped.Dispose();
        string message = Assert.Throws<ObjectDisposedException>(() => mapped.CopyRows<float>(0, new float[2])).Message;
        Assert.Contains($"{folder["x.npy"]} has been closed", message, StringComparison.Ordinal);
        Assert.Equal(2, mapped.RowCount);

        // Nothing holds the file any longer: not even where opening it failed.
        folder.Write("x.npy", NpyBytes.Of("<f4", "(2, 2)", new byte[15]));
        Assert.Throws<DataFormatException>(() => NpyFile.Map(folder["x.npy"]));
        folder.Write("x.npy", []);
    }

    [Fact]
    public async Task Closing_while_others_read_ends_every_read_by_its_rows_or_by_a_refusal()
    {
        const int Length = 5000;
        for (int repeat = 0; repeat < 20; repeat++)
        {
            NpyFile.Write<int>(folder["x.npy"], [.. Enumerable.Range(0, 4 * Length)], 4, Length);
            MappedArray mapped = NpyFile.Map(folder["x.npy"]);
            using var started = new CountdownEvent(2);

            // The last value of the last row that was read whole.
            float ReadUntilClosed()
            {
                float[] row = new float[Length];
                float last = 0;
                started.Signal();
                while (true)
                {
                    try
                    {
                        mapped.CopyRows<float>(3, row);
                        last = row[^1];
                    }
                    catch (ObjectDisposedException)
                    {
                        return last;
                    }
                }
            }

            Task<float>[] readers = [.. Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
                ReadUntilClosed, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
            started.Wait(TestContext.Current.CancellationToken);
            mapped.Dispose();
            foreach (Task<float> reader in readers)
            {
                Assert.Contains(await reader, (float[])[0, (4 * Length) - 1]);
            }
        }
    }

    private static void AssertSame<T>(NdArray read, MappedArray mapped)
        where T : unmanaged, INumberBase<T>
    {
        T[] expected = read.ToArray<T>();
        T[] all = new T[expected.Length];
        mapped.CopyRows<T>(0, all);
        Assert.Equal(expected, all);
        T[] row = new T[mapped.RowLength];
        for (int i = mapped.RowCount - 1; i >= 0; i--)
        {
            mapped.CopyRows<T>(i, row);
            Assert.Equal(expected[(i * row.Length)..((i + 1) * row.Length)], row);
        }
    }

    private byte[] Sparse(string shape, long length)
    {
        byte[] header = NpyBytes.Of("|u1", shape, []);
        using FileStream stream = File.Create(folder["bad.npy"]);
        stream.Write(header);
        stream.SetLength(header.Length + length);
        return [];
    }

    private void Refused(string problem, byte[] contents)
    {
        string path = folder["bad.npy"];
        if (!(contents.Length == 0 && problem.StartsWith("a row", StringComparison.Ordinal)))
        {
            folder.Write("bad.npy", contents);
        }

        string message = Assert.Throws<DataFormatException>(() => NpyFile.Map(path)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
