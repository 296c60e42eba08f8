using System.Buffers.Binary;
using System.Text;

namespace NetGen.Runtime.Tests.Data;

/// <summary>Builds .npy files by hand, right and wrong ones.</summary>
internal static class NpyBytes
{
    public static byte[] Of(string descriptor, string shape, byte[] data, bool fortran = false, int version = 1) =>
        OfHeader($"{{'descr': '{descriptor}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': {shape}, }}", data, version);

    public static byte[] OfHeader(string header, byte[] data, int version = 1)
    {
        byte[] text = Encoding.Latin1.GetBytes(header + "\n");
        byte[] length = new byte[version == 1 ? 2 : 4];
        if (version == 1)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)text.Length);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)text.Length);
        }

        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. length, .. text, .. data];
    }

    public static NdArray Read(byte[] file) => NpyFile.Read(new MemoryStream(file), "a.npy");
}
