namespace Service;

/// <summary>The snapshot that answers now. One thread, the one that trains, publishes; any number of threads read.</summary>
/// <param name="folder">Where each snapshot is kept as a model file; null: nowhere.</param>
internal sealed class Snapshots(string? folder)
{
    // Volatile: a snapshot is complete when its reference is written, and a reader sees all of it.
    private volatile Snapshot? current;

    /// <summary>The snapshot that answers now: read it once for each request.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been published.</exception>
    public Snapshot Current => current ?? throw new InvalidOperationException("No snapshot has been published.");

    /// <summary>
    /// Makes what a network has learned answer from now on. Its file is written first, so every answer is of a snapshot that can be looked up.
    /// </summary>
    /// <param name="net">The network, between two steps.</param>
    /// <param name="epochs">How many epochs it has learned.</param>
    /// <param name="accuracy">The share of the digits held out that it reads rightly.</param>
    /// <exception cref="IOException">The file cannot be written; the snapshot before goes on answering.</exception>
    public void Publish(DigitNet net, int epochs, double accuracy)
    {
        int id = (current?.Id ?? 0) + 1;
        if (folder is not null)
        {
            net.Save(Snapshot.PathOf(folder, id));
        }

        current = new Snapshot(id, epochs, accuracy, net.CreatePredictor());
    }
}
