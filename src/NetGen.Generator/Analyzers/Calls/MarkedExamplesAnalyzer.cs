using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Calls;

/// <summary>NETGEN0208: a value that is passed to, assigned to or returned as whole examples of a stated size holds no whole number of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MarkedExamplesAnalyzer : ShapeFlowAnalyzer
{
    private protected override DiagnosticDescriptor Rule => CallRules.MarkedExamples;

    private protected override bool OnlyInCalls => false;

    private protected override bool Concerns(TargetKind kind) => kind == TargetKind.MarkedExamples;

    private protected override void Check(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, Shape actual)
    {
        ShapeTarget target = flow.Target;
        if (target.Required.ExampleSize is int size && actual.Contradicts(target.Required))
        {
            Report(
                context, flow, value, actual,
                FlowText.Verb(flow), FlowText.Name(flow), SizeText.Has(actual), SizeText.Count(size, "value"), NetworkCall.Must(target, actual));
        }
    }
}
