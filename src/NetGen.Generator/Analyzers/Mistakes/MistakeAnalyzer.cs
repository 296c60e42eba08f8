using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>
/// Looks at calls that the compiler refuses, or that cannot be meant, and says which call is right. The compiler's own message names two types at most;
/// the analyzers speak beside it, for an error in a body does not stop them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MistakeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        MistakeRules.Order,
        MistakeRules.Awaited,
        MistakeRules.DatasetArgument,
        MistakeRules.Factory,
        MistakeRules.Element,
        MistakeRules.Form,
        MistakeRules.Instance,
        MistakeRules.MissingArgument,
        MistakeRules.OptimizerByRef,
        MistakeRules.Validation,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ShapeModel.For(start.Compilation) is { } model)
            {
                var mistakes = new CallMistakes(model);
                start.RegisterSyntaxNodeAction(node => Analyze(node, mistakes), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, CallMistakes mistakes)
    {
        foreach (Mistake mistake in mistakes.Of(context.Node, context.SemanticModel, context.CancellationToken))
        {
            context.ReportDiagnostic(mistake.ToDiagnostic());
        }
    }
}
