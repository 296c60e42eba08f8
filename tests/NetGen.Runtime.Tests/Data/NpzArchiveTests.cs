using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Runtime.Tests.Data;

public class NpzArchiveTests
{
    private static readonly byte[] Numbers = NpyBytes.Of("<i4", "(2,)", [1, 0, 0, 0, 2, 0, 0, 0]);

    /// <summary>Everything that an archive may hold beside an array of numbers.</summary>
    private static readonly byte[] Mixed = Archive(
        ("names.npy", NpyBytes.Of("<U2", "(1,)", new byte[8])),
        ("bytes.npy", NpyBytes.Of("|S3", "(1,)", new byte[3])),
        ("objects.npy", NpyBytes.Of("|O", "(1,)", [0x80, 4, 0x2e])),
        ("complex.npy", NpyBytes.Of("<c8", "(1,)", new byte[8])),
        ("days.npy", NpyBytes.Of("<M8[D]", "(1,)", new byte[8])),
        ("records.npy", NpyBytes.OfHeader("{'descr': [('a', '<f4'), ('b]', '<i8', (2,))], 'fortran_order': False, 'shape': (1,)}", new byte[20])),
        ("meta.json", "{}"u8.ToArray()),
        ("folder/", []),
        ("folder/x.npy", Numbers),
        ("twice.npy", Numbers),
        ("twice.npy", Numbers),
        ("damaged.npy", "no array at all"u8.ToArray()),
        ("x.npy", Numbers));

