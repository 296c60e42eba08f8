using System.Diagnostics;
using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The checkpoints of one training: when one is due, what becomes of one that fails, and from which the training goes on.</summary>
internal sealed class TrainingCheckpoints<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(1);

    private readonly CheckpointOptions options;
    private readonly NetworkDescription network;
    private readonly CheckpointIdentity identity;
    private readonly CheckpointFolder folder;
    private readonly TimeSpan? interval;
    private long lastTime = Stopwatch.GetTimestamp();
    private int? bestEpochWritten;
    private Exception? untold;

    public TrainingCheckpoints(CheckpointOptions options, NetworkDescription network, CheckpointIdentity identity)
    {
        this.options = options;
        this.network = network;
        this.identity = identity;
        folder = new CheckpointFolder(options.Folder);
        interval = options.Every ?? (options.EveryEpochs is null ? DefaultInterval : null);
    }

    /// <summary>Why the last checkpoint that failed did; null: none has.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The failure that was not taken yet; null: there is none.</summary>
    public Exception? TakeFailure()
    {
        Exception? failure = untold;
        untold = null;
        return failure;
    }

    /// <summary>Whether enough time has passed since the last one.</summary>
    public bool IsDue => interval is { } time && Stopwatch.GetElapsedTime(lastTime) >= time;

    /// <summary>Whether one is due after so many epochs.</summary>
    public bool IsDueAfter(int epochs) => (options.EveryEpochs is { } every && epochs % every == 0) || IsDue;

    /// <summary>Takes the folder, and finds from where the training goes on.</summary>
    /// <returns>The state to go on from; null: it begins anew.</returns>
    /// <exception cref="InvalidOperationException">Another training writes to the folder, or it holds checkpoints that nobody asked to go on from.</exception>
    /// <exception cref="DataFormatException">A checkpoint is damaged or belongs to another training, or none can be used.</exception>
    public CheckpointState<T>? Begin()
    {
        IReadOnlyList<string> newest = folder.Newest;
        if (options.Resume == ResumeMode.Never && newest.Count > 0)
        {
            throw new InvalidOperationException(
                $"{options.Folder} holds {Counted(newest.Count, "checkpoint")} already, up to {Path.GetFileName(newest[0])}: "
                + $"set {nameof(CheckpointOptions.Resume)} to go on from them, or choose a folder without checkpoints.");
        }

        Try(folder.Own);
        return options.Resume == ResumeMode.Never ? null : Read(newest);
    }

    /// <summary>Writes a checkpoint.</summary>
    /// <param name="state">What it holds.</param>
    public void Write(CheckpointState<T> state)
    {
        lastTime = Stopwatch.GetTimestamp();
        Try(() =>
        {
            folder.Own();
            CheckpointFormat.Write(folder.PathOf(state.Position.Steps), network, identity, state);
            if (options.KeepBest && state.Best.Cost is not null && state.Best.Epoch != bestEpochWritten)
            {
                ModelFile.Save(network, state.BestParameters.Span, folder.BestPath);
                bestEpochWritten = state.Best.Epoch;
            }

            folder.Prune(options.KeepLast);
        });
    }

    /// <summary>Gives the folder up.</summary>
    public void Dispose() => folder.Dispose();

    private CheckpointState<T>? Read(IReadOnlyList<string> newest)
    {
        DataFormatException? first = null;
        foreach (string path in newest)
        {
            try
            {
                return CheckpointFormat.Read<T>(path, network, identity);
            }
            catch (DataFormatException exception)
            {
                first ??= exception;
                if (options.Resume == ResumeMode.Newest)
                {
                    throw;
                }
            }
        }

        return first is null ? null : throw first;
    }

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            untold = Failure = exception;
        }
    }
}
