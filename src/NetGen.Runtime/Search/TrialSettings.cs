using static NetGen.MessageText;

namespace NetGen;

/// <summary>The hyperparameters of a trial.</summary>
/// <param name="Network">The network's name.</param>
/// <param name="Optimizer">The optimizer's name.</param>
/// <param name="LearningRate">The learning rate; null: the optimizer's own.</param>
/// <param name="BatchSize">The examples of a batch; null: the whole set.</param>
/// <param name="WeightScale">What the initial weights were multiplied by.</param>
/// <param name="L2Penalty">The L2 penalty.</param>
/// <param name="WeightDecay">The decoupled weight decay.</param>
/// <param name="Seed">What parameters and batches were drawn from.</param>
public sealed record TrialSettings(
    string Network, string Optimizer, double? LearningRate, int? BatchSize, double WeightScale, double L2Penalty, double WeightDecay, int Seed)
{
    /// <summary>As in "CatNet, Adam, rate 0.001, batches of 32, scale 1, L2 penalty 0, weight decay 0, seed 0".</summary>
    public override string ToString() =>
        Text($"{Network}, {Optimizer}, {(LearningRate is { } rate ? Text($"rate {rate}") : "its rate")}, ")
        + Text($"{(BatchSize is { } size ? Text($"batches of {size}") : "the whole set")}, scale {WeightScale}, ")
        + Text($"L2 penalty {L2Penalty}, weight decay {WeightDecay}, seed {Seed}");
}
