using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model.Graph;

namespace NetGen.Generator.Parsing.Define;

/// <summary>
/// Reads the method Define of a network. The grammar is closed: every node of its syntax is understood, or reported where it stands. What the compiler refuses
/// itself is left to the compiler, and then there is no graph.
/// </summary>
internal static class DefineReader
{
    /// <summary>The name of the method.</summary>
    public const string Method = "Define";

    /// <summary>Reads it; null where something is wrong, which is among the problems unless the compiler says it.</summary>
    public static NetworkGraph? Read(
        INamedTypeSymbol type, Compilation compilation, ElementType element, List<DeclarationProblem> problems, CancellationToken cancellationToken)
    {
        var reading = new Reading(type, compilation, element, cancellationToken);
        if (DefineMethod.Find(reading, problems) is not { } source)
        {
            return null;
        }

        var frame = new Frame(source, caller: null);
        DefineInputs.Read(reading, frame);
        int? output = new BodyReader(reading, frame).Read();
        var graph = reading.HasFailed || output is null ? null : Complete(reading, source);
        (var found, bool isRefused) = reading.Finish();
        if (graph is null && found.Count == 0 && !isRefused && !reading.HasFailed)
        {
            found.Add(DeclarationProblem.Create(
                ProblemKind.NotUnderstood, source.At(source.Syntax.Identifier).Site, Constructs.Body.Name, Constructs.Body.Instead));
        }

        problems.AddRange(found);
        return found.Count > 0 || isRefused ? null : graph;
    }

    private static NetworkGraph? Complete(Reading reading, MethodSource source)
    {
        var graph = new NetworkGraph(reading.Names.Assign());
        new GraphRules(reading, graph).Check(source.At(source.Syntax.Identifier));
        return reading.HasFailed ? null : graph;
    }
}
