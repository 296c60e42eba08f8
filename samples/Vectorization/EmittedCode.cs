namespace Vectorization;

/// <summary>The code that the generator wrote for the declaration: blocks of examples and units in registers, the update fused into the gradient.</summary>
internal sealed class EmittedCode : IDenseStep
{
    private readonly Problem problem;
    private readonly int threads;
    private readonly DenseNet net = new();

    public EmittedCode(Problem problem, int threads)
    {
        this.problem = problem;
        this.threads = threads;
        net.SetParameters(problem.Parameters);
    }

    public string Name => threads == 1 ? "emitted, one thread" : $"emitted, {threads} threads";

    public ReadOnlySpan<float> Parameters => net.Parameters;

    public void Step() => net.TrainStep(problem.X, problem.Y, Problem.LearningRate, threads);
}
