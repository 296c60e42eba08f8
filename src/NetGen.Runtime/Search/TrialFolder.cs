using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// What trials leave in a folder: for each settings a folder with its checkpoints and best parameters, and the results of those that are done, by the number of
/// their epochs.
/// </summary>
internal sealed class TrialFolder : IDisposable
{
    private const int HashBytes = 8;

    private readonly string folder;
    private readonly string common;
    private readonly bool isTemporary;

    private TrialFolder(string folder, string common, bool isTemporary)
    {
        this.folder = folder;
        this.common = common;
        this.isTemporary = isTemporary;
    }

    /// <summary>The folder of a search; one of its own where trials go on from round to round and there is none; null where nothing is kept.</summary>
    public static TrialFolder? Of<T>(HyperparameterSearch<T> search, Dataset<T> train, Dataset<T> validation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool isTemporary = search.Folder is null;
        if (isTemporary && search.Strategy is not HalvingStrategy)
        {
            return null;
        }

        // A trial of other examples or options is another trial.
        TrainingOptions options = search.Options with { Epochs = 1, Validation = null };
        string common = Text(
            $"{Fingerprint(train)} {Fingerprint(validation)} {options} {options.Schedule} {string.Join(',', options.Metrics)} {options.MinimumChange} ")
            + Text($"{options.PenalizesAll} {options.ProgressInterval} {options.StopsAtDivergence}");
        string folder = isTemporary ? Directory.CreateTempSubdirectory("netgen-search-").FullName : Path.GetFullPath(search.Folder!);
        Directory.CreateDirectory(folder);
        return new(folder, common, isTemporary);
    }

    /// <summary>Where the best parameters of a trial are; null where there are none, or the folder does not last.</summary>
    public string? ModelPathOf(TrialSettings settings) =>
        Path.Combine(FolderOf(settings), CheckpointFolder.BestName) is var path && !isTemporary && File.Exists(path) ? path : null;

    /// <summary>How a trial is saved, and goes on.</summary>
    public CheckpointOptions CheckpointsOf(TrialSettings settings) => new(FolderOf(settings))
    {
        KeepLast = 1,
        KeepBest = !isTemporary,
        Resume = ResumeMode.NewestUsable,
        StopsOnFailure = true,
    };

    /// <summary>A trial that was done before; null: it is to do.</summary>
    public Trial? Read(TrialSettings settings, int epochs)
    {
        string path = ResultPathOf(settings, epochs);
        if (!File.Exists(path))
        {
            return null;
        }

        // What cannot be read is done again.
        Trial? trial = TrialFormat.Read(File.ReadAllBytes(path), settings);
        return trial?.Epochs == epochs ? trial with { ModelPath = ModelPathOf(settings) } : null;
    }

    /// <summary>Removes the checkpoints of a trial.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Forget(TrialSettings settings)
    {
        string[] checkpoints = [.. new CheckpointFolder(FolderOf(settings)).Newest];
        Array.ForEach(checkpoints, File.Delete);
        return checkpoints.Length > 0;
    }

    /// <summary>Keeps a trial that is done.</summary>
    public void Write(Trial trial) =>
        ReplacementFile.WriteAll(ResultPathOf(trial.Settings, trial.Epochs), stream => stream.Write(TrialFormat.Write(trial)));

    /// <summary>Removes a folder that was for this search alone.</summary>
    public void Dispose()
    {
        if (isTemporary)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The examples in few letters: their number, and a hash of some of them.</summary>
    private static string Fingerprint<T>(Dataset<T> set)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int Most = 4096;
        var row = new T[set.InputSize];
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int step = Math.Max(1, set.Count / Most);
        for (int example = 0; example < set.Count; example += step)
        {
            set.GatherFeatures([example], row);
            hash.AppendData(MemoryMarshal.AsBytes<T>(row));
            hash.AppendData(MemoryMarshal.AsBytes(set.Y.Slice(example * set.OutputSize, set.OutputSize)));
        }

        return Text($"{set.Count}-{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, HashBytes))}");
    }

    private string ResultPathOf(TrialSettings settings, int epochs) =>
        Path.Combine(FolderOf(settings), $"epochs-{epochs.ToString(CultureInfo.InvariantCulture)}.json");

    private string FolderOf(TrialSettings settings)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{common}; {settings}"));
        return Path.Combine(folder, $"trial-{Convert.ToHexStringLower(hash.AsSpan(0, HashBytes))}");
    }
}
