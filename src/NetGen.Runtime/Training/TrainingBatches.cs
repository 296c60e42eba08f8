using System.Numerics;
using NetGen.CompilerServices;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// The batches that a training takes, one after the other: views of the set where it lies in memory and is taken in its order, else copies, which are made
/// while the step before runs where they must be read from a file or changed. Which batches come depends on neither. Nothing is allocated once it is made.
/// </summary>
internal sealed class TrainingBatches<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly EpochBatches<T> batches;
    private readonly BatchBuffer<T>? buffer;
    private readonly ReadAhead<T>? ahead;
    private BatchBuffer<T>? present;
    private int step;
    private int next;
    private bool isDisposed;

    /// <summary>Makes what is needed.</summary>
    /// <param name="set">The examples.</param>
    /// <param name="batchSize">The examples of a batch, at least 1; the last batch of an epoch holds those that are left.</param>
    /// <param name="shuffle">Whether examples come in another order each epoch, unless all are one batch.</param>
    /// <param name="seed">The same seed gives the same batches on every machine.</param>
    public TrainingBatches(Dataset<T> set, int batchSize, bool shuffle, int seed)
        : this(set, batchSize, shuffle, seed, WorkerTeam.MaxWorkers > 1)
    {
    }

    /// <summary>As the other, whatever the number of threads that may run.</summary>
    internal TrainingBatches(Dataset<T> set, int batchSize, bool shuffle, int seed, bool mayReadAhead)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        batches = new EpochBatches<T>(set, batchSize, shuffle, seed);
        next = StepsOfEpoch;
        step = StepsOfEpoch;
        if (batches.IsInPlace)
        {
            return;
        }

        bool takesTime = set.Source is not null || set.Augmentation is not null;
        if (mayReadAhead && takesTime && StepsOfEpoch > 1)
        {
            ahead = new ReadAhead<T>(batches);
        }
        else
        {
            buffer = batches.NewBuffer();
        }
    }

    /// <summary>The batches of an epoch.</summary>
    public int StepsOfEpoch => batches.Count;

    /// <summary>The features (Count, InputSize) of the present batch, valid until the next; empty where there is none.</summary>
    public ReadOnlySpan<T> X => Present.X;

    /// <summary>The labels (Count, OutputSize) of the present batch, valid until the next.</summary>
    public ReadOnlySpan<T> Y => Present.Y;

    /// <summary>The weights (Count) of the present batch, valid until the next; empty where the set has none.</summary>
    public ReadOnlySpan<T> Weights => Present.Weights;

    /// <summary>The examples of the present batch; 0 where there is none.</summary>
    public int Count => Present.Count;

    /// <summary>Whether batches are made by another thread.</summary>
    internal bool ReadsAhead => ahead is not null;

    private Batch<T> Present => step >= StepsOfEpoch ? default : present is null ? batches.View(step) : present.Batch;

    /// <summary>Goes to before the first batch of an epoch, wherever in another it is.</summary>
    /// <param name="epoch">The number of the epoch.</param>
    /// <param name="firstStep">How many batches are passed over: those that follow are as if they had not been.</param>
    /// <exception cref="ArgumentOutOfRangeException">The epoch does not have so many batches.</exception>
    public void BeginEpoch(int epoch, int firstStep = 0)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (firstStep < 0 || firstStep > StepsOfEpoch)
        {
            throw new ArgumentOutOfRangeException(
                nameof(firstStep), firstStep, Text($"An epoch has {Counted(StepsOfEpoch, "step")}: firstStep must lie between 0 and {StepsOfEpoch}."));
        }

        ahead?.Drop();
        batches.BeginEpoch(epoch);
        step = StepsOfEpoch;
        next = firstStep;
        if (next < StepsOfEpoch)
        {
            ahead?.Ask(next);
        }
    }

    /// <summary>Goes to the next batch of the epoch.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="InvalidOperationException">The augmentation of the set made a value that is not finite.</exception>
    /// <exception cref="ObjectDisposedException">The file that the set is of has been closed.</exception>
    public bool MoveNext()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);

        // There is none until it has come, for whoever looks after an exception.
        step = StepsOfEpoch;
        if (next >= StepsOfEpoch)
        {
            return false;
        }

        if (ahead is not null)
        {
            present = ahead.Take(next);
            if (next + 1 < StepsOfEpoch)
            {
                ahead.Ask(next + 1);
            }
        }
        else if (buffer is not null)
        {
            batches.Fill(next, buffer);
            present = buffer;
        }

        step = next++;
        return true;
    }

    /// <summary>Ends the other thread, after the batch that it is making.</summary>
    public void Dispose()
    {
        isDisposed = true;
        step = StepsOfEpoch;
        ahead?.Dispose();
    }
}
