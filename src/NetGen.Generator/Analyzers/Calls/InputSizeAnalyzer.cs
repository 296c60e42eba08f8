using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Calls;

/// <summary>NETGEN0201: the examples passed to a network are no multiple of its inputs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InputSizeAnalyzer : ShapeFlowAnalyzer
{
    private protected override DiagnosticDescriptor Rule => CallRules.Inputs;

    private protected override bool Concerns(TargetKind kind) => kind == TargetKind.Inputs;

    private protected override void Check(OperationBlockAnalysisContext context, ShapeFlow flow, IOperation value, Shape actual)
    {
        if (flow.Target is not { Network: { } network } target)
        {
            return;
        }

        if (actual is { Length: 0, Origin: null } && NetworkCall.NeedsExamples(target.Method))
        {
            Report(
                context, flow, value, actual, target.Name, "is empty",
                $"the cost of {network.Name} is a mean over examples", $"it must hold at least one example of {network.Inputs}");
            return;
        }

        // What another network computed has a rule of its own.
        if (!actual.Contradicts(target.Required) || actual.Origin is { IsOutput: true })
        {
            return;
        }

        string takes = $"{network.InputText} takes {network.Inputs} an example";
        if (target.Required.ExampleSize is null)
        {
            takes += $" and {target.Method?.Name} one example";
        }

        Report(context, flow, value, actual, target.Name, SizeText.Has(actual), takes, NetworkCall.Must(target, actual));
    }
}
