using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// How a file stores a number: as the type strings of NumPy do, a kind (b boolean, i signed, u unsigned, f floating point), a size in bytes and a byte order.
/// </summary>
internal readonly record struct ElementFormat(char Kind, int Size, bool IsBigEndian)
{
    /// <summary>The formats that can be read, for messages.</summary>
    internal const string Supported = "b1, i1, i2, i4, i8, u1, u2, u4, u8, f2, f4 or f8";

    /// <summary>The name that users know, such as float32.</summary>
    internal string Name => Kind switch
    {
        'b' => "bool",
        'i' => $"int{Size * 8}",
        'u' => $"uint{Size * 8}",
        _ => $"float{Size * 8}",
    };

    /// <summary>Whether there is a type for it.</summary>
    internal bool IsSupported => (Kind, Size) is ('b', 1) or ('i' or 'u', 1 or 2 or 4 or 8) or ('f', 2 or 4 or 8);

    /// <summary>The type string of a .npy header, such as &lt;f4.</summary>
    internal string Descriptor => $"{(Size == 1 ? '|' : IsBigEndian ? '>' : '<')}{Kind}{Size}";

    /// <summary>The format of a type in this machine's memory.</summary>
    /// <exception cref="NotSupportedException">No file format has this type.</exception>
    internal static unsafe ElementFormat Of<T>()
        where T : unmanaged
    {
        char kind =
            typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half) ? 'f'
            : typeof(T) == typeof(byte) || typeof(T) == typeof(ushort) || typeof(T) == typeof(uint) || typeof(T) == typeof(ulong) ? 'u'
            : typeof(T) == typeof(sbyte) || typeof(T) == typeof(short) || typeof(T) == typeof(int) || typeof(T) == typeof(long) ? 'i'
            : throw new NotSupportedException(
                $"Arrays of {typeof(T).Name} cannot be written: use byte, sbyte, short, ushort, int, uint, long, ulong, Half, float or double.");
        return new(kind, sizeof(T), !BitConverter.IsLittleEndian);
    }

    /// <summary>Reads numbers of this format.</summary>
    /// <param name="reader">Where they are.</param>
    /// <param name="count">How many.</param>
    internal NumberStore Read(BoundedReader reader, int count) => (Kind, Size) switch
    {
        ('b', 1) => ReadBooleans(reader, count),
        ('u', 1) => ReadNumbers<byte>(reader, count),
        ('u', 2) => ReadNumbers<ushort>(reader, count),
        ('u', 4) => ReadNumbers<uint>(reader, count),
        ('u', 8) => ReadNumbers<ulong>(reader, count),
        ('i', 1) => ReadNumbers<sbyte>(reader, count),
        ('i', 2) => ReadNumbers<short>(reader, count),
        ('i', 4) => ReadNumbers<int>(reader, count),
        ('i', 8) => ReadNumbers<long>(reader, count),
        ('f', 2) => ReadNumbers<Half>(reader, count),
        ('f', 4) => ReadNumbers<float>(reader, count),
        ('f', 8) => ReadNumbers<double>(reader, count),
        _ => throw new NotSupportedException($"{Descriptor} is not one of {Supported}."),
    };

    private static NumberStore<byte> ReadBooleans(BoundedReader reader, int count)
    {
        byte[] booleans = reader.ReadArray<byte>(count);
        foreach (ref byte value in booleans.AsSpan())
        {
            value = value == 0 ? (byte)0 : (byte)1;
        }

        return new(booleans);
    }

    private NumberStore<T> ReadNumbers<T>(BoundedReader reader, int count)
        where T : unmanaged, INumberBase<T>
    {
        T[] values = reader.ReadArray<T>(count);
        if (IsBigEndian == BitConverter.IsLittleEndian)
        {
            ReverseBytes<T>(values);
        }

        return new(values);
    }

    private void ReverseBytes<T>(Span<T> values)
        where T : unmanaged
    {
        switch (Size)
        {
            case 2:
                Span<ushort> halves = MemoryMarshal.Cast<T, ushort>(values);
                BinaryPrimitives.ReverseEndianness(halves, halves);
                break;
            case 4:
                Span<uint> words = MemoryMarshal.Cast<T, uint>(values);
                BinaryPrimitives.ReverseEndianness(words, words);
                break;
            case 8:
                Span<ulong> doubleWords = MemoryMarshal.Cast<T, ulong>(values);
                BinaryPrimitives.ReverseEndianness(doubleWords, doubleWords);
                break;
        }
    }
}
