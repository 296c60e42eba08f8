using System.IO.Compression;
using System.Text;
using NetGen.Runtime.Tests.Kinds;
using NetGen.Runtime.Tests.Models;

namespace NetGen.Runtime.Tests.Data;

/// <summary>
/// Whatever is done to a file, reading it either succeeds or throws a <see cref="DataFormatException"/>, and allocates no more than a small file can justify.
/// </summary>
public sealed class ReaderFuzzTests : IDisposable
{
    private const int Mutations = 4000;

    /// <summary>Of files on the disk, whose headers the same parsers read.</summary>
    private const int MappedMutations = 400;

    /// <summary>First pieces, decompressors, directories and messages; far below what the shapes declared by damaged headers would take.</summary>
    private const long AllocationLimit = 1_500_000;

    private static Lazy<TemporaryFolder> Mapped = new(static () => new TemporaryFolder());

    public static TheoryData<string> Files => [.. Valid.Keys];

    private static readonly Dictionary<string, (byte[] Contents, Action<byte[]> Read)> Valid = new()
    {
        ["npy of floats"] = (NpyBytes.Of("<f4", "(3, 2)", new byte[24]), ReadNpy),
        ["npy of version 2, Fortran order, big-endian"] = (NpyBytes.Of(">i2", "(2, 3, 2)", new byte[24], fortran: true, version: 2), ReadNpy),
        ["npz, stored"] = (Archive(CompressionLevel.NoCompression), ReadNpz),
        ["npz, deflated"] = (Archive(CompressionLevel.Optimal), ReadNpz),
        ["idx"] = (Idx, ReadIdx),
        ["idx, gzip"] = (Compressed(Idx), ReadIdx),
        ["idx, gzip of two members"] = ([.. Compressed(Idx[..9]), .. Compressed(Idx[9..])], ReadIdx),
        ["npy, mapped"] = (NpyBytes.Of("<f4", "(3, 2)", new byte[24]), file => ReadMapped(file, NpyFile.Map)),
        ["npy of version 2, big-endian, mapped"] = (NpyBytes.Of(">i2", "(2, 3, 2)", new byte[24], version: 2), file => ReadMapped(file, NpyFile.Map)),
        ["idx, mapped"] = (Idx, file => ReadMapped(file, IdxFile.Map)),
        ["npz, array by array"] = (Mixed(), ReadByName),
        ["model"] = (Model(), ReadModel<StoredNet>),
        ["model of a graph"] = (GraphModelTests.Bytes(), ReadModel<EveryKindNet<float>>),
    };

    private static byte[] Idx => [0, 0, 0x0b, 2, 0, 0, 0, 3, 0, 0, 0, 5, .. new byte[30]];

