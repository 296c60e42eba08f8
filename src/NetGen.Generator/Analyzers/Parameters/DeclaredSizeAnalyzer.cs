using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Layers.Dense;

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
        if (target is not { Network: { } network, Layer: { } layer })
        {
            return;
        }

        if (actual.Contradicts(target.Required))
        {
            Report(context, flow, value, actual, Arguments(target.Name, SizeText.Has(actual), actual, network, layer));
        }
        else if (!IsBias)
        {
            CheckRows(context, flow, value, network, layer);
        }
    }

    /// <summary>The arguments of the message; the last says what would be right.</summary>
    private protected abstract object[] Arguments(string name, string has, Shape actual, NetworkFacts network, DenseSpec layer);

    private void CheckRows(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, NetworkFacts network, DenseSpec layer)
    {
        foreach ((IOperation row, int index, Shape actual) in ShapeEvaluator.WrongRows(value, layer.Inputs, flow.Model, context.CancellationToken))
        {
            object[] arguments = Arguments($"row {SizeText.Number(index)} of {flow.Target.Name}", SizeText.Has(actual), actual, network, layer);
            arguments[arguments.Length - 1] = $"each row of {LayerText.Symbol(false, layer.Number)} must hold {SizeText.Count(layer.Inputs, "value")}";
            context.ReportDiagnostic(ShapeReport.Create(Rule, ShapeFlow.LocationOf(row), Shape.List(layer.Inputs), actual, arguments));
        }
    }

    /// <summary>A shape that is stated beside the mark must be the layer's too.</summary>
    private protected sealed override void CheckMember(SymbolAnalysisContext context, ShapeModel model)
    {
        foreach (MarkedMember member in MarkedMember.Of(context.Symbol, model, context.CancellationToken))
        {
            if (member.IsBias != IsBias || member is not { Network: { } network, Layer: { } layer })
            {
                continue;
            }

            if (ShapeMarks.Find(ShapeMarks.ValueAttributes(member.Symbol), ShapeMarks.Shape) is not { } attribute
                || MarkedMember.Syntax(attribute, context.CancellationToken) is not { } syntax)
            {
                continue;
            }

            Shape stated = ShapeMarks.Stated(attribute);
            Shape required = IsBias ? Shape.List(layer.Units) : Shape.Matrix(layer.Units, layer.Inputs);
            if (stated.Contradicts(required))
            {
                context.ReportDiagnostic(ShapeReport.Create(
                    Rule, syntax.GetLocation(), required, Arguments(member.Name, "is stated as " + SizeText.Bare(stated), stated, network, layer)));
            }
        }
    }
}
