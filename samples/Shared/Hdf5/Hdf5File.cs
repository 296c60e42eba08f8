using System.Runtime.InteropServices;
using NetGen;

namespace Samples.Hdf5;

/// <summary>Reads whole datasets of numbers from HDF5 files through the system's libhdf5.</summary>
public sealed class Hdf5File : IDisposable
{
    private const int MostDimensions = 8;
    private const ulong MostValues = 1 << 27;

    private readonly string path;
    private readonly long file;

    private Hdf5File(string path, long file)
    {
        this.path = path;
        this.file = file;
    }

    /// <summary>Whether the machine has libhdf5.</summary>
    public static bool IsSupported => Hdf5Library.TryInitialize();

    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SampleException">libhdf5 is not installed, or the file is missing or no HDF5 file.</exception>
    public static Hdf5File Open(string path)
    {
        if (!Hdf5Library.TryInitialize())
        {
            throw new SampleException(
                $"Reading {path} takes the system's libhdf5 (1.10 or later), which is not installed: " +
                "install it (Debian, Ubuntu: apt-get install hdf5-tools; Fedora: dnf install hdf5; " +
                "macOS: brew install hdf5), or provide the same arrays as .npy files.");
        }

        if (!File.Exists(path))
        {
            throw new SampleException($"{path} does not exist.");
        }

        const uint ReadOnly = 0;
        long file = Hdf5Library.OpenFile(path, ReadOnly, properties: 0);
        return file >= 0 ? new Hdf5File(path, file) : throw new SampleException($"{path} is not a readable HDF5 file.");
    }

    /// <summary>Reads a dataset of numbers: whole ones as long, others as double, so that what does not belong there shows.</summary>
    /// <param name="name">The dataset.</param>
    /// <exception cref="SampleException">There is no such dataset, it cannot be read, or it holds something other than numbers.</exception>
    public NdArray Read(string name)
    {
        long dataset = Hdf5Library.OpenDataset(file, name, properties: 0);
        if (dataset < 0)
        {
            throw new SampleException($"{path} holds no dataset named {name}.");
        }

        try
        {
            int[] dimensions = ReadDimensions(dataset, name);
            return ReadClass(dataset) switch
            {
                Hdf5Library.IntegerClass => ReadValues<long>(dataset, name, Hdf5Library.LongType, dimensions),
                Hdf5Library.FloatClass => ReadValues<double>(dataset, name, Hdf5Library.DoubleType, dimensions),
                _ => throw new SampleException($"{name} in {path} holds something other than numbers."),
            };
        }
        finally
        {
            _ = Hdf5Library.CloseDataset(dataset);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _ = Hdf5Library.CloseFile(file);

    private static int ReadClass(long dataset)
    {
        long type = Hdf5Library.GetDataType(dataset);
        try
        {
            return Hdf5Library.GetClass(type);
        }
        finally
        {
            _ = Hdf5Library.CloseDataType(type);
        }
    }

    private NdArray ReadValues<T>(long dataset, string name, long type, int[] dimensions)
        where T : unmanaged, INumberBase<T>
    {
        var values = new T[dimensions.Aggregate(1, (product, dimension) => product * dimension)];
        if (Hdf5Library.Read(dataset, type, memorySpace: 0, fileSpace: 0, properties: 0, MemoryMarshal.AsBytes(values.AsSpan())) < 0)
        {
            throw new SampleException($"{name} in {path} cannot be read: the file is damaged.");
        }

        return NdArray.Create<T>(values, dimensions);
    }

    private int[] ReadDimensions(long dataset, string name)
    {
        long space = Hdf5Library.GetSpace(dataset);
        try
        {
            int rank = Hdf5Library.GetRank(space);
            if (rank is < 1 or > MostDimensions)
            {
                throw new SampleException($"{name} in {path} has {rank} dimensions, but 1 to {MostDimensions} were expected.");
            }

            var dimensions = new ulong[rank];
            _ = Hdf5Library.GetDimensions(space, dimensions, maximumDimensions: 0);

            // The sizes come from the file: they are checked before anything is allocated.
            ulong values = 1;
            foreach (ulong dimension in dimensions)
            {
                if (dimension == 0 || dimension > MostValues / values)
                {
                    throw new SampleException($"{name} in {path} is {string.Join('x', dimensions)}, but 1 to {MostValues} values were expected.");
                }

                values *= dimension;
            }

            return [.. dimensions.Select(dimension => (int)dimension)];
        }
        finally
        {
            _ = Hdf5Library.CloseSpace(space);
        }
    }
}
