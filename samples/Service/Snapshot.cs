namespace Service;

/// <summary>
/// A state of the network that was published: what predicts, and which one it is. Both are one object, so whoever reads the reference once has a number that
/// belongs to the answer, however often the next one is published meanwhile.
/// </summary>
/// <param name="Id">Its number; the first is 1.</param>
/// <param name="Epochs">How many epochs the network had learned.</param>
/// <param name="Accuracy">The share of the digits held out that it reads rightly.</param>
/// <param name="Predictor">Predicts, on any number of threads at once.</param>
internal sealed record Snapshot(int Id, int Epochs, double Accuracy, DigitNet.Predictor Predictor)
{
    /// <summary>The model file of a snapshot.</summary>
    /// <param name="folder">Where the snapshots are kept.</param>
    /// <param name="id">The number of the snapshot.</param>
    public static string PathOf(string folder, int id) => Path.Combine(folder, FormattableString.Invariant($"snapshot-{id:000000}.npz"));
}