    public void Dispose()
    {
        if (Mapped.IsValueCreated)
        {
            Mapped.Value.Dispose();
            Mapped = new(static () => new TemporaryFolder());
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Valid_files_are_read(string file) => Valid[file].Read(Valid[file].Contents);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_truncation_is_refused(string file)
    {
        (byte[] contents, Action<byte[]> read) = Valid[file];
        for (int length = 0; length < contents.Length; length++)
        {
            byte[] truncated = contents[..length];
            Assert.False(Survives(read, truncated), $"{length} of {contents.Length} bytes were read as if they were a whole file.");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Flipped_bits_never_surprise(string file)
    {
        (byte[] contents, Action<byte[]> read) = Valid[file];
        Random random = new(1);
        for (int mutation = 0; mutation < MutationsOf(file); mutation++)
        {
            byte[] changed = [.. contents];
            for (int flips = random.Next(1, 4); flips > 0; flips--)
            {
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            }

            Survives(read, changed);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Overwritten_inserted_and_removed_bytes_never_surprise(string file)
    {
        (byte[] contents, Action<byte[]> read) = Valid[file];
        Random random = new(2);
        byte[] extremes = [0x00, 0xff, 0x7f, 0x80, (byte)'9', (byte)'(', (byte)'\''];
        for (int mutation = 0; mutation < MutationsOf(file); mutation++)
        {
            List<byte> changed = [.. contents];
            for (int edits = random.Next(1, 6); edits > 0 && changed.Count > 0; edits--)
            {
                int place = random.Next(changed.Count);
                byte value = extremes[random.Next(extremes.Length)];
                switch (random.Next(3))
                {
                    case 0: changed[place] = value; break;
                    case 1: changed.Insert(place, value); break;
                    default: changed.RemoveAt(place); break;
                }
            }

            Survives(read, [.. changed]);
        }
    }

    [Fact]
    public void Headers_of_random_words_never_surprise()
    {
        Random random = new(3);
        string[] words =
        [
            "{", "}", "(", ")", "[", ",", ":", "'", "\"", "'descr'", "'fortran_order'", "'shape'", "'<f4'",
            "True", "False", "9999999999", "2", "L", " ", "\0", "é",
        ];
        for (int mutation = 0; mutation < Mutations; mutation++)
        {
            StringBuilder header = new(random.Next(2) == 0 ? "{'descr': '<f4', 'fortran_order': False, 'shape': (" : "");
            for (int count = random.Next(20); count > 0; count--)
            {
                header.Append(words[random.Next(words.Length)]);
            }

            Survives(ReadNpy, NpyBytes.OfHeader(header.ToString(), new byte[16]));
        }
    }

    private static int MutationsOf(string file) => file.EndsWith("mapped", StringComparison.Ordinal) ? MappedMutations : Mutations;

    private static bool Survives(Action<byte[]> read, byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool survives = true;
        try
        {
            read(file);
        }
        catch (DataFormatException exception)
        {
            Assert.StartsWith("fuzzed", exception.Message, StringComparison.Ordinal);
            survives = false;
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, AllocationLimit);
        return survives;
    }

    private static void ReadNpy(byte[] file) => NpyFile.Read(new MemoryStream(file), "fuzzed");

    /// <summary>Maps a file, whose name is cut from messages up to what stands for it in this class.</summary>
    private static void ReadMapped(byte[] file, Func<string, MappedArray> map)
    {
        string folder = Mapped.Value.Prefix;
        string path = Mapped.Value.Write("fuzzed", file);
        try
        {
            using MappedArray mapped = map(path);
            double[] row = new double[mapped.RowLength];
            for (int i = 0; i < mapped.RowCount && row.Length > 0; i++)
            {
                mapped.CopyRows<double>(i, row);
            }
        }
        catch (DataFormatException exception)
        {
            Assert.StartsWith(folder, exception.Message, StringComparison.Ordinal);
            throw new DataFormatException("fuzzed", exception.Message);
        }
    }

    private static void ReadNpz(byte[] file) => NpzFile.Read(new MemoryStream(file), "fuzzed");

    private static void ReadByName(byte[] file)
    {
        using NpzArchive archive = NpzFile.Open(new MemoryStream(file), "fuzzed");
        foreach (string name in archive.Names)
        {
            if (name != "names")
            {
                archive.Read(name);
            }
        }

        archive.Read("x");
    }

    private static void ReadModel<TNetwork>(byte[] file)
        where TNetwork : class, INetwork<TNetwork, float>, new()
    {
        string message = "fuzzed";
        try
        {
            ModelFile.Load<TNetwork, float>(new TNetwork(), new MemoryStream(file));
        }
        catch (DataFormatException exception)
        {
            // Streams have no name: the message begins with what stands for it.
            Assert.StartsWith("The stream", exception.Message, StringComparison.Ordinal);
            throw new DataFormatException(message, exception.Message);
        }
    }

    private static byte[] Mixed()
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (Stream names = archive.CreateEntry("names.npy").Open())
            {
                names.Write(NpyBytes.Of("<U2", "(2,)", new byte[16]));
            }

            using (Stream meta = archive.CreateEntry("meta.json").Open())
            {
                meta.Write("{}"u8);
            }

            using Stream numbers = archive.CreateEntry("x.npy").Open();
            numbers.Write(NpyBytes.Of("<f4", "(2, 2)", new byte[16]));
        }

        return stream.ToArray();
    }

    private static byte[] Model()
    {
        StoredNet network = new();
        network.SetParameters(new float[StoredNet.ParameterCount]);
        using MemoryStream stream = new();
        ModelFile.Save(network, stream, new ModelSaveOptions<float>
        {
            ClassNames = ["no", "yes"],
            InputScaling = new Standardization<float>([1, 2], [3, 4]),
            OutputScaling = new MinMaxScaling<float>([1], [2]),
        });
        return stream.ToArray();
    }

    private static void ReadIdx(byte[] file) => IdxFile.Read(new MemoryStream(file), "fuzzed");

    private static byte[] Archive(CompressionLevel compression)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in (string[])["W1.npy", "b1.npy"])
            {
                using Stream member = archive.CreateEntry(name, compression).Open();
                member.Write(NpyBytes.Of("<f8", "(4, 2)", new byte[64]));
            }
        }

        return stream.ToArray();
    }

    private static byte[] Compressed(byte[] contents)
    {
        using MemoryStream stream = new();
        using (GZipStream compressed = new(stream, CompressionLevel.Optimal))
        {
            compressed.Write(contents);
        }

        return stream.ToArray();
    }
}
