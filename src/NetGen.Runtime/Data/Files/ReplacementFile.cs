using System.Runtime.Versioning;
using System.Text;

namespace NetGen;

/// <summary>
/// How every file of this library is written.
/// <para>
/// An ordinary file, or one that does not exist yet, is written beside its place under a temporary name, flushed to the disk, then renamed: whatever happens on
/// the way, readers find the whole old file or the whole new one. The new file keeps the permission bits of the one that it replaces (on Unix); a file that was
/// not there gets those that the process gives to new files. It belongs to the user who writes it. Other hard links to the old file keep the old contents.
/// A file that the user may not write, or that nobody may, is refused, although its folder would allow a replacement.
/// </para>
/// <para>
/// A symbolic link stays: what it leads to is replaced, or created. A pipe or a device, which cannot be replaced without taking it from those who use it, is
/// opened and written through, and so is a file that the process has open under a name such as /dev/stdout, where the contents are appended. A folder and a
/// socket are refused.
/// </para>
/// <para>
/// A write that fails, on a full disk for instance, removes the temporary file. A process that is killed leaves it behind, as name.netgen-(16 hexadecimal
/// digits).tmp: the next successful write of the same file removes it, which it knows from nobody having it open any more.
/// </para>
/// </summary>
internal sealed class ReplacementFile : IDisposable
{
    private const string TemporaryMark = ".netgen-";
    private const string TemporaryExtension = ".tmp";
    private const int DigitCount = 16;

    /// <summary>The longest name of a file, in bytes, on the file systems in use.</summary>
    private const int LongestName = 255;

    /// <summary>A file is created before it can be locked: one as young as that may be on its way.</summary>
    private static readonly TimeSpan YoungestAbandoned = TimeSpan.FromSeconds(1);

    private readonly string path;
    private readonly FileTarget target;
    private readonly FileStream file;
    private readonly string? temporaryPath;

    /// <summary>Opens the file for writing, or the temporary one that will take its place.</summary>
    /// <param name="path">The file to be replaced or created.</param>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    /// <exception cref="IOException">The path is a folder or a socket, or its links lead in a circle.</exception>
    internal ReplacementFile(string path)
    {
        this.path = path;
        target = FileTarget.Of(path);
        if (target.Kind == FileTargetKind.Folder || Path.EndsInDirectorySeparator(path))
        {
            throw new IOException($"{path} cannot be written: it is a folder. Name a file in it.");
        }

        try
        {
            file = target.Kind == FileTargetKind.Other ? OpenThrough(target.Path) : CreateBeside(out temporaryPath);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnauthorizedAccessException($"{path} cannot be written: {exception.Message}", exception);
        }
        catch (IOException exception) when (exception is not DirectoryNotFoundException)
        {
            throw Failed(exception);
        }

        Stream = new OutputStream(this);
    }

    /// <summary>Writes a file at once.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the contents.</param>
    internal static void WriteAll(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using ReplacementFile file = new(path);
        write(file.Stream);
        file.Commit();
    }

