using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Quick;

/// <summary>What was measured of one training step, in seconds.</summary>
/// <param name="Shape">The step.</param>
/// <param name="Threads">The threads.</param>
/// <param name="Optimizer">The optimizer of the generated code.</param>
/// <param name="NetGen">The generated code.</param>
/// <param name="Peak">The rate of multiply-adds, in operations a second.</param>
internal sealed record StepFigures(TrainingShape Shape, int Threads, OptimizerKind Optimizer, double NetGen, double Peak)
{
    /// <summary>OpenBLAS; null where it is missing.</summary>
    public double? OpenBlas { get; init; }

    /// <summary>Nested loops; null where they were not measured.</summary>
    public double? Naive { get; init; }

    /// <summary>The generated code with plain gradient descent; null where that is the optimizer.</summary>
    public double? Sgd { get; init; }
}
