namespace NetGen;

/// <summary>The examples with one and the same output.</summary>
/// <param name="Score">The output.</param>
/// <param name="Positives">How many of them are of the class.</param>
/// <param name="Negatives">How many are not.</param>
internal readonly record struct RankingStep(double Score, int Positives, int Negatives);
