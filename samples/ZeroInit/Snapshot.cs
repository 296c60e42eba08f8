using NetGen;

namespace ZeroInit;

/// <summary>The hidden units at one moment of the training. This file, Networks.cs and Quarters.cs need nothing but NetGen.</summary>
/// <param name="Iterations">How many updates were made.</param>
/// <param name="Units">For each unit: the weights of both inputs, and its bias.</param>
internal sealed record Snapshot(int Iterations, float[][] Units)
{
    /// <summary>How many different units there are.</summary>
    public int DistinctUnits => Units.Select(unit => string.Join(' ', unit)).Distinct().Count();

    /// <summary>Takes a snapshot.</summary>
    /// <param name="net">The network.</param>
    /// <param name="iterations">How many updates were made.</param>
    public static Snapshot Take<TNet>(TNet net, int iterations)
        where TNet : class, INetwork<TNet, float>
    {
        // The parameters begin with W1, a row for each unit, and b1.
        DenseDescription layer = TNet.Description.DenseLayers[0];
        float[] parameters = net.Parameters.ToArray();
        return new Snapshot(iterations, [.. Enumerable.Range(0, layer.Units).Select(unit => (float[])
        [
            .. parameters.AsSpan(unit * layer.Inputs, layer.Inputs),
            parameters[(layer.Units * layer.Inputs) + unit],
        ])]);
    }

    /// <summary>Trains a network and takes snapshots of it: before the first update, and whenever progress is reported.</summary>
    /// <param name="net">The network.</param>
    /// <param name="points">The points to learn.</param>
    /// <param name="seed">What random weights are drawn from.</param>
    /// <param name="options">How to train; its progress is told as well.</param>
    /// <param name="snapshots">Receives the snapshots.</param>
    /// <param name="cancellationToken">Stops after the current update.</param>
    public static TrainingResult Train<TNet>(
        TNet net, Dataset<float> points, int seed, TrainingOptions options, ICollection<Snapshot> snapshots, CancellationToken cancellationToken = default)
        where TNet : class, INetwork<TNet, float>
    {
        net.Initialize(seed);
        snapshots.Add(Take(net, iterations: 0));
        var observer = new Observer(options.Progress, reached => snapshots.Add(Take(net, reached.Epoch + 1)));
        return Trainer.Fit(net, points, new GradientDescent<float>(), options with { Progress = observer }, cancellationToken);
    }

    private sealed class Observer(IProgress<TrainingProgress>? next, Action<TrainingProgress> observe) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            observe(value);
            next?.Report(value);
        }
    }
}
