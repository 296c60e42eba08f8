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

    /// <summary>The type of the numbers in memory: booleans are bytes, 0 and 1.</summary>
    internal Type ElementType => (Kind, Size) switch
    {
        ('b' or 'u', 1) => typeof(byte),
        ('u', 2) => typeof(ushort),
        ('u', 4) => typeof(uint),
        ('u', 8) => typeof(ulong),
        ('i', 1) => typeof(sbyte),
        ('i', 2) => typeof(short),
        ('i', 4) => typeof(int),
        ('i', 8) => typeof(long),
        ('f', 2) => typeof(Half),
        ('f', 4) => typeof(float),
        _ => typeof(double),
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

    /// <summary>Converts numbers of this format.</summary>
    /// <param name="source">Where they are; they need not be aligned.</param>
    /// <param name="destination">Receives them, as many as it holds.</param>
    /// <param name="first">The number of the first one, for messages.</param>
    /// <exception cref="OverflowException">The type cannot hold one of them.</exception>
    internal unsafe void Convert<T>(byte* source, Span<T> destination, long first)
        where T : unmanaged, INumberBase<T>
    {
        switch (Kind, Size)
        {
            case ('b' or 'u', 1): Convert<byte, T>(source, destination, first); break;
            case ('u', 2): Convert<ushort, T>(source, destination, first); break;
            case ('u', 4): Convert<uint, T>(source, destination, first); break;
            case ('u', 8): Convert<ulong, T>(source, destination, first); break;
            case ('i', 1): Convert<sbyte, T>(source, destination, first); break;
            case ('i', 2): Convert<short, T>(source, destination, first); break;
            case ('i', 4): Convert<int, T>(source, destination, first); break;
            case ('i', 8): Convert<long, T>(source, destination, first); break;
            case ('f', 2): Convert<Half, T>(source, destination, first); break;
            case ('f', 4): Convert<float, T>(source, destination, first); break;
            default: Convert<double, T>(source, destination, first); break;
        }
    }

    private unsafe void Convert<TElement, T>(byte* source, Span<T> destination, long first)
        where TElement : unmanaged, INumberBase<TElement>
        where T : unmanaged, INumberBase<T>
    {
        // Brought to where they are aligned and in the order of this machine, as many at a time as stay in the nearest cache.
        const int Most = 512;
        Span<TElement> piece = stackalloc TElement[Most];
        for (int done = 0; done < destination.Length; done += piece.Length)
        {
            piece = piece[..Math.Min(Most, destination.Length - done)];
            Span<byte> bytes = MemoryMarshal.AsBytes(piece);
            new ReadOnlySpan<byte>(source + ((long)done * sizeof(TElement)), bytes.Length).CopyTo(bytes);
            if (Kind == 'b')
            {
                MakeBooleans(bytes);
            }

            if (IsBigEndian == BitConverter.IsLittleEndian)
            {
                ReverseBytes(piece);
            }

            NumberConversion.Copy<TElement, T>(piece, destination.Slice(done, piece.Length), first + done);
        }
    }

    private static NumberStore<byte> ReadBooleans(BoundedReader reader, int count)
    {
        byte[] booleans = reader.ReadArray<byte>(count);
        MakeBooleans(booleans);
        return new(booleans);
    }

    private static void MakeBooleans(Span<byte> values)
    {
        foreach (ref byte value in values)
        {
            value = value == 0 ? (byte)0 : (byte)1;
        }
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
