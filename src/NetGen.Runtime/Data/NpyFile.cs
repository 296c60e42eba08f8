using System.Numerics;

namespace NetGen;

/// <summary>
/// NumPy's .npy files: what numpy.save writes and numpy.load reads, for booleans, integers and floating-point numbers of every size up to 64 bits and either
/// byte order.
/// </summary>
public static class NpyFile
{
    /// <summary>Reads a file; arrays in Fortran order are brought into C order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximumBytes">How much data is accepted at most.</param>
    /// <exception cref="DataFormatException">The file is damaged, holds something other than numbers, or more than was allowed.</exception>
    public static NdArray Read(string path, long maximumBytes = BoundedReader.DefaultMaximumBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        BoundedReader reader = BoundedReader.OfPlain(stream, path, maximumBytes);
        NdArray array = NpyFormat.Read(reader);
        reader.RequireEnd();
        return array;
    }

    /// <summary>Reads one array from a stream and leaves the stream after it.</summary>
    /// <param name="stream">The stream, at the start of an array.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="maximumBytes">How much data is accepted at most.</param>
    /// <exception cref="DataFormatException">The data is damaged, something other than numbers, or more than was allowed.</exception>
    public static NdArray Read(Stream stream, string name, long maximumBytes = BoundedReader.DefaultMaximumBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return NpyFormat.Read(BoundedReader.OfPlain(stream, name, maximumBytes));
    }

    /// <summary>Writes a file; an existing one is replaced at once, when all is written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="values">The numbers, in C order.</param>
    /// <param name="shape">The dimensions.</param>
    /// <typeparam name="T">byte, sbyte, short, ushort, int, uint, long, ulong, Half, float or double.</typeparam>
    /// <exception cref="ArgumentException">The shape does not hold as many numbers as there are.</exception>
    /// <exception cref="NotSupportedException">There is no such element type.</exception>
    public static void Write<T>(string path, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        NdArray.RequireShape(values.Length, shape);
        using ReplacementFile file = new(path);
        NpyFormat.Write(file.Stream, values, shape);
        file.Commit();
    }
}
