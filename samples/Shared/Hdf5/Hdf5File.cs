namespace Samples.Hdf5;

/// <summary>Reads whole datasets of small whole numbers from HDF5 files through the system's libhdf5.</summary>
public sealed class Hdf5File : IDisposable
{
    private const int MostDimensions = 8;
    private const ulong MostValues = 1 << 30;

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
                $"Reading {path} takes the system's libhdf5 (1.10 or later), which is not installed: install it (Debian, Ubuntu: apt-get install hdf5-tools; Fedora: dnf install hdf5; " +
                "macOS: brew install hdf5), or provide the same arrays as .npy files.");
        }

        if (!File.Exists(path))
            throw new SampleException($"{path} does not exist.");
        const uint ReadOnly = 0;
        long file = Hdf5Library.OpenFile(path, ReadOnly, properties: 0);
        return file >= 0 ? new Hdf5File(path, file) : throw new SampleException($"{path} is not a readable HDF5 file.");
    }

    /// <summary>Reads a dataset whose values lie between 0 and 255, whatever its number type.</summary>
    /// <param name="name">The name of the dataset.</param>
    /// <returns>Its dimensions and its values, the last dimension running fastest.</returns>
    /// <exception cref="SampleException">There is no such dataset, or it cannot be read.</exception>
    public (int[] Dimensions, byte[] Values) ReadBytes(string name)
    {
        long dataset = Hdf5Library.OpenDataset(file, name, properties: 0);
        if (dataset < 0)
            throw new SampleException($"{path} holds no dataset named {name}.");
        try
        {
            int[] dimensions = ReadDimensions(dataset, name);
            byte[] values = new byte[dimensions.Aggregate(1, (product, dimension) => product * dimension)];
            if (Hdf5Library.Read(dataset, Hdf5Library.UnsignedByteType, memorySpace: 0, fileSpace: 0, properties: 0, values) < 0)
                throw new SampleException($"{name} in {path} cannot be read as whole numbers: the file is damaged, or it holds another kind of data.");
            return (dimensions, values);
        }
        finally
        {
            _ = Hdf5Library.CloseDataset(dataset);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _ = Hdf5Library.CloseFile(file);

    private int[] ReadDimensions(long dataset, string name)
    {
        long space = Hdf5Library.GetSpace(dataset);
        try
        {
            int rank = Hdf5Library.GetRank(space);
            if (rank is < 1 or > MostDimensions)
                throw new SampleException($"{name} in {path} has {rank} dimensions, but 1 to {MostDimensions} were expected.");
            var dimensions = new ulong[rank];
            _ = Hdf5Library.GetDimensions(space, dimensions, maximumDimensions: 0);

            // The sizes come from the file: they are checked before anything is allocated.
            ulong values = 1;
            foreach (ulong dimension in dimensions)
            {
                if (dimension == 0 || dimension > MostValues / values)
                    throw new SampleException($"{name} in {path} is {string.Join('x', dimensions)}, but 1 to {MostValues} values were expected.");
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
