using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>The numbers of the loss that a declaration says, by the parameter.</summary>
internal sealed class LossNumbers
{
    private static readonly LossParameter[] Parameters =
        [LossParameter.Delta, LossParameter.Quantile, LossParameter.Gamma, LossParameter.LabelSmoothing];

    private readonly Dictionary<LossParameter, double> said = [];

    private LossNumbers()
    {
    }

    /// <summary>Nothing is said.</summary>
    public static LossNumbers None { get; } = new();

    /// <summary>Reads the numbers; one that is out of its range is reported.</summary>
    public static LossNumbers Read(AttributeData declaration, string network, ElementType element, List<DeclarationProblem> problems)
    {
        var numbers = new LossNumbers();
        foreach (LossParameter parameter in Parameters)
        {
            if (DeclaredOptions.Find(declaration, parameter.Name) is not { Kind: TypedConstantKind.Primitive, Value: double value })
            {
                continue;
            }

            numbers.said.Add(parameter, value);

            // What the network computes with is the number in its own element type: 1e300 is infinite as a float.
            if (!parameter.Allows(value) || !parameter.Allows(element == ElementType.Float ? (float)value : value))
            {
                problems.Add(DeclarationProblem.Create(
                    ProblemKind.InvalidLossParameter,
                    Site(parameter),
                    parameter.Name,
                    network,
                    value.ToString("R", CultureInfo.InvariantCulture),
                    element == ElementType.Float ? "a float" : "a double",
                    parameter.Range));
            }
        }

        return numbers;
    }

    /// <summary>The loss with its numbers; one that it does not have is reported.</summary>
    public LossSpec Of(Loss loss, Activation output, string network, List<DeclarationProblem> problems)
    {
        LossFacts facts = LossFacts.Of(loss);
        foreach (LossParameter parameter in Parameters.Where(parameter => said.ContainsKey(parameter) && !facts.Has(parameter)))
        {
            problems.Add(DeclarationProblem.Create(
                ProblemKind.UnusedLossParameter, Site(parameter), parameter.Name, network, facts.Term, Listed(parameter)));
        }

        double own = facts.Parameter is { } declared ? said.TryGetValue(declared, out double value) ? value : declared.Default : 0.0;
        double smoothing = facts.HasSmoothing && said.TryGetValue(LossParameter.LabelSmoothing, out double share) ? share : 0.0;
        return new LossSpec(loss, output, own, smoothing);
    }

    private static ProblemSite Site(LossParameter parameter) => new(SitePart.Argument, 0, parameter.Name);

    private static string Listed(LossParameter parameter)
    {
        string[] losses = [.. Enum.GetValues(typeof(Loss)).Cast<Loss>().Where(loss => LossFacts.Of(loss).Has(parameter)).Select(static loss => $"Loss.{loss}")];
        return losses.Length == 1 ? losses[0] : $"{string.Join(", ", losses.Take(losses.Length - 1))} and {losses[losses.Length - 1]}";
    }
}
