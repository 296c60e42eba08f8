using System.Globalization;
using System.Numerics;
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
        string common = Text($"{train.Count} {validation.Count} {options} {options.Schedule}");
        string folder = isTemporary ? Directory.CreateTempSubdirectory("netgen-search-").FullName : Path.GetFullPath(search.Folder!);
        Directory.CreateDirectory(folder);
        return new(folder, common, isTemporary);
    }

    /// <summary>Where the best parameters of a trial are; null where the folder does not last.</summary>
    public string? ModelPathOf(TrialSettings settings) => isTemporary ? null : Path.Combine(FolderOf(settings), "best.npz");

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

    private string ResultPathOf(TrialSettings settings, int epochs) =>
        Path.Combine(FolderOf(settings), $"epochs-{epochs.ToString(CultureInfo.InvariantCulture)}.json");

    private string FolderOf(TrialSettings settings)
    {
        const int Bytes = 8;
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{common}; {settings}"));
        return Path.Combine(folder, $"trial-{Convert.ToHexStringLower(hash.AsSpan(0, Bytes))}");
    }
}
