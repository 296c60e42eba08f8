using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing.Define;

/// <summary>What is shared while one Define is read: the sources, the graph as far as it goes, and what is wrong.</summary>
internal sealed class Reading
{
    private readonly Dictionary<IMethodSymbol, MethodSource?> sources = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly List<(ProblemKind Kind, Place Place, string[] Arguments)> problems = [];
    private readonly Compilation compilation;

    public Reading(INamedTypeSymbol type, Compilation compilation, ElementType element, CancellationToken cancellationToken)
    {
        Type = type;
        this.compilation = compilation;
        Element = element;
        CancellationToken = cancellationToken;
        Graph = new GraphBuilder(this);
        Names = new GraphNames(this);
    }

    /// <summary>The class of the network.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>What the network computes with.</summary>
    public ElementType Element { get; }

    /// <summary>Stops the reading.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The nodes so far.</summary>
    public GraphBuilder Graph { get; }

    /// <summary>Their names.</summary>
    public GraphNames Names { get; }

    /// <summary>Whether a problem was found, or one that another rule reports.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>How deep the expression that is read now is nested.</summary>
    public int Depth { get; set; }

    /// <summary>Whether a type is the one of nodes.</summary>
    public static bool IsNode(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Node", TypeKind: TypeKind.Class } named && KnownAttributes.IsOfRuntime(named);

    /// <summary>The source of a method of the network's class; null where there is none in this project.</summary>
    public MethodSource? SourceOf(IMethodSymbol method)
    {
        if (sources.TryGetValue(method, out var known))
        {
            return known;
        }

        var reference = method.DeclaringSyntaxReferences.FirstOrDefault();
        var source = reference is not null
            && compilation.ContainsSyntaxTree(reference.SyntaxTree)
            && reference.GetSyntax(CancellationToken) is MethodDeclarationSyntax syntax
                ? new MethodSource(method, syntax, ModelOf(reference.SyntaxTree), Type.GetMembers(method.Name).IndexOf(method))
                : null;
        sources.Add(method, source);
        return source;
    }

    /// <summary>Says that something is wrong. A method that is called twice is read twice, and wrong once.</summary>
    public void Report(ProblemKind kind, Place place, params string[] arguments)
    {
        HasFailed = true;
        if (!problems.Any(other => other.Kind == kind && other.Place == place && other.Arguments.SequenceEqual(arguments)))
        {
            problems.Add((kind, place, arguments));
        }
    }

    /// <summary>Says that something is outside of what is understood.</summary>
    public void Report(Construct construct, Place place) => Report(ProblemKind.NotUnderstood, place, construct.Name, construct.Instead);

    /// <summary>Leaves the graph out for something that another rule reports.</summary>
    public void Fail() => HasFailed = true;

    /// <summary>
    /// The problems that remain when those are left out that lie where the compiler refuses the code itself, and whether it refuses any of what was read.
    /// </summary>
    public (List<DeclarationProblem> Problems, bool IsRefused) Finish()
    {
        var refused = sources.Values.OfType<MethodSource>()
            .SelectMany(source => source.Semantics.GetDiagnostics(source.Syntax.Span, CancellationToken))
            .Where(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error)
            .ToList();
        var remaining = problems
            .Where(problem => !refused.Any(error =>
                error.Location.SourceTree == problem.Place.Method.Syntax.SyntaxTree && error.Location.SourceSpan.IntersectsWith(problem.Place.Span)))
            .Select(static problem => DeclarationProblem.Create(problem.Kind, problem.Place.Site, problem.Arguments))
            .ToList();
        return (remaining, refused.Count > 0);
    }

    private SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model))
        {
            // Helper methods stand in any file of the class, so no action of an analyzer has the models at hand.
#pragma warning disable RS1030
            model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
            models.Add(tree, model);
        }

        return model;
    }
}
