using System.Reflection;
using System.Runtime.InteropServices;

namespace Samples.Hdf5;

/// <summary>The system's HDF5 library (version 1.10 or later, whose handles have 64 bits): the few calls that reading whole datasets takes.</summary>
internal static partial class Hdf5Library
{
    private const string Name = "hdf5";

    // What Debian, Fedora, Homebrew and Windows call it; the numbers are those of HDF5 1.10, 1.12 and 1.14.
    private static readonly string[] FileNames =
    [
        "libhdf5_serial.so.103", "libhdf5_serial.so.310", "libhdf5_serial.so", "libhdf5.so.103", "libhdf5.so.200", "libhdf5.so.310", "libhdf5.so",
        "libhdf5.dylib", "/opt/homebrew/lib/libhdf5.dylib", "hdf5.dll",
    ];

    private static readonly Lazy<nint> Handle = new(Load);

    /// <summary>The class of whole numbers.</summary>
    public const int IntegerClass = 0;

    /// <summary>The class of floating-point numbers.</summary>
    public const int FloatClass = 1;

    /// <summary>The memory type of 64-bit integers, which exists once the library is initialized.</summary>
    public static long LongType { get; private set; }

    /// <summary>The memory type of double precision, which exists once the library is initialized.</summary>
    public static long DoubleType { get; private set; }

    /// <summary>Loads and initializes the library.</summary>
    /// <returns>Whether the machine has it.</returns>
    public static bool TryInitialize()
    {
        if (Handle.Value == 0)
        {
            return false;
        }

        if (LongType == 0)
        {
            _ = Open();
            _ = SetErrorHandler(0, 0, 0);
            DoubleType = Marshal.ReadInt64(NativeLibrary.GetExport(Handle.Value, "H5T_NATIVE_DOUBLE_g"));
            LongType = Marshal.ReadInt64(NativeLibrary.GetExport(Handle.Value, "H5T_NATIVE_LLONG_g"));
        }

        return true;
    }

    [LibraryImport(Name, EntryPoint = "H5open")]
    private static partial int Open();

    /// <summary>Without a handler the library prints nothing by itself; what went wrong is known from return values.</summary>
    [LibraryImport(Name, EntryPoint = "H5Eset_auto2")]
    private static partial int SetErrorHandler(long stack, nint handler, nint data);

    [LibraryImport(Name, EntryPoint = "H5Fopen", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long OpenFile(string path, uint flags, long properties);

    [LibraryImport(Name, EntryPoint = "H5Fclose")]
    public static partial int CloseFile(long file);

    [LibraryImport(Name, EntryPoint = "H5Dopen2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long OpenDataset(long file, string name, long properties);

    [LibraryImport(Name, EntryPoint = "H5Dclose")]
    public static partial int CloseDataset(long dataset);

    [LibraryImport(Name, EntryPoint = "H5Dget_space")]
    public static partial long GetSpace(long dataset);

    [LibraryImport(Name, EntryPoint = "H5Dget_type")]
    public static partial long GetDataType(long dataset);

    [LibraryImport(Name, EntryPoint = "H5Tget_class")]
    public static partial int GetClass(long type);

    [LibraryImport(Name, EntryPoint = "H5Tclose")]
    public static partial int CloseDataType(long type);

    [LibraryImport(Name, EntryPoint = "H5Sclose")]
    public static partial int CloseSpace(long space);

    [LibraryImport(Name, EntryPoint = "H5Sget_simple_extent_ndims")]
    public static partial int GetRank(long space);

    [LibraryImport(Name, EntryPoint = "H5Sget_simple_extent_dims")]
    public static partial int GetDimensions(long space, [Out] ulong[] dimensions, nint maximumDimensions);

    [LibraryImport(Name, EntryPoint = "H5Dread")]
    public static partial int Read(long dataset, long memoryType, long memorySpace, long fileSpace, long properties, Span<byte> values);

    private static nint Load()
    {
        foreach (string fileName in FileNames)
        {
            if (NativeLibrary.TryLoad(fileName, out nint handle))
            {
                NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == Name ? handle : 0);
                return handle;
            }
        }

        return 0;
    }
}
