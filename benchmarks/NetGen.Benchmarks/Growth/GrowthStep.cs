using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Growth;

/// <summary>One step of a series.</summary>
/// <param name="Size">The size that grows.</param>
/// <param name="Shape">The step.</param>
internal sealed record GrowthStep(int Size, TrainingShape Shape);
