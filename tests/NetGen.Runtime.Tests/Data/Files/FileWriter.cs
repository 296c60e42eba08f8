using NetGen.Runtime.Tests.Models;

namespace NetGen.Runtime.Tests.Data.Files;

/// <summary>The ways in which this library writes files, each with a value that can be read back.</summary>
internal static class FileWriter
{
    public static TheoryData<string> Kinds => ["npy", "npz", "compressed npz", "model"];

    public static void Write(string kind, string path, float value)
    {
        switch (kind)
        {
            case "npy":
                NpyFile.Write<float>(path, [value], 1);
                break;
            case "model":
                ModelFile.Save<StoredNet, float>(Network(value), path);
                break;
            default:
                NpzFile.Write(path, [new("x", NdArray.Create<float>([value], 1))], compress: kind != "npz");
                break;
        }
    }

    public static float Read(string kind, string path)
    {
        switch (kind)
        {
            case "npy":
                return NpyFile.Read(path).ToArray<float>()[0];
            case "model":
                StoredNet network = new();
                ModelFile.Load<StoredNet, float>(network, path);
                return network.Parameters[0];
            default:
                return NpzFile.Read(path)["x"].ToArray<float>()[0];
        }
    }

    private static StoredNet Network(float value)
    {
        StoredNet network = new();
        network.SetParameters(Enumerable.Repeat(value, StoredNet.ParameterCount).ToArray());
        return network;
    }
}
