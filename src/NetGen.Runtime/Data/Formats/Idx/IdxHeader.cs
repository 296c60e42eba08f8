using System.Buffers.Binary;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>The header of an IDX file: two bytes 0, the element type, the number of dimensions, and the dimensions, big-endian.</summary>
/// <param name="Format">How the numbers are stored.</param>
/// <param name="Shape">The dimensions.</param>
/// <param name="Count">How many numbers there are.</param>
internal sealed record IdxHeader(ElementFormat Format, ImmutableArray<int> Shape, long Count)
{
    /// <summary>Reads the header and leaves the reader at the first number.</summary>
    internal static IdxHeader Read(BoundedReader reader)
    {
        Span<byte> magic = stackalloc byte[4];
        reader.ReadExactly(magic, "the magic number");
        if (magic[0] != 0 || magic[1] != 0)
        {
            throw reader.ErrorAt(0, "this is not an IDX file: it must begin with two bytes 0.");
        }

        ElementFormat format = magic[2] switch
        {
            0x08 => new('u', 1, IsBigEndian: true),
            0x09 => new('i', 1, IsBigEndian: true),
            0x0b => new('i', 2, IsBigEndian: true),
            0x0c => new('i', 4, IsBigEndian: true),
            0x0d => new('f', 4, IsBigEndian: true),
            0x0e => new('f', 8, IsBigEndian: true),
            byte code => throw reader.ErrorAt(2, $"the element type is {code:x2}, but 08, 09, 0b, 0c, 0d and 0e are the ones known (hexadecimal)."),
        };

        long offset = reader.Position;
        byte[] sizes = new byte[magic[3] * sizeof(uint)];
        reader.ReadExactly(sizes, "the dimensions");
        long[] shape = new long[magic[3]];
        for (int dimension = 0; dimension < shape.Length; dimension++)
        {
            shape[dimension] = BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(dimension * sizeof(uint)));
        }

        var (checkedShape, count) = reader.CheckShape(shape, format, offset);
        return new(format, checkedShape, count);
    }
}
