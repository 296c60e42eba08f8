using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Calls;

/// <summary>NETGEN0204: the span that receives outputs or gradients is too short for them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DestinationAnalyzer : ShapeFlowAnalyzer
{
    private protected override DiagnosticDescriptor Rule => CallRules.Destination;

    private protected override bool Concerns(TargetKind kind) => kind is TargetKind.Output or TargetKind.Gradients;

    private protected override void Check(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, Shape actual)
    {
        if (flow.Target is not { Network: { } network } target || flow.Operation is not IInvocationOperation call || actual.Length is not long length)
        {
            return;
        }

        if (target.Kind == TargetKind.Gradients)
        {
            if (length < network.ParameterCount)
            {
                ReportShort(network.ParameterCount, network.ParametersText);
            }

            return;
        }

        // A length that is no multiple of the outputs has a rule of its own.
        if (length % network.OutputSize != 0
            || NetworkCall.ExamplesOf(call, flow.Model, context.CancellationToken) is not long examples
            || length >= examples * network.OutputSize)
        {
            return;
        }

        ReportShort(
            examples * network.OutputSize,
            $"x holds {SizeText.Count(examples, "example")} and {network.OutputText} gives {network.Outputs} an example");

        void ReportShort(long required, string why) => context.ReportDiagnostic(ShapeReport.Create(
            Rule, ShapeFlow.LocationOf(value), Shape.List(required), actual, target.Name, SizeText.Has(actual), why, SizeText.Count(required, "value")));
    }
}
