using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Calls;

/// <summary>NETGEN0205: parameters of the wrong size are passed to SetParameters, or to CopyFrom of the weights or the bias of a layer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParameterSizeAnalyzer : ShapeFlowAnalyzer
{
    private protected override DiagnosticDescriptor Rule => CallRules.Parameters;

    private protected override bool Concerns(TargetKind kind) => kind is TargetKind.Parameters or TargetKind.Weights or TargetKind.Bias;

    private protected override void Check(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, Shape actual)
    {
        if (flow.Target is not { Network: { } network, Layer: { } layer } target)
        {
            return;
        }

        if (!actual.Contradicts(target.Required))
        {
            if (target.Kind == TargetKind.Weights)
            {
                CheckRows(context, flow, value, network);
            }

            return;
        }

        string has = SizeText.Bare(actual);
        if (target.Kind == TargetKind.Parameters)
        {
            Report(context, flow, value, actual, target.Method?.Name ?? target.Name, has, network.ParametersText, SizeText.Must(target.Name, target.Required));
            return;
        }

        bool isBias = target.Kind == TargetKind.Bias;
        string copy = $"{LayerText.Symbol(isBias, layer.Number)}.{target.Name}";
        Report(context, flow, value, actual, copy, has, LayerText.Describe(isBias, layer, network), LayerText.Must(isBias, layer, actual));
    }

    private void CheckRows(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, NetworkFacts network)
    {
        if (flow.Target.Layer is not { } layer)
        {
            return;
        }

        foreach ((IOperation row, int index, Shape actual) in ShapeEvaluator.WrongRows(value, layer.Inputs, flow.Model, context.CancellationToken))
        {
            string symbol = LayerText.Symbol(false, layer.Number);
            context.ReportDiagnostic(ShapeReport.Create(
                Rule,
                ShapeFlow.LocationOf(row),
                Shape.List(layer.Inputs),
                actual,
                $"{symbol}.{flow.Target.Name}",
                $"{SizeText.Bare(actual)} in row {SizeText.Number(index)}",
                LayerText.Describe(false, layer, network),
                $"each row of {symbol} must hold {SizeText.Count(layer.Inputs, "value")}"));
        }
    }
}
