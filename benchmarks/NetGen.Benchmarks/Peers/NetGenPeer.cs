using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Peers;

/// <summary>Makes the generated code of a network ready to be measured.</summary>
internal static class NetGenPeer
{
    /// <summary>A step of TNet with an optimizer on at most so many threads.</summary>
    public static ITrainingPeer Create<TNet>(TrainingProblem problem, OptimizerKind optimizer, int threads)
        where TNet : class, INetwork<TNet, float>, new() => optimizer switch
        {
            OptimizerKind.Momentum => new NetGenPeer<TNet, Momentum<float>>(problem, static () => new Momentum<float>(TrainingProblem.LearningRate), threads),
            OptimizerKind.Adam => new NetGenPeer<TNet, Adam<float>>(problem, static () => new Adam<float>(), threads),
            _ => new NetGenPeer<TNet, GradientDescent<float>>(problem, static () => new GradientDescent<float>(TrainingProblem.LearningRate), threads),
        };
}
