using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model.Graph;

namespace NetGen.Generator.Parsing.Define;

/// <summary>The loss of a network that Define describes: the one that fits its end, unless another that fits is said.</summary>
internal static class DefineLoss
{
    /// <summary>The loss; one that does not fit is reported, and replaced by the one that does.</summary>
    public static LossSpec Choose(string network, NetworkGraph graph, DeclaredOptions options, List<DeclarationProblem> problems)
    {
        var end = graph.OutputFunction.Kind;
        var facts = ActivationFacts.Of(end);
        if (options.Loss is not { } said || LossFacts.Of(said).Fits(end))
        {
            return options.Numbers.Of(options.Loss ?? facts.Loss, end, network, problems);
        }

        problems.Add(DeclarationProblem.Create(
            ProblemKind.LossDoesNotFit,
            new ProblemSite(SitePart.Argument, 0, nameof(DeclaredOptions.Loss)),
            network,
            LossFacts.Of(said).Term,
            end == Activation.Linear ? "no activation" : facts.Term,
            $"{Remedy(said)}, or use Loss.{facts.Loss}"));
        return LossSpec.Of(facts.Loss, end);
    }

    private static string Remedy(Loss loss) => LossFacts.Of(loss).Outputs switch
    {
        null => "leave the softmax out",
        [Activation.Linear] => "leave the activation out",
        var outputs => $"end it in {string.Join(" or ", outputs.Select(static output => $"{output}()"))}",
    };
}
