using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>
/// Looks at values on their way to something that says which shape they must have. An analyzer of this kind knows one mistake and speaks of nothing else, so no
/// value is reported twice.
/// </summary>
public abstract class ShapeFlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    private protected abstract DiagnosticDescriptor Rule { get; }

    /// <summary>Whether only calls can hold the mistake; else assignments, initializers and returned values can as well.</summary>
    private protected virtual bool OnlyInCalls => true;

    /// <summary>Whether the mistake can be made in the declaration of a member too.</summary>
    private protected virtual bool ChecksMembers => false;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // Without the runtime there is nothing to look for: such a compilation pays for one lookup.
            if (ShapeModel.For(start.Compilation) is not { } model)
            {
                return;
            }

            start.RegisterOperationBlockAction(body => Analyze(body, model));
            if (ChecksMembers)
            {
                start.RegisterSymbolAction(symbol => CheckMember(symbol, model), SymbolKind.Field, SymbolKind.Property, SymbolKind.Method);
            }
        });
    }

    /// <summary>Whether the mistake can be made with such a target.</summary>
    private protected abstract bool Concerns(TargetKind kind);

    /// <summary>Looks at one value: one branch of what is passed, assigned or returned.</summary>
    private protected abstract void Check(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, Shape actual);

    /// <summary>Looks at one declared member, when <see cref="ChecksMembers"/> says so.</summary>
    private protected virtual void CheckMember(SymbolAnalysisContext context, ShapeModel model)
    {
    }

    private protected void Report(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, Shape actual, params object[] arguments) =>
        context.ReportDiagnostic(ShapeReport.Create(Rule, ShapeFlow.LocationOf(value), flow.Target.Required, actual, arguments));

    private void Analyze(OperationBlockAnalysisContext context, ShapeModel model)
    {
        foreach (IOperation body in context.OperationBlocks)
        {
            foreach (ShapeFlow flow in model.Flows.Within(body, context.OwningSymbol, context.CancellationToken))
            {
                if (!Concerns(flow.Target.Kind) || (OnlyInCalls && flow.Operation is not IInvocationOperation))
                {
                    continue;
                }

                foreach (IOperation value in ValueBranches.Of(flow.Value))
                {
                    Check(context, flow, value, new ShapeEvaluator(model, context.CancellationToken).Evaluate(value));
                }
            }
        }
    }
}
