using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;
using NetGen.Generator.Parsing.Networks;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Says, once per network, that emitted code cannot be compiled in this project, and what that would take.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BuildRequirementsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DeclarationRules.BuildRequirements];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (BuildRequirements.Unmet(start.Compilation) is { } unmet)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, unmet), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, string unmet)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (NetworkParser.Parse(type, context.Compilation, context.CancellationToken).Spec is not null)
        {
            var location = ProblemLocator.Locate(type, new ProblemSite(SitePart.TypeName), context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(DeclarationRules.BuildRequirements, location, type.Name, unmet));
        }
    }
}
