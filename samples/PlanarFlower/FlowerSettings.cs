namespace PlanarFlower;

/// <summary>How the networks are trained.</summary>
/// <param name="Iterations">How many updates, each with all points.</param>
/// <param name="LearningRate">The rate of each.</param>
internal sealed record FlowerSettings(int Iterations, double LearningRate);
