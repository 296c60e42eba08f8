using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>Looks at members that are marked as weights or as a bias, as they are declared.</summary>
public abstract class MarkedMemberAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected abstract DiagnosticDescriptor Rule { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (ShapeModel.For(start.Compilation) is { } model)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, model), SymbolKind.Field, SymbolKind.Property, SymbolKind.Method);
            }
        });
    }

    /// <summary>Looks at one mark.</summary>
    private protected abstract void Check(SymbolAnalysisContext context, ShapeModel model, MarkedMember member);

    private void Analyze(SymbolAnalysisContext context, ShapeModel model)
    {
        foreach (MarkedMember member in MarkedMember.Of(context.Symbol, model, context.CancellationToken))
        {
            Check(context, model, member);
        }
    }
}
