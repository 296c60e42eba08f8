using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Calls;

/// <summary>NETGEN0205: parameters of the wrong size are passed to SetParameters, or to CopyFrom of the view of one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParameterSizeAnalyzer : ShapeFlowAnalyzer
{
    private protected override DiagnosticDescriptor Rule => CallRules.Parameters;

    private protected override bool Concerns(TargetKind kind) => kind is TargetKind.Parameters or TargetKind.Parameter;

    private protected override void Check(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, Shape actual)
    {
        if (flow.Target is not { Network: { } network } target)
        {
            return;
        }

        bool isWrong = actual.Contradicts(target.Required);
        if (target.Parameter is not { } parameter)
        {
            if (isWrong)
            {
                string must = SizeText.Must(target.Name, target.Required);
                Report(context, flow, value, actual, target.Method?.Name ?? target.Name, SizeText.Bare(actual), network.ParametersText, must);
            }
        }
        else if (isWrong)
        {
            string copy = $"{parameter.Member}.{target.Name}";
            Report(context, flow, value, actual, copy, SizeText.Bare(actual), LayerText.Describe(parameter, network), LayerText.Must(parameter, actual));
        }
        else if (parameter.IsMatrix)
        {
            CheckRows(context, flow, value, network, parameter);
        }
    }

    private void CheckRows(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, NetworkFacts network, NetworkParameter weights)
    {
        foreach ((IOperation row, int index, Shape actual) in ShapeEvaluator.WrongRows(value, weights.Columns, flow.Model, context.CancellationToken))
        {
            context.ReportDiagnostic(ShapeReport.Create(
                Rule,
                ShapeFlow.LocationOf(row),
                Shape.List(weights.Columns),
                actual,
                $"{weights.Member}.{flow.Target.Name}",
                $"{SizeText.Bare(actual)} in row {SizeText.Number(index)}",
                LayerText.Describe(weights, network),
                LayerText.RowMust(weights)));
        }
    }
}
