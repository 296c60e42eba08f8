using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>
/// What the rules about the size of declared weights and of a declared bias share: the values that a member gets, and the shape that is stated for it.
/// </summary>
public abstract class DeclaredSizeAnalyzer : ShapeFlowAnalyzer
{
    private protected sealed override bool OnlyInCalls => false;

    private protected sealed override bool ChecksMembers => true;

    private protected abstract bool IsBias { get; }

    private protected sealed override bool Concerns(TargetKind kind) => kind == (IsBias ? TargetKind.DeclaredBias : TargetKind.DeclaredWeights);

    private protected sealed override void Check(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, Shape actual)
    {
        ShapeTarget target = flow.Target;
        if (target is not { Network: { } network, Parameter: { } parameter })
        {
            return;
        }

        if (actual.Contradicts(target.Required))
        {
            Report(context, flow, value, actual, Arguments(target.Name, SizeText.Has(actual), actual, network, parameter));
        }
        else if (!IsBias)
        {
            CheckRows(context, flow, value, network, parameter);
        }
    }

    /// <summary>The arguments of the message; the last says what would be right.</summary>
    private protected abstract object[] Arguments(string name, string has, Shape actual, NetworkFacts network, NetworkParameter parameter);

    private void CheckRows(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, NetworkFacts network, NetworkParameter weights)
    {
        foreach ((IOperation row, int index, Shape actual) in ShapeEvaluator.WrongRows(value, weights.Columns, flow.Model, context.CancellationToken))
        {
            object[] arguments = Arguments($"row {SizeText.Number(index)} of {flow.Target.Name}", SizeText.Has(actual), actual, network, weights);
            arguments[arguments.Length - 1] = LayerText.RowMust(weights);
            context.ReportDiagnostic(ShapeReport.Create(Rule, ShapeFlow.LocationOf(row), Shape.List(weights.Columns), actual, arguments));
        }
    }

    /// <summary>A shape that is stated beside the mark must be the layer's too.</summary>
    private protected sealed override void CheckMember(SymbolAnalysisContext context, ShapeModel model)
    {
        foreach (MarkedMember member in MarkedMember.Of(context.Symbol, model, context.CancellationToken))
        {
            if (member.IsBias != IsBias || member is not { Network: { } network, Parameter: { } parameter })
            {
                continue;
            }

            if (ShapeMarks.Find(ShapeMarks.ValueAttributes(member.Symbol), ShapeMarks.Shape) is not { } attribute
                || MarkedMember.Syntax(attribute, context.CancellationToken) is not { } syntax)
            {
                continue;
            }

            Shape stated = ShapeMarks.Stated(attribute);
            if (stated.Contradicts(parameter.Shape))
            {
                object[] arguments = Arguments(member.Name, "is stated as " + SizeText.Bare(stated), stated, network, parameter);
                context.ReportDiagnostic(ShapeReport.Create(Rule, syntax.GetLocation(), parameter.Shape, arguments));
            }
        }
    }
}
