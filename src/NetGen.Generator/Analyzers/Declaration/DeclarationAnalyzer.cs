using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports one kind of problem that the parser found in a declaration.</summary>
/// <remarks>One analyzer per mistake: a user can switch each off, and one that fails leaves the others at work.</remarks>
public abstract class DeclarationAnalyzer : DiagnosticAnalyzer
{
    private readonly ProblemKind kind;
    private readonly DiagnosticDescriptor rule;

    private protected DeclarationAnalyzer(ProblemKind kind, DiagnosticDescriptor rule)
    {
        this.kind = kind;
        this.rule = rule;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [rule];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (ShapeModel.For(start.Compilation) is { } model)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, model), SymbolKind.NamedType);
            }
        });
    }

    private void Analyze(SymbolAnalysisContext context, ShapeModel model)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!model.MayCarryMarks(type))
        {
            return;
        }

        foreach (var problem in model.DeclarationOf(type, context.CancellationToken).Problems)
        {
            if (problem.Kind == kind)
            {
                var location = ProblemLocator.Locate(type, problem.Site, context.CancellationToken);
                context.ReportDiagnostic(Diagnostic.Create(rule, location, problem.Arguments.ToArray<object>()));
            }
        }
    }
}
