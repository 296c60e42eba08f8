using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Calls;

/// <summary>NETGEN0203: x and y of one call hold different numbers of examples.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExampleCountAnalyzer : ShapeFlowAnalyzer
{
    private protected override DiagnosticDescriptor Rule => CallRules.ExampleCount;

    private protected override bool Concerns(TargetKind kind) => kind is TargetKind.Labels or TargetKind.Classes;

    private protected override void Check(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, Shape actual)
    {
        if (flow.Target is not { Network: { } network } target || flow.Operation is not IInvocationOperation call)
        {
            return;
        }

        int size = target.Kind == TargetKind.Labels ? network.OutputSize : 1;
        if (actual.Length is not long length || length % size != 0)
        {
            return;
        }
        // An x without examples is reported for that.
        if (NetworkCall.ExamplesOf(call, flow.Model, context.CancellationToken) is not (long examples and > 0) || examples * size == length)
        {
            return;
        }
        // Whole numbers may be rows of labels, too.
        if (target.Kind == TargetKind.Classes && examples * network.OutputSize == length)
        {
            return;
        }

        string labels = target.Kind == TargetKind.Labels ? SizeText.Count(length / size, "label") : SizeText.Count(length, "class", "classes");
        string each = target.Kind == TargetKind.Labels ? SizeText.Count(size, "value") + " each" : "one an example";
        Shape required = Shape.List(examples * size);
        context.ReportDiagnostic(ShapeReport.Create(
            Rule,
            ShapeFlow.LocationOf(value),
            required,
            actual,
            target.Name,
            labels,
            network.OutputText,
            each,
            SizeText.Count(examples, "example"),
            SizeText.Count(examples * size, "value")));
    }
}
