using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;
using NetGen.Generator.Model.Graph;
using NetGen.Generator.Parsing.Define;
using NetGen.Generator.Parsing.Define.Lowering;

namespace NetGen.Generator.Parsing.Networks;

/// <summary>
/// Reads the declaration of a network from its class. The generator takes the spec and stays silent; the analyzers take the problems. Both read through here,
/// so what is reported and what is emitted never disagree.
/// </summary>
internal static class NetworkParser
{
    /// <summary>
    /// Reads a declaration. Never throws for a declaration, however wrong; works on classes of this compilation and of referenced assemblies.
    /// </summary>
    /// <param name="type">Any type.</param>
    /// <param name="compilation">The project that asks.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    public static ParseResult Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var layers = KnownAttributes.Of(type, KnownAttributes.Layers);
        var networks = KnownAttributes.Of(type, KnownAttributes.Network);
        var overrides = KnownAttributes.Of(type, KnownAttributes.Layer);
        return (layers.IsEmpty, networks.IsEmpty) switch
        {
            (true, true) => overrides.IsEmpty ? ParseResult.Nothing : new ParseResult(null, [LayerOverrides.Orphan(type)]),
            (true, false) => ParseNetwork(type, compilation, networks, overrides, cancellationToken),
            (false, true) => ParseLayers(type, compilation, layers, overrides, cancellationToken),
            _ => new ParseResult(null, [DeclarationProblem.Create(ProblemKind.DeclaredByBoth, new ProblemSite(SitePart.Network), type.Name)]),
        };
    }

    private static ParseResult ParseLayers(
        INamedTypeSymbol type, Compilation compilation, ImmutableArray<AttributeData> declarations, ImmutableArray<AttributeData> overrides,
        CancellationToken cancellationToken)
    {
        var problems = new List<DeclarationProblem>();
        TypeRules.Check(type, problems, cancellationToken);
        if (declarations.Length > 1)
        {
            problems.Add(DeclarationProblem.Create(ProblemKind.DeclaredTwice, new ProblemSite(SitePart.Layers, 1), type.Name));
        }

        var sizes = DeclaredSizes.Read(declarations[0], type.Name, problems);
        var options = DeclaredOptions.Read(declarations[0], type.Name, problems);
        var layers = LayerOverrides.Read(overrides, type.Name, sizes, options.ElementOrDefault, problems);
        if (sizes is null)
        {
            return new ParseResult(null, problems.ToImmutableArray());
        }

        DeclaredSizes.CheckTotal(sizes.Value, layers, type.Name, problems);
        ReservedNames.Check(type, compilation, sizes.Value.Count - 1, ReservedNames.OfNormalized(layers), options.ElementOrDefault, problems);
        if (problems.Count > 0)
        {
            return new ParseResult(null, problems.ToImmutableArray());
        }

        var model = ModelRules.Complete(type.Name, sizes.Value, options, layers, problems);
        return new ParseResult(Specify(type, model.Layers, model.Loss, options, cancellationToken), problems.ToImmutableArray());
    }

    private static ParseResult ParseNetwork(
        INamedTypeSymbol type, Compilation compilation, ImmutableArray<AttributeData> declarations, ImmutableArray<AttributeData> overrides,
        CancellationToken cancellationToken)
    {
        var problems = new List<DeclarationProblem>();
        TypeRules.Check(type, problems, cancellationToken);
        problems.AddRange(overrides.Select((_, index) =>
            DeclarationProblem.Create(ProblemKind.LayerOnNetwork, new ProblemSite(SitePart.Layer, index), type.Name)));
        var options = DeclaredOptions.Read(declarations[0], type.Name, problems);
        var graph = DefineReader.Read(type, compilation, options.ElementOrDefault, problems, cancellationToken);
        var layers = graph is null ? EquatableArray<LayerSpec>.Empty : GraphLowering.Lower(graph);
        var inputs = graph is null ? EquatableArray<InputSpec>.Empty : Inputs(graph);
        ReservedNames.Check(type, compilation, 0, ReservedNames.Of(layers, inputs), options.ElementOrDefault, problems);

        // The compiler refuses a second attribute itself, but the class would be emitted once for each.
        if (graph is null || problems.Count > 0 || declarations.Length > 1)
        {
            return new ParseResult(null, problems.ToImmutableArray());
        }

        var loss = DefineLoss.Choose(type.Name, graph, options, problems);
        if (options.Initializer == Initializer.Zeros && graph.Nodes.Count(static node => node is DenseNode or EmbedNode) > 1)
        {
            problems.Add(DeclarationProblem.Create(
                ProblemKind.ZeroWeights, new ProblemSite(SitePart.Argument, 0, nameof(DeclaredOptions.Initializer)), type.Name));
        }

        var spec = Specify(type, layers, loss, options, cancellationToken) with { Described = DefineReader.Method, Inputs = inputs };
        return new ParseResult(spec, problems.ToImmutableArray()) { Graph = graph };
    }

    private static EquatableArray<InputSpec> Inputs(NetworkGraph graph)
    {
        InputNode[] inputs = [.. graph.Nodes.OfType<InputNode>()];
        return inputs
            .Select(input => new InputSpec(input.Name!, Prefix(input, inputs), input.Offset, input.Columns, input.Categories, input.Unknown is not null))
            .ToEquatableArray();
    }

    /// <summary>The name as a member has it; as it is where that meets an emitted member or another input.</summary>
    private static string Prefix(InputNode input, InputNode[] inputs)
    {
        string prefix = Pascal(input.Name!);
        bool isTaken = ReservedNames.IsFixed($"{prefix}Column") || ReservedNames.IsFixed($"{prefix}Count")
            || inputs.Any(other => other != input && Pascal(other.Name!) == prefix);
        return isTaken ? $"{input.Name}_" : prefix;
    }

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static NetworkSpec Specify(
        INamedTypeSymbol type, EquatableArray<LayerSpec> layers, LossSpec loss, DeclaredOptions options, CancellationToken cancellationToken) => new(
        Describe(type, cancellationToken),
        layers,
        loss,
        options.Initializer ?? Initializer.ScaledNormal,
        options.ElementOrDefault,
        MarkedMembers.Read(type, layers, options.ElementOrDefault));

    private static TypeSpec Describe(INamedTypeSymbol type, CancellationToken cancellationToken) => new(
        Identifiers.Escape(type.ContainingNamespace),
        TypeRules.Containers(type).Reverse()
            .Select(static container => $"partial {TypeRules.Keyword(container)} {Identifiers.EscapeType(container.Name)}")
            .ToEquatableArray(),
        Identifiers.EscapeType(type.Name),
        AccessibilityOf(type),
        UserDocumentation.Leaves(type, cancellationToken));

    private static string AccessibilityOf(INamedTypeSymbol type) => type.DeclaredAccessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.ProtectedAndInternal => "private protected",
        Accessibility.Private => "private",
        _ => "internal",
    };
}
