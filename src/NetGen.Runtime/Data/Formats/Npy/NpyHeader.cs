using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace NetGen;

/// <summary>The header of a .npy file, of the versions 1 to 3: a magic number, a version, and a Python dictionary of three entries.</summary>
/// <param name="Format">How the numbers are stored.</param>
/// <param name="IsFortranOrder">Whether the first dimension runs fastest.</param>
/// <param name="Shape">The dimensions.</param>
/// <param name="Count">How many numbers there are.</param>
/// <param name="Refusal">Set where the elements are no numbers that can be read: what to throw when they are asked for; all else is then unknown.</param>
internal sealed record NpyHeader(ElementFormat Format, bool IsFortranOrder, ImmutableArray<int> Shape, long Count, DataFormatException? Refusal = null)
{
    private const int PrefixLength = 8;
    private const int HighestLength = 1 << 16;
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads the header and leaves the reader at the first number.</summary>
    internal static NpyHeader Read(BoundedReader reader)
    {
        long start = reader.Position;
        Span<byte> prefix = stackalloc byte[PrefixLength];
        reader.ReadExactly(prefix, "the magic number and the version");
        if (!prefix.StartsWith(Magic))
        {
            throw reader.ErrorAt(start, "this is not a .npy file: it must begin with the byte 93 (hexadecimal) and NUMPY.");
        }

        int version = prefix[6];
        if (version is < 1 or > 3 || prefix[7] != 0)
        {
            throw reader.ErrorAt(start + 6, $"the version is {version}.{prefix[7]}, but 1.0, 2.0 and 3.0 are the ones known.");
        }

        long lengthOffset = reader.Position;
        Span<byte> lengthBytes = stackalloc byte[version == 1 ? 2 : 4];
        reader.ReadExactly(lengthBytes, "the header's length");
        uint length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(lengthBytes) : BinaryPrimitives.ReadUInt32LittleEndian(lengthBytes);
        if (length > HighestLength)
        {
            throw reader.ErrorAt(lengthOffset, $"the header is {length} bytes long, but that of an array of numbers has at most {HighestLength}.");
        }

        long textOffset = reader.Position;
        byte[] text = new byte[length];
        reader.ReadExactly(text, "the header");
        NpyHeaderParser parser = new(Encoding.Latin1.GetString(text), textOffset, reader);
        return parser.Parse();
    }

    /// <summary>Writes the header of an array in C order, padded so that the numbers start at a multiple of 64 bytes.</summary>
    internal static void Write(Stream stream, ElementFormat format, ReadOnlySpan<int> shape)
    {
        StringBuilder text = new();
        text.Append("{'descr': '").Append(format.Descriptor).Append("', 'fortran_order': False, 'shape': (");
        text.AppendJoin(", ", shape.ToArray());
        text.Append(shape.Length == 1 ? ",), }" : "), }");
        int unpadded = PrefixLength + sizeof(ushort) + text.Length + 1;
        text.Append(' ', (Alignment - (unpadded % Alignment)) % Alignment).Append('\n');

        Span<byte> prefix = stackalloc byte[PrefixLength + sizeof(ushort)];
        Magic.CopyTo(prefix);
        prefix[6] = 1;
        prefix[7] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(prefix[PrefixLength..], checked((ushort)text.Length));
        stream.Write(prefix);
        stream.Write(Encoding.Latin1.GetBytes(text.ToString()));
    }
}
