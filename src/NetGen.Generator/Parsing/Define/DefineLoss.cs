using System.Collections.Generic;
using NetGen.Generator.Model.Graph;

namespace NetGen.Generator.Parsing.Define;

/// <summary>The loss of a network that Define describes: the one that fits its end, unless another that fits is said.</summary>
internal static class DefineLoss
{
    /// <summary>The loss; one that does not fit is reported, and replaced by the one that does.</summary>
    public static Loss Choose(string network, NetworkGraph graph, Loss? said, List<DeclarationProblem> problems)
    {
        var end = graph.OutputFunction.Kind;
        var facts = ActivationFacts.Of(end);
        bool fits = said is not { } loss || (LossFacts.Of(loss).Output is { } needed ? needed == end : end != Activation.Softmax);
        if (fits)
        {
            return said ?? facts.Loss;
        }

        string other = LossFacts.Of(said!.Value).Output is { } wanted ? $"end it in {wanted}()" : "leave the softmax out";
        problems.Add(DeclarationProblem.Create(
            ProblemKind.LossDoesNotFit,
            new ProblemSite(SitePart.Argument, 0, nameof(DeclaredOptions.Loss)),
            network,
            LossFacts.Of(said.Value).Term,
            end == Activation.Linear ? "no activation" : facts.Term,
            $"{other}, or use Loss.{facts.Loss}"));
        return facts.Loss;
    }
}
