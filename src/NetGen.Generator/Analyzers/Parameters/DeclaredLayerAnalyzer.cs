using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>NETGEN0105: declared parameters name a layer that the network does not have, or that has none of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclaredLayerAnalyzer : MarkedMemberAnalyzer
{
    // A message names so many layers, and then how many others there are.
    private const int MostNames = 12;

    private protected override DiagnosticDescriptor Rule => ParameterRules.NoSuchLayer;

    private protected override void Check(SymbolAnalysisContext context, ShapeModel model, MarkedMember member)
    {
        if (member is not { Network: { } network, Parameter: null })
        {
            return;
        }

        (string has, string right) = network.IsStack ? OfStack(network) : OfDescribed(network, member);
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, member.LayerLocation(context.CancellationToken), member.Name, member.Role, member.LayerName, network.Name, has, right));
    }

    private static (string Has, string Right) OfStack(NetworkFacts network) =>
        (SizeText.Count(network.LayerCount, "layer"), network.LayerCount == 1 ? "1" : $"from 1 to {SizeText.Number(network.LayerCount)}");

    private static (string Has, string Right) OfDescribed(NetworkFacts network, MarkedMember member)
    {
        IReadOnlyList<string> layers = network.LayersWith(member.IsBias);
        LayerSpec? there = network.Spec.Layers.FirstOrDefault(layer => !layer.IsNumbered && layer.Name == member.LayerName);
        return (
            there is null ? "no such layer" : $"no {member.Role} there, but {string.Join(", ", there.Parameters.Select(static parameter => parameter.Symbol))}",
            layers.Count == 0 ? $"one that has {(member.IsBias ? "a bias" : "weights")}" : Choice(layers));
    }

    /// <summary>"stem", "stem, middle or head".</summary>
    private static string Choice(IReadOnlyList<string> names)
    {
        string last = names.Count > MostNames ? SizeText.Number(names.Count - MostNames) + " others" : names[names.Count - 1];
        string[] first = [.. names.Take(Math.Min(names.Count - 1, MostNames))];
        return first.Length == 0 ? last : $"{string.Join(", ", first)} or {last}";
    }
}
