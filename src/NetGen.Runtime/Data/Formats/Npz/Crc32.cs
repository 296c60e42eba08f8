using System.Buffers.Binary;

namespace NetGen;

/// <summary>The CRC-32 of archives and compressed files: polynomial 04c11db7, bits in reverse order, inverted before and after.</summary>
internal static class Crc32
{
    private const int BytesAtOnce = 8;

    /// <summary>Table k holds what a byte contributes that k others follow: eight look-ups take eight bytes, and do not wait for one another.</summary>
    private static readonly uint[] Tables = MakeTables();

    /// <summary>The checksum of some bytes after others.</summary>
    /// <param name="checksum">The checksum of the others; 0 when there are none.</param>
    /// <param name="bytes">The bytes.</param>
    internal static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> tables = Tables;
        uint remainder = ~checksum;
        for (; bytes.Length >= BytesAtOnce; bytes = bytes[BytesAtOnce..])
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ remainder;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            remainder = tables[(7 << 8) | (byte)low] ^ tables[(6 << 8) | (byte)(low >> 8)]
                ^ tables[(5 << 8) | (byte)(low >> 16)] ^ tables[(4 << 8) | (byte)(low >> 24)]
                ^ tables[(3 << 8) | (byte)high] ^ tables[(2 << 8) | (byte)(high >> 8)] ^ tables[(1 << 8) | (byte)(high >> 16)] ^ tables[(byte)(high >> 24)];
        }

        foreach (byte next in bytes)
        {
            remainder = (remainder >> 8) ^ tables[(byte)(remainder ^ next)];
        }

        return ~remainder;
    }

    private static uint[] MakeTables()
    {
        const uint Polynomial = 0xedb88320;
        uint[] tables = new uint[BytesAtOnce << 8];
        for (uint i = 0; i <= byte.MaxValue; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
            }

            tables[i] = value;
        }

        for (int i = 1 << 8; i < tables.Length; i++)
        {
            uint before = tables[i - (1 << 8)];
            tables[i] = (before >> 8) ^ tables[(byte)before];
        }

        return tables;
    }
}
