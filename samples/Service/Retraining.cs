using System.Diagnostics;
using NetGen;

namespace Service;

/// <summary>Trains on and on, and publishes what has been learned. This file, Networks.cs, Snapshot.cs and Snapshots.cs need nothing but NetGen.</summary>
internal sealed class Retraining
{
    private readonly Dataset<float> train;
    private readonly Dataset<float> heldOut;
    private readonly Snapshots snapshots;
    private readonly int seed;
    private readonly int threads;
    private readonly DigitNet net = new();

    // The decay keeps the weights small, however long the service runs.
    private AdamW<float> optimizer = new(0.001);
    private int epochs;

    /// <summary>Learns for one epoch and publishes the first snapshot.</summary>
    /// <param name="train">The digits to learn from.</param>
    /// <param name="heldOut">The digits to measure a snapshot with.</param>
    /// <param name="snapshots">Where snapshots are published.</param>
    /// <param name="seed">What the initial weights and the order of the digits are drawn from.</param>
    /// <param name="threads">How many threads a step may use; 0 leaves it to the network.</param>
    public Retraining(Dataset<float> train, Dataset<float> heldOut, Snapshots snapshots, int seed, int threads)
    {
        (this.train, this.heldOut, this.snapshots, this.seed, this.threads) = (train, heldOut, snapshots, seed, threads);
        net.Initialize(seed);
        Learn(CancellationToken.None);
        Publish();
    }

    /// <summary>Trains until it is stopped.</summary>
    /// <param name="interval">How long after a snapshot the next is published.</param>
    /// <param name="cancellationToken">Stops after the current step.</param>
    /// <exception cref="InvalidOperationException">The training diverged; the last snapshot is of before.</exception>
    public void Run(TimeSpan interval, CancellationToken cancellationToken)
    {
        long published = Stopwatch.GetTimestamp();
        while (Learn(cancellationToken))
        {
            if (Stopwatch.GetElapsedTime(published) >= interval)
            {
                Publish();
                published = Stopwatch.GetTimestamp();
            }
        }
    }

    private bool Learn(CancellationToken cancellationToken)
    {
        var options = new TrainingOptions { FirstEpoch = epochs, Epochs = 1, Seed = seed, Threads = threads };
        TrainingResult result = net.Fit(train, ref optimizer, options, cancellationToken);
        if (result.Divergence is { } divergence)
        {
            throw new InvalidOperationException($"The training diverged: {divergence.Finding}.");
        }

        epochs++;
        return result.End == TrainingEnd.Completed;
    }

    private void Publish() => snapshots.Publish(net, epochs, net.Evaluate(heldOut).Accuracy);
}
