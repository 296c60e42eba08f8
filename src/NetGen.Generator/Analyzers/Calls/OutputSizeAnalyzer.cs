using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Calls;

/// <summary>NETGEN0202: labels, or the span that receives outputs, are no multiple of a network's outputs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutputSizeAnalyzer : ShapeFlowAnalyzer
{
    private protected override DiagnosticDescriptor Rule => CallRules.Outputs;

    private protected override bool Concerns(TargetKind kind) => kind is TargetKind.Labels or TargetKind.Output;

    private protected override void Check(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, Shape actual)
    {
        if (flow.Target is not { Network: { } network } target || !actual.Contradicts(target.Required))
        {
            return;
        }

        Report(context, flow, value, actual, target.Name, SizeText.Has(actual), network.OutputText, network.Outputs, NetworkCall.Must(target, actual));
    }
}
