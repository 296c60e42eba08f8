using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports what the parser found in a declaration, and, once per network, that emitted code is slow in a Debug build.</summary>
/// <remarks>A user can switch each rule off.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. ProblemRules.All, DeclarationRules.DebugBuild];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ShapeModel.For(start.Compilation) is { } model)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, model), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ShapeModel model)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!model.MayCarryMarks(type))
        {
            return;
        }

        ParseResult declaration = model.DeclarationOf(type, context.CancellationToken);
        foreach (DeclarationProblem problem in declaration.Problems)
        {
            var location = ProblemLocator.Locate(type, problem.Site, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(ProblemRules.Of(problem.Kind), location, problem.Arguments.ToArray<object>()));
        }

        if (declaration.Spec is not null && context.Compilation.Options.OptimizationLevel == OptimizationLevel.Debug)
        {
            var location = ProblemLocator.Locate(type, new ProblemSite(SitePart.TypeName), context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(DeclarationRules.DebugBuild, location, type.Name));
        }
    }
}
