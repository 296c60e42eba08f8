using System.Formats.Tar;

namespace NetGen;

/// <summary>What is found at the end of a path's symbolic links.</summary>
internal enum FileTargetKind
{
    /// <summary>Nothing yet.</summary>
    Missing,

    /// <summary>An ordinary file.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A pipe, a device, a socket, or a file that this process has open already: something to write to, not to replace.</summary>
    Other,
}

/// <summary>Where writing to a path leads.</summary>
/// <param name="Path">The path without symbolic links; for <see cref="FileTargetKind.Other"/>, a path that can be opened.</param>
/// <param name="Kind">What is there.</param>
internal readonly record struct FileTarget(string Path, FileTargetKind Kind)
{
    /// <summary>As many links as Linux follows before it gives up.</summary>
    private const int MostLinks = 40;

    private const int TarTypeOffset = 156;

    /// <summary>
    /// Follows the symbolic links of a path, one name after the other as the system does: a link is relative to the folder that really holds it, and the last
    /// one may lead to a file that does not exist yet.
    /// </summary>
    /// <param name="path">The path, as the caller named it.</param>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    internal static FileTarget Of(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        if (OperatingSystem.IsWindows() && full.StartsWith(@"\\.\", StringComparison.Ordinal))
        {
            return new(full, FileTargetKind.Other);
        }

        string resolved = System.IO.Path.GetPathRoot(full)!;
        Stack<string> pending = [];
        PushNames(pending, full[resolved.Length..]);
        int links = 0;
        while (pending.TryPop(out string? name))
        {
            if (name is "..")
            {
                resolved = System.IO.Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            string next = System.IO.Path.Join(resolved, name);
            if (new FileInfo(next).LinkTarget is not { } link)
            {
                resolved = next;
                continue;
            }

            // The links in /proc/<process>/fd stand for open files, and what they say is no path where such a file is a pipe or has been deleted.
            if (resolved.StartsWith("/proc/", StringComparison.Ordinal) && resolved.EndsWith("/fd", StringComparison.Ordinal))
            {
                return new(full, FileTargetKind.Other);
            }

            if (++links > MostLinks)
            {
                throw new IOException($"{path} cannot be written: its symbolic links lead in a circle, or there are more than {MostLinks} of them.");
            }

            if (System.IO.Path.IsPathRooted(link))
            {
                resolved = System.IO.Path.GetPathRoot(link)!;
                link = link[resolved.Length..];
            }

            PushNames(pending, link);
        }

        return new(resolved, KindOf(resolved));
    }

    private static void PushNames(Stack<string> pending, string path)
    {
        string[] names = path.Split([System.IO.Path.DirectorySeparatorChar, System.IO.Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names.Reverse())
        {
            if (name != ".")
            {
                pending.Push(name);
            }
        }
    }

    private static FileTargetKind KindOf(string path)
    {
        if (Directory.Exists(path))
        {
            return FileTargetKind.Folder;
        }

        FileInfo file = new(path);
        if (!file.Exists)
        {
            return FileTargetKind.Missing;
        }

        return file.Length > 0 || OperatingSystem.IsWindows() || IsEmptyFile(path) ? FileTargetKind.Regular : FileTargetKind.Other;
    }

    /// <summary>Tells an empty file from a pipe, a device or a socket: the base library says so nowhere but in the header of a tar archive.</summary>
    private static bool IsEmptyFile(string path)
    {
        using MemoryStream archive = new();
        try
        {
            using TarWriter writer = new(archive, TarEntryFormat.Gnu, leaveOpen: true);
            writer.WriteEntry(path, "name");
        }
        catch (UnauthorizedAccessException)
        {
            // Ordinary files alone are opened.
            return true;
        }
        catch (IOException)
        {
            // A socket has no place in an archive.
            return false;
        }

        return archive.GetBuffer()[TarTypeOffset] == (byte)TarEntryType.RegularFile;
    }
}
