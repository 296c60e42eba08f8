using System.IO.Compression;

namespace NetGen.Runtime.Tests.Data;

public class NpzFileTests
{
    private static byte[] Archive(CompressionLevel compression, params (string Name, byte[] Contents)[] members)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] contents) in members)
            {
                using Stream member = archive.CreateEntry(name, compression).Open();
                member.Write(contents);
            }
        }

        return stream.ToArray();
    }

    private static IReadOnlyDictionary<string, NdArray> Read(byte[] file) => NpzFile.Read(new MemoryStream(file), "a.npz");

    private static void Refused(string problem, byte[] file)
    {
        string message = Assert.Throws<DataFormatException>(() => Read(file)).Message;
        Assert.StartsWith("a.npz", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void Stored_and_deflated_arrays_are_read_in_the_order_of_the_archive(CompressionLevel compression)
    {
        byte[] large = new byte[300_000];
        new Random(1).NextBytes(large);
        IReadOnlyDictionary<string, NdArray> arrays = Read(Archive(
            compression,
            ("z.npy", NpyBytes.Of("|u1", "(2,)", [1, 2])),
            ("a.npy", NpyBytes.Of("|u1", "(300000,)", large)),
            ("e.npy", NpyBytes.Of("<f8", "(0, 2)", []))));
        Assert.Equal(["z", "a", "e"], arrays.Keys);
        Assert.Equal([1, 2], arrays["z"].ToArray<int>());
        Assert.Equal(large, arrays["a"].ToArray<byte>());
        Assert.Equal(0, arrays["e"].Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_written_is_read_back_in_its_own_type(bool compress)
    {
        using TemporaryFolder folder = new();
        Dictionary<string, NdArray> arrays = new()
        {
            ["W1"] = NdArray.Create<float>([1, 2, 3, 4, 5, 6], 2, 3),
            ["b1"] = NdArray.Create<double>([0.1, 0.2], 2),
            ["half"] = NdArray.Create<Half>([(Half)1.5], 1),
            ["count"] = NdArray.Create<long>([long.MinValue]),
            ["bytes"] = NdArray.Create<byte>([1, 255], 2),
            ["signed"] = NdArray.Create<sbyte>([1, -1], 2),
            ["shorts"] = NdArray.Create<short>([1, -1], 2),
            ["empty"] = NdArray.Create<ulong>([], 0),
        };
        NpzFile.Write(folder["a.npz"], arrays, compress);
        IReadOnlyDictionary<string, NdArray> read = NpzFile.Read(folder["a.npz"]);
        Assert.Equal(arrays.Keys, read.Keys);
        foreach ((string name, NdArray array) in arrays)
        {
            Assert.Equal(array.ElementType, read[name].ElementType);
            Assert.Equal(array.Shape, read[name].Shape);
            Assert.Equal(array.ToArray<double>(), read[name].ToArray<double>());
        }

        Assert.Equal(["a.npz"], folder.FileNames);
    }

    [Fact]
    public void The_same_arrays_make_the_same_file()
    {
        using TemporaryFolder folder = new();
        KeyValuePair<string, NdArray>[] arrays = [new("x", NdArray.Create<float>([1, 2], 2))];
        NpzFile.Write(folder["a.npz"], arrays);
        NpzFile.Write(folder["b.npz"], arrays);
        Assert.Equal(File.ReadAllBytes(folder["a.npz"]), File.ReadAllBytes(folder["b.npz"]));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        using TemporaryFolder folder = new();
        NdArray array = NdArray.Create<float>([1], 1);
        NpzFile.Write(folder["a.npz"], [new("x", array)]);
        Assert.Throws<ArgumentException>(() => NpzFile.Write(folder["a.npz"], [new("y", array), new("y", array)]));
        Assert.Throws<ArgumentException>(() => NpzFile.Write(folder["a.npz"], [new("", array)]));
        Assert.Equal(["x"], NpzFile.Read(folder["a.npz"]).Keys);
        Assert.Equal(["a.npz"], folder.FileNames);
    }

    [Fact]
    public void Damaged_archives_are_refused()
    {
        Refused("is damaged, or this is not a .npz file", "this is no archive, is it?"u8.ToArray());
        Refused("is damaged, or this is not a .npz file", []);
        byte[] array = NpyBytes.Of("|u1", "(1,)", [1]);
        Refused("the archive holds x.npy twice", Archive(CompressionLevel.Optimal, ("x.npy", array), ("x.npy", array)));
        Refused("member x.npy, byte 0: this is not a .npy file", Archive(CompressionLevel.Optimal, ("x.npy", "no array at all"u8.ToArray())));
        Refused("but the file goes on", Archive(CompressionLevel.Optimal, ("x.npy", [.. array, 0])));
    }

    [Fact]
    public void A_changed_number_is_found_by_its_checksum()
    {
        byte[] file = Archive(CompressionLevel.NoCompression, ("x.npy", NpyBytes.Of("|u1", "(4,)", [77, 78, 79, 80])));
        int place = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[77, 78, 79, 80]);
        file[place] ^= 1;
        Refused("the checksum of the data is", file);
    }

    [Fact]
    public void A_member_that_cannot_unpack_to_what_it_declares_is_refused_before_anything_is_allocated()
    {
        byte[] file = Archive(CompressionLevel.Optimal, ("x.npy", NpyBytes.Of("<f8", "(500000000,)", new byte[100])));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused("needs 4000000000 bytes of data, but the file has at most", file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000);
    }

    [Fact]
    public void A_bomb_is_refused_by_the_limit_and_unpacked_no_further_than_declared()
    {
        byte[] bomb = Archive(CompressionLevel.Optimal, ("x.npy", NpyBytes.Of("|u1", "(3000000,)", new byte[50_000_000])));
        Refused("but the file goes on", bomb);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<DataFormatException>(() => NpzFile.Read(new MemoryStream(bomb), "a.npz", maximumBytes: 1_000_000));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000);
    }
}
