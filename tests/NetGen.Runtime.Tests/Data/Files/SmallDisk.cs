namespace NetGen.Runtime.Tests.Data.Files;

/// <summary>A file system of 64 KiB in memory, for the superuser of a Linux system who may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("netgen-").FullName;
    private readonly bool isMounted;

    public SmallDisk()
    {
        isMounted = OperatingSystem.IsLinux() && Unix.IsSuperuser && Unix.Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder);
        if (!isMounted)
        {
            Directory.Delete(folder);
        }

        Assert.SkipUnless(isMounted, "A small file system can only be mounted by the superuser of a Linux system that allows it.");
    }

    public string this[string name] => Path.Combine(folder, name);

    public string[] FileNames => [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Leaves no room for another byte.</summary>
    public void Fill()
    {
        using FileStream filler = new(this["filler"], FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        byte[] kibibyte = new byte[1024];
        Assert.Throws<IOException>(() =>
        {
            for (int written = 0; written <= 64; written++)
            {
                filler.Write(kibibyte);
            }
        });
    }

    /// <summary>Makes room again.</summary>
    public void Clear() => File.Delete(this["filler"]);

    public void MakeReadOnly() => Assert.True(Unix.Run("mount", "-o", "remount,ro", folder));

    public void Dispose()
    {
        Unix.Run("umount", folder);
        Directory.Delete(folder);
    }
}
