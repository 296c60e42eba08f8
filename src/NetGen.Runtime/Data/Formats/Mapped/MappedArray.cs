using System.Collections.Immutable;
using System.IO.MemoryMappedFiles;
using System.Numerics;
using System.Runtime.InteropServices;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Numbers with a shape that stay in their file: rows are read, and converted, where and when they are needed, so the file may be larger than memory.
/// <see cref="NpyFile.Map"/> and <see cref="IdxFile.Map"/> open one; dispose of it when the sets that are made of it are no longer used.
/// </summary>
/// <remarks>
/// Several threads may read at once. Reading after <see cref="Dispose"/> throws <see cref="ObjectDisposedException"/>; a read that is under way ends before the
/// file is released. As long as the file is open nobody may change it: .NET keeps its own writers out, but a file that another program cuts short ends this
/// process, as every memory map does.
/// </remarks>
public sealed class MappedArray : IDisposable
{
    private readonly string file;
    private readonly ElementFormat format;
    private readonly MemoryMappedFile? map;
    private readonly MemoryMappedViewAccessor? view;
    private readonly SafeBuffer? memory;
    private readonly long start;

    private MappedArray(string file, MappedHeader header, MemoryMappedFile? map, MemoryMappedViewAccessor? view)
    {
        this.file = file;
        this.map = map;
        this.view = view;
        format = header.Format;
        Shape = header.Shape;
        memory = view?.SafeMemoryMappedViewHandle;
        start = view?.PointerOffset ?? 0;
        RowLength = (int)(header.Count / Math.Max(RowCount, 1));
    }

    /// <summary>The dimensions, at least one.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>
    /// The type of the numbers in the file: byte (booleans too, as 0 and 1), sbyte, short, ushort, int, uint, long, ulong, Half, float or double.
    /// </summary>
    public Type ElementType => format.ElementType;

    /// <summary>The first dimension: the number of rows, which are examples.</summary>
    public int RowCount => Shape[0];

    /// <summary>The numbers of a row: the product of all dimensions but the first.</summary>
    public int RowLength { get; }

    /// <summary>The file, as the caller named it.</summary>
    internal string File => file;

    /// <summary>Copies rows, converted to another type.</summary>
    /// <param name="first">The first one, 0 to <see cref="RowCount"/> - 1.</param>
    /// <param name="destination">Receives as many rows as it holds, whole ones (n, <see cref="RowLength"/>).</param>
    /// <typeparam name="T">Any number type.</typeparam>
    /// <exception cref="ArgumentException">The destination holds no whole number of rows, or more than there are from the first one on.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ObjectDisposedException">The array has been disposed of.</exception>
    /// <exception cref="OverflowException">
    /// T cannot hold one of the numbers: it is out of range (1e300 as float), or has a fraction that T has not. A floating-point type rounds what is in range,
    /// integers of many digits too, and keeps NaN and the infinities.
    /// </exception>
    public unsafe void CopyRows<T>(int first, Span<T> destination)
        where T : unmanaged, INumberBase<T>
    {
        RequireRows(first, destination);
        byte* pointer = null;
        try
        {
            memory?.AcquirePointer(ref pointer);
        }
        catch (ObjectDisposedException)
        {
            // The handle says neither which file nor what was done.
            throw new ObjectDisposedException(
                nameof(MappedArray), $"{file} has been closed: dispose of a mapped file when the sets that are made of it are no longer used.");
        }

        try
        {
            long number = (long)first * RowLength;
            format.Convert(pointer + start + (number * format.Size), destination, number);
        }
        finally
        {
            if (pointer != null)
            {
                memory!.ReleasePointer();
            }
        }
    }

    /// <summary>Closes the file. What is read afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        view?.Dispose();
        map?.Dispose();
    }

    /// <summary>The element type and the shape, as in "Single 20x12288".</summary>
    public override string ToString() => $"{ElementType.Name} {NdArray.FormatShape(Shape.AsSpan())}";

    /// <summary>Maps a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="readHeader">Reads its header and leaves the reader at the first number.</param>
    /// <exception cref="DataFormatException">The file is damaged, or cannot be read by rows.</exception>
    internal static MappedArray Open(string path, Func<BoundedReader, MappedHeader> readHeader)
    {
        FileStream stream = System.IO.File.OpenRead(path);
        MemoryMappedFile? map = null;
        try
        {
            RequirePlain(stream, path);
            BoundedReader reader = BoundedReader.OfMapped(stream, path);
            MappedHeader header = readHeader(reader);
            RequireRows(header, reader);
            long offset = reader.Position;
            long bytes = header.Count * header.Format.Size;
            reader.Skip(bytes);
            reader.RequireEnd();

            // From here on the map owns the stream. Nothing cannot be mapped.
            map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            return new(path, header, map, bytes == 0 ? null : map.CreateViewAccessor(offset, bytes, MemoryMappedFileAccess.Read));
        }
        catch
        {
            map?.Dispose();
            stream.Dispose();
            throw;
        }
    }

    private static void RequirePlain(FileStream stream, string path)
    {
        bool isCompressed = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        stream.Position = 0;
        if (isCompressed)
        {
            throw new DataFormatException(path, 0, "the file is compressed by gzip, but only a plain one can be mapped: unpack it first.");
        }
    }

    private static void RequireRows(MappedHeader header, BoundedReader reader)
    {
        if (header.Shape.IsEmpty)
        {
            throw reader.Error("the array is a single number, but to be read by rows it must have at least one dimension.");
        }

        if (header.Shape[0] > 0 && header.Count / header.Shape[0] is var length && length > Array.MaxLength)
        {
            throw reader.Error(
                Text($"a row of the shape {NdArray.FormatShape(header.Shape.AsSpan())} has {length} values, but it can have at most {Array.MaxLength}."));
        }
    }

    private void RequireRows<T>(int first, Span<T> destination)
    {
        if (first < 0 || first >= RowCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(first), first, Text($"{file} has {Counted(RowCount, "row")}: first must be the number of one of them, counted from 0."));
        }

        int values = destination.Length;
        if (RowLength == 0 || values % RowLength != 0 || values / RowLength > RowCount - first)
        {
            throw new ArgumentException(
                Text($"destination holds {Counted(values, "value")}, but must hold whole rows of {RowLength}, ")
                    + Text($"at most {RowCount - first} from row {first} on."),
                nameof(destination));
        }
    }
}
