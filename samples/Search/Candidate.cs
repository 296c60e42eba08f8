using NetGen;

namespace Search;

/// <summary>A network to be tried, and a way to measure it afterwards.</summary>
/// <param name="Network">The network.</param>
/// <param name="Measure">Evaluates the parameters of a model file on a set.</param>
internal sealed record Candidate(TrialNetwork<float> Network, Func<string, Dataset<float>, Evaluation> Measure)
{
    /// <summary>A network class under the name that tables have for it.</summary>
    /// <param name="name">The name.</param>
    public static Candidate Of<TNet>(string name)
        where TNet : class, INetwork<TNet, float>, new() => new(TrialNetwork<float>.Of<TNet>(name), static (model, set) =>
        {
            var net = new TNet();
            ModelFile.Load<TNet, float>(net, model);
            return Evaluator.Evaluate(net, set);
        });
}
