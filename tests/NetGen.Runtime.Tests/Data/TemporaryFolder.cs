namespace NetGen.Runtime.Tests.Data;

/// <summary>A folder of its own for the files of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("netgen-").FullName;

    /// <summary>What the names of its files are appended to.</summary>
    public string Prefix => folder + Path.DirectorySeparatorChar;

    public string this[string name] => Path.Combine(folder, name);

    public string[] FileNames => [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path))];

    public string Write(string name, ReadOnlySpan<byte> contents)
    {
        File.WriteAllBytes(this[name], contents);
        return this[name];
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