    private static byte[] Archive(params (string Name, byte[] Contents)[] members)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] contents) in members)
            {
                using Stream member = archive.CreateEntry(name).Open();
                member.Write(contents);
            }
        }

        return stream.ToArray();
    }

    private static NpzArchive Open(byte[] file) => NpzFile.Open(new MemoryStream(file), "a.npz");

    [Fact]
    public void Arrays_are_listed_without_being_read()
    {
        using NpzArchive archive = Open(Mixed);
        Assert.Equal(["names", "bytes", "objects", "complex", "days", "records", "folder/x", "twice", "damaged", "x"], archive.Names);
        Assert.True(archive.Contains("x") && archive.Contains("folder/x") && !archive.Contains("meta.json") && !archive.Contains("y"));
    }

    [Fact]
    public void An_array_is_read_by_name_whatever_else_there_is()
    {
        using NpzArchive archive = Open(Mixed);
        Assert.Equal([1, 2], archive.Read("x").ToArray<int>());
        Assert.Equal([1, 2], archive.Read("folder/x").ToArray<int>());
    }

    [Theory]
    [InlineData(
        "names",
        "a.npz, member names.npy, byte 20: the element type is '<U2', but it must be b1, i1, i2, i4, i8, u1, u2, u4, u8, f2, f4 or f8: "
            + "the array holds text.")]
    [InlineData("bytes", "the element type is '|S3', but")]
    [InlineData("objects", "the array holds Python objects.")]
    [InlineData("complex", "the array holds complex numbers.")]
    [InlineData("days", "the array holds dates or times.")]
    [InlineData("records", "the elements are records (structured), but they must be numbers")]
    [InlineData("meta.json", "a.npz: meta.json is no array: the arrays of a .npz file end in .npy.")]
    [InlineData("folder/", "a.npz: folder/ is no array")]
    [InlineData("twice", "a.npz: the archive holds twice.npy twice: which one is meant is not known.")]
    [InlineData("damaged", "a.npz, member damaged.npy, byte 0: this is not a .npy file")]
    [InlineData("y", "a.npz: the archive holds no array y: it holds names, bytes, objects, complex, days, records, folder/x, twice, damaged, x.")]
    public void What_is_asked_for_and_is_no_array_of_numbers_is_refused_by_name(string name, string problem)
    {
        using NpzArchive archive = Open(Mixed);
        Assert.Contains(problem, Assert.Throws<DataFormatException>(() => archive.Read(name)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_all_leaves_out_what_is_no_array_of_numbers()
    {
        byte[] file = Archive(
            ("names.npy", NpyBytes.Of("<U2", "(1,)", new byte[8])),
            ("meta.json", [1]),
            ("folder/", []),
            ("records.npy", NpyBytes.OfHeader("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}", new byte[4])),
            ("x.npy", Numbers));
        Assert.Equal(["x"], NpzFile.Read(new MemoryStream(file), "a.npz").Keys);
    }

    [Fact]
    public void An_archive_without_arrays_is_empty()
    {
        using NpzArchive archive = Open(Archive());
        Assert.Empty(archive.Names);
        Assert.EndsWith("holds no array x: it holds none.", Assert.Throws<DataFormatException>(() => archive.Read("x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_is_read_from_where_it_is_and_left_open_at_its_end()
    {
        using MemoryStream stream = new();
        stream.Write([1, 2, 3]);
        NpzFile.Write(stream, [new("x", NdArray.Create<int>([7], 1))]);
        stream.Position = 3;
        Assert.Equal([7], NpzFile.Read(stream, "a.npz")["x"].ToArray<int>());
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void Streams_that_cannot_seek_are_read_and_written_with_the_bytes_of_a_file()
    {
        using TemporaryFolder folder = new();
        KeyValuePair<string, NdArray>[] arrays =
            [new("x", NdArray.Create<int>([.. Enumerable.Range(0, 1000)], 10, 100)), new("ä", NdArray.Create<byte>([1], 1))];
        foreach (bool compress in (bool[])[false, true])
        {
            NpzFile.Write(folder["a.npz"], arrays, compress);
            using ForwardStream written = new();
            NpzFile.Write(written, arrays, compress);
            Assert.Equal(File.ReadAllBytes(folder["a.npz"]), written.Contents);
            using ForwardStream read = new(written.Contents);
            Assert.Equal(["x", "ä"], NpzFile.Read(read, "a.npz").Keys);
            Assert.False(written.IsDisposed || read.IsDisposed);
        }

        using ForwardStream array = new();
        NpyFile.Write<int>(array, [1, 2], 2);
        NpyFile.Write<int>(array, [3], 1);
        using ForwardStream again = new(array.Contents);
        Assert.Equal([1, 2], NpyFile.Read(again, "a.npy").ToArray<int>());
        Assert.Equal([3], NpyFile.Read(again, "a.npy").ToArray<int>());
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_kept_in_memory_only_within_the_limit()
    {
        using ForwardStream stream = new(Mixed);
        string message = Assert.Throws<DataFormatException>(() => NpzFile.Open(stream, "a.npz", maximumBytes: 500)).Message;
        Assert.StartsWith("a.npz: the stream cannot seek, so it is kept in memory, of which 500 bytes were allowed", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Streams_that_are_for_the_other_direction_are_refused()
    {
        using MemoryStream readOnly = new([], writable: false);
        Assert.Throws<ArgumentException>(() => NpzFile.Write(readOnly, []));
        Assert.Throws<ArgumentException>(() => NpyFile.Write<int>(readOnly, [1], 1));
        using DeflateStream writeOnly = new(new MemoryStream(), CompressionMode.Compress);
        Assert.Throws<ArgumentException>(() => NpzFile.Read(writeOnly, "a.npz"));
        Assert.Throws<ArgumentException>(() => NpyFile.Read(writeOnly, "a.npy"));
        Assert.Throws<ArgumentException>(() => IdxFile.Read(writeOnly, "a.idx"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_headers_of_members_are_complete_for_readers_that_follow_them(bool compress)
    {
        using MemoryStream stream = new();
        NpzFile.Write(stream, [new("x", NdArray.Create<int>(new int[1000], 1000)), new("y", NdArray.Create<int>([1], 1))], compress);
        ReadOnlySpan<byte> file = stream.ToArray();
        foreach (string name in (string[])["x.npy", "y.npy"])
        {
            Assert.Equal(0x04034b50u, BinaryPrimitives.ReadUInt32LittleEndian(file));
            Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(file[6..]));
            int stored = BinaryPrimitives.ReadInt32LittleEndian(file[18..]);
            int length = BinaryPrimitives.ReadInt32LittleEndian(file[22..]);
            Assert.Equal(128 + (name == "x.npy" ? 4000 : 4), length);
            Assert.True(compress || stored == length);
            Assert.Equal(name, System.Text.Encoding.UTF8.GetString(file.Slice(30, name.Length)));
            file = file[(30 + name.Length + stored)..];
        }
    }

    [Fact]
    public void The_base_librarys_reader_of_archives_agrees_with_every_checksum()
    {
        byte[] values = new byte[100_003];
        new Random(1).NextBytes(values);
        using MemoryStream stream = new();
        NpzFile.Write(stream, [new("x", NdArray.Create<byte>(values, values.Length))], compress: true);
        using ZipArchive archive = new(stream, ZipArchiveMode.Read);
        ZipArchiveEntry entry = archive.GetEntry("x.npy")!;
        using MemoryStream contents = new();
        entry.Open().CopyTo(contents);
        Assert.Equal(values, contents.ToArray()[^values.Length..]);
        Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime);
    }

    [Fact]
    public void More_members_than_16_bits_count_are_written_and_read()
    {
        const int Count = 66_000;
        NdArray array = NdArray.Create<byte>([1], 1);
        using MemoryStream stream = new();
        NpzFile.Write(stream, Enumerable.Range(0, Count).Select(i => KeyValuePair.Create($"a{i}", array)));
        stream.Position = 0;
        using NpzArchive archive = NpzFile.Open(stream, "a.npz");
        Assert.Equal(Count, archive.Names.Count);
        Assert.Equal([1], archive.Read($"a{Count - 1}").ToArray<int>());
    }
}
