namespace NetGen;

/// <summary>A pass as training computes it: with the statistics of the batch, and with dropout.</summary>
/// <param name="Seed">The seed of the masks of dropout.</param>
/// <param name="Step">The step whose masks they are.</param>
internal readonly record struct TrainingMode(ulong Seed, long Step);
