using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Calls;

/// <summary>NETGEN0207: a value is passed to, assigned to or returned as something that is stated to have another shape.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MarkedShapeAnalyzer : ShapeFlowAnalyzer
{
    private protected override DiagnosticDescriptor Rule => CallRules.Marked;

    private protected override bool OnlyInCalls => false;

    private protected override bool Concerns(TargetKind kind) => kind == TargetKind.MarkedShape;

    private protected override void Check(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, Shape actual)
    {
        ShapeTarget target = flow.Target;
        if (actual.Contradicts(target.Required))
        {
            Report(
                context, flow, value, actual,
                FlowText.Verb(flow), FlowText.Name(flow), SizeText.Has(actual), SizeText.Bare(target.Required), SizeText.Must("it", target.Required));
        }
    }
}
