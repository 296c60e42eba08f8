using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Says, once per network, that emitted code is slow in a Debug build.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DebugBuildAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DeclarationRules.DebugBuild];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.Options.OptimizationLevel == OptimizationLevel.Debug)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (NetworkParser.Parse(type, context.Compilation, context.CancellationToken).Spec is not null)
        {
            var location = ProblemLocator.Locate(type, new ProblemSite(SitePart.TypeName), context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(DeclarationRules.DebugBuild, location, type.Name));
        }
    }
}
