namespace NetGen;

/// <summary>
/// A file that takes the place of another only when it is complete: written beside it under a temporary name, flushed to the disk, then renamed over it.
/// Whatever happens on the way, readers find the old file or the new one.
/// </summary>
internal sealed class ReplacementFile : IDisposable
{
    private readonly string path;
    private readonly string temporaryPath;

    /// <summary>Creates the temporary file.</summary>
    /// <param name="path">The file to be replaced or created.</param>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    internal ReplacementFile(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{path} cannot be written: there is no folder {folder}. Create it first.");

        this.path = path;
        temporaryPath = $"{path}.{Guid.NewGuid():N}.tmp";
        Stream = new FileStream(temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
    }

    /// <summary>Receives the contents.</summary>
    internal FileStream Stream { get; }

    /// <summary>Puts the file in place; without this call, disposing discards it.</summary>
    internal void Commit()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(temporaryPath, path, overwrite: true);
    }

    /// <summary>Removes what was not put in place.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(temporaryPath);
    }
}
