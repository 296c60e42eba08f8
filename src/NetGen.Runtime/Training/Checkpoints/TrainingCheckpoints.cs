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
    /// <param name="endEpoch">The number of epochs at which the training ends.</param>
    /// <exception cref="InvalidOperationException">Another training writes to the folder, or it holds checkpoints that nobody asked to go on from.</exception>
    /// <exception cref="DataFormatException">A checkpoint is damaged or belongs to another training, or none can be used.</exception>
    public CheckpointState<T>? Begin(int endEpoch)
    {
        Try(folder.Own);
        IReadOnlyList<string> newest = folder.Newest;
        if (options.Resume == ResumeMode.Never && newest.Count > 0)
        {
            throw new InvalidOperationException(
                $"{options.Folder} holds {Counted(newest.Count, "checkpoint")} already, up to {Path.GetFileName(newest[0])}: "
                + $"set {nameof(CheckpointOptions.Resume)} to go on from them, or choose a folder without checkpoints.");
        }

        return options.Resume == ResumeMode.Never ? null : Read(newest, endEpoch);
    }

    /// <summary>Writes a checkpoint.</summary>
    /// <param name="state">What it holds.</param>
    public void Write(CheckpointState<T> state)
    {
        lastTime = Stopwatch.GetTimestamp();
        Try(() =>
        {
            OwnOrFail();
            CheckpointFormat.Write(folder.PathOf(state.Position.Steps), network, identity, state);
            SaveBest(state.Best, state.BestParameters.Span);
            folder.Prune(state.Position.Steps, options.KeepLast);
        });
    }

    /// <summary>Writes the best parameters, which the training ends with, where they are not written yet.</summary>
    /// <param name="best">Which they are.</param>
    /// <param name="parameters">The parameters.</param>
    public void WriteBest(BestRecord best, ReadOnlyMemory<T> parameters) => Try(() =>
    {
        OwnOrFail();
        SaveBest(best, parameters.Span);
    });

    /// <summary>In the middle of a training, a folder that has become somebody else's is a checkpoint that cannot be written.</summary>
    private void OwnOrFail()
    {
        try
        {
            folder.Own();
        }
        catch (InvalidOperationException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    private void SaveBest(BestRecord best, ReadOnlySpan<T> parameters)
    {
        if (options.KeepBest && best.Cost is not null && best.Epoch != bestEpochWritten)
        {
            ModelFile.Save(network, parameters, folder.BestPath);
            bestEpochWritten = best.Epoch;
        }
    }

    /// <summary>Gives the folder up.</summary>
    public void Dispose() => folder.Dispose();

    private CheckpointState<T>? Read(IReadOnlyList<string> newest, int endEpoch)
    {
        DataFormatException? first = null;
        foreach (string path in newest)
        {
            try
            {
                return Usable(CheckpointFormat.Read<T>(path, network, identity), path, endEpoch);
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

    private CheckpointState<T> Usable(CheckpointState<T> state, string path, int endEpoch)
    {
        if (state.Position.Epoch > endEpoch || (state.Position.Epoch == endEpoch && state.Position.Batch > 0))
        {
            throw new DataFormatException(
                path,
                Text($"the checkpoint is in epoch {state.Position.Epoch}, but the training is to end before epoch {endEpoch}: ")
                    + "ask for more epochs, or begin anew in another folder.");
        }

        return ParameterLayout.FindNonFinite(network, state.Parameters.Span) is { } place
            ? throw new DataFormatException(path, $"{place}, from which no training can go on.")
            : state;
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
