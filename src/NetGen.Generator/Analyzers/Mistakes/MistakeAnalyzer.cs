using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>
/// Looks at calls that the compiler refuses, or that cannot be meant, and says which call is right. The compiler's own message names two types at most;
/// the analyzers speak beside it, for an error in a body does not stop them.
/// </summary>
public abstract class MistakeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected abstract DiagnosticDescriptor Rule { get; }

    /// <summary>Where the mistake can be made.</summary>
    private protected virtual ImmutableArray<SyntaxKind> Kinds => [SyntaxKind.InvocationExpression];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (ShapeModel.For(start.Compilation) is { } model)
            {
                start.RegisterSyntaxNodeAction(node => Analyze(node, model), Kinds);
            }
        });
    }

    private void Analyze(SyntaxNodeAnalysisContext context, ShapeModel model)
    {
        foreach (Mistake mistake in model.Mistakes.Of(context.Node, context.SemanticModel, context.CancellationToken))
        {
            if (mistake.Rule == Rule)
            {
                context.ReportDiagnostic(mistake.ToDiagnostic());
            }
        }
    }
}
