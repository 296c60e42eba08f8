using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Calls;

/// <summary>NETGEN0206: the outputs of one network are passed to another that takes another number of inputs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkChainAnalyzer : ShapeFlowAnalyzer
{
    private protected override DiagnosticDescriptor Rule => CallRules.Chain;

    private protected override bool Concerns(TargetKind kind) => kind == TargetKind.Inputs;

    private protected override void Check(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, Shape actual)
    {
        if (flow.Target is not { Network: { } network } target || actual.Origin is not { IsOutput: true, Network: { } source })
        {
            return;
        }

        if (source.OutputSize == network.InputSize || !actual.Contradicts(target.Required))
        {
            return;
        }

        Report(
            context,
            flow,
            value,
            actual,
            target.Name,
            source.OutputText,
            SizeText.Count(source.OutputSize, "value"),
            network.InputText,
            network.Inputs);
    }
}
