using System.Globalization;

namespace NetGen;

/// <summary>The files of a folder of checkpoints, of which one training is the owner while it lasts.</summary>
internal sealed class CheckpointFolder : IDisposable
{
    /// <summary>The name of the file of the best parameters.</summary>
    public const string BestName = "best.npz";

    private const string Prefix = "checkpoint-";
    private const string Extension = ".npz";
    private const string LockName = "training.lock";
    private const int Digits = 12;

    private readonly string folder;
    private FileStream? ownership;

    /// <summary>A folder, which need not be there yet.</summary>
    public CheckpointFolder(string folder) => this.folder = Path.GetFullPath(folder);

    /// <summary>Where the best parameters are.</summary>
    public string BestPath => Path.Combine(folder, BestName);

    /// <summary>The checkpoints, the newest first.</summary>
    public IReadOnlyList<string> Newest =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(path => IsCheckpoint(Path.GetFileName(path))).OrderDescending(StringComparer.Ordinal)]
            : [];

    /// <summary>Where the checkpoint of a number of updates is.</summary>
    public string PathOf(long steps) => Path.Combine(folder, Prefix + steps.ToString($"D{Digits}", CultureInfo.InvariantCulture) + Extension);

    /// <summary>
    /// Makes the folder where it is missing, and becomes its owner: until then, and until the process ends, nobody else is. What processes that were killed
    /// have left is removed.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another training is its owner.</exception>
    /// <exception cref="IOException">The folder cannot be made or written to.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be.</exception>
    public void Own()
    {
        if (ownership is not null)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, LockName);
        bool isThere = File.Exists(path);
        try
        {
            ownership = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception) when (isThere && exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new InvalidOperationException(
                $"Another training writes its checkpoints to {folder}: wait for its end, or choose another folder. ({exception.Message})", exception);
        }

        ReplacementFile.RemoveLeftovers(folder, name => IsCheckpoint(name) || name == BestName);
    }

    /// <summary>
    /// Removes what the checkpoint of a number of updates takes the place of: the oldest ones, and those of more updates, which a training that went on from
    /// one before them could not use.
    /// </summary>
    /// <param name="steps">The number of updates of the one that was just written.</param>
    /// <param name="keep">How many stay, with that one.</param>
    public void Prune(long steps, int keep)
    {
        string written = PathOf(steps);
        IReadOnlyList<string> newest = Newest;
        foreach (string path in newest.TakeWhile(path => path != written).Concat(newest.SkipWhile(path => path != written).Skip(keep)))
        {
            File.Delete(path);
        }
    }

    /// <summary>Gives the folder up.</summary>
    public void Dispose() => ownership?.Dispose();

    private static bool IsCheckpoint(string name) =>
        name.Length == Prefix.Length + Digits + Extension.Length
        && name.StartsWith(Prefix, StringComparison.Ordinal)
        && name.EndsWith(Extension, StringComparison.Ordinal)
        && name.AsSpan(Prefix.Length, Digits).IndexOfAnyExceptInRange('0', '9') < 0;
}
