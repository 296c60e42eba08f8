using System.Security.Cryptography;
using System.Text;

namespace NetGen.Networks.Tests.Harness;

/// <summary>
/// Keeps compiled networks for as long as a test run lasts. The compiler is what takes time here, and child processes for other vector widths run the very same
/// networks.
/// </summary>
internal static class ImageCache
{
    /// <summary>Hands the folder of the parent process down to its children.</summary>
    public const string FolderVariable = "NETGEN_TESTS_IMAGES";

    private static readonly Lazy<string> Created = new(Create);

    /// <summary>Where the images are.</summary>
    public static string Folder => Created.Value;

    /// <summary>The image kept under a key, or a new one.</summary>
    public static byte[] GetOrAdd(string key, Func<byte[]> compile)
    {
        string file = Path.Combine(Folder, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
        if (File.Exists(file))
        {
            return File.ReadAllBytes(file);
        }

        byte[] image = compile();

        // Another test may be writing the same image: the file appears whole or not at all.
        string unfinished = $"{file}.{Guid.NewGuid():N}";
        File.WriteAllBytes(unfinished, image);
        File.Move(unfinished, file, overwrite: true);
        return image;
    }

    private static string Create()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { } parents)
        {
            return parents;
        }

        string folder = Directory.CreateTempSubdirectory("netgen-networks-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