    /// <summary>Writes a file of text, in UTF-8, at once.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the text.</param>
    internal static void WriteText(string path, Action<TextWriter> write) => WriteAll(path, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        write(writer);
    });

    /// <summary>Receives the contents. Its errors name the file that the caller named, and say what became of it.</summary>
    internal Stream Stream { get; }

    /// <summary>Puts the file in place; without this call, disposing discards it.</summary>
    internal void Commit()
    {
        try
        {
            file.Flush(flushToDisk: true);
            if (temporaryPath is null)
            {
                return;
            }

            // Still open, and so still locked: nobody takes it for abandoned before it has its name.
            File.Move(temporaryPath, target.Path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(exception);
        }

        RemoveAbandoned();
    }

    /// <summary>Closes the file, and removes it unless it was put in place.</summary>
    public void Dispose()
    {
        file.Dispose();
        if (temporaryPath is not null)
        {
            File.Delete(temporaryPath);
        }
    }

    private static FileStream OpenThrough(string path)
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

        // A device may say that it can seek, but has no length.
        if (file.CanSeek)
        {
            file.Seek(0, SeekOrigin.End);
        }

        return file;
    }

    private FileStream CreateBeside(out string temporaryPath)
    {
        string folder = Path.GetDirectoryName(target.Path)!;
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{path} cannot be written: there is no folder {folder}. Create it first.");
        }

        bool replaces = target.Kind == FileTargetKind.Regular;
        if (replaces)
        {
            RequireWritable(target.Path);
        }

        temporaryPath = Path.Combine(folder, TemporaryPrefix() + Guid.NewGuid().ToString("N")[..DigitCount] + TemporaryExtension);

        // Without a buffer nothing is left to be written when the file is closed; the lock that it holds shows that somebody still writes it.
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Delete, BufferSize = 0 };
        if (!replaces || OperatingSystem.IsWindows())
        {
            return new FileStream(temporaryPath, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        FileStream created = new(temporaryPath, options);
        try
        {
            KeepMode(target.Path, created);
            return created;
        }
        catch
        {
            created.Dispose();
            File.Delete(temporaryPath);
            throw;
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void KeepMode(string from, FileStream to)
    {
        UnixFileMode mode = File.GetUnixFileMode(from);
        if (File.GetUnixFileMode(to.SafeFileHandle) != mode)
        {
            File.SetUnixFileMode(to.SafeFileHandle, mode);
        }
    }

    /// <summary>Asks the system whether this user may write the file, and the file whether anybody may, for a superuser may everything.</summary>
    private static void RequireWritable(string path)
    {
        using (File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
        }

        const UnixFileMode Writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Writable) == 0)
        {
            throw new UnauthorizedAccessException("it is read-only. Make it writable, or choose another name.");
        }
    }

    /// <summary>The name of the file, cut where the temporary name would become too long, and the mark.</summary>
    private string TemporaryPrefix()
    {
        string name = Path.GetFileName(target.Path);
        int room = LongestName - TemporaryMark.Length - DigitCount - TemporaryExtension.Length;
        while (Encoding.UTF8.GetByteCount(name) > room)
        {
            name = name[..^(char.IsLowSurrogate(name[^1]) && name.Length > 1 ? 2 : 1)];
        }

        return name + TemporaryMark;
    }

    /// <summary>
    /// Removes what processes that were killed have left of files of a folder that nobody else writes to: there is no need to wait until it is old.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isOwn">Whether a name is that of a file of one's own.</param>
    internal static void RemoveLeftovers(string folder, Func<string, bool> isOwn)
    {
        foreach (FileInfo left in new DirectoryInfo(folder).EnumerateFiles($"*{TemporaryExtension}"))
        {
            int mark = left.Name.LastIndexOf(TemporaryMark, StringComparison.Ordinal);
            if (mark > 0 && isOwn(left.Name[..mark]) && IsTemporary(left.Name, left.Name[..(mark + TemporaryMark.Length)]))
            {
                RemoveUnlessOpen(left.FullName);
            }
        }
    }

    /// <summary>Removes what processes that were killed have left of earlier writes of this file.</summary>
    private void RemoveAbandoned()
    {
        string prefix = TemporaryPrefix();
        try
        {
            foreach (FileInfo left in new DirectoryInfo(Path.GetDirectoryName(target.Path)!).EnumerateFiles($"*{TemporaryExtension}"))
            {
                if (IsTemporary(left.Name, prefix) && DateTime.UtcNow - left.LastWriteTimeUtc >= YoungestAbandoned)
                {
                    RemoveUnlessOpen(left.FullName);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What was to be written is written; a folder that cannot be listed keeps its leftovers.
        }
    }

    private static bool IsTemporary(string name, string prefix) =>
        name.Length == prefix.Length + DigitCount + TemporaryExtension.Length
        && name.StartsWith(prefix, StringComparison.Ordinal)
        && name.Skip(prefix.Length).Take(DigitCount).All(char.IsAsciiHexDigitLower);

    private static void RemoveUnlessOpen(string path)
    {
        try
        {
            using FileStream left = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody writes it, or it is somebody else's.
        }
    }

    private IOException Failed(Exception exception)
    {
        const int DiskFullOnUnix = 28;
        const int DiskFullOnWindows = unchecked((int)0x80070070);
        string reason = exception.HResult is DiskFullOnUnix or DiskFullOnWindows ? "no space is left on the disk." : exception.Message;
        string outcome = target.Kind switch
        {
            FileTargetKind.Regular => " The file that was there is unchanged.",
            FileTargetKind.Missing => " No file was created.",
            _ => "",
        };
        return new IOException($"{path} cannot be written: {reason}{outcome}", exception) { HResult = exception.HResult };
    }

    /// <summary>Passes contents on to the file.</summary>
    private sealed class OutputStream(ReplacementFile owner) : WriteOnlyStream
    {
        /// <inheritdoc/>
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            try
            {
                owner.file.Write(buffer);
            }
            catch (IOException exception)
            {
                throw owner.Failed(exception);
            }
        }
    }
}
