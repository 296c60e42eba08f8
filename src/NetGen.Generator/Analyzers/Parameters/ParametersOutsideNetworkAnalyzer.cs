using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>NETGEN0109: a member is marked as parameters of a layer, but its class is no network.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParametersOutsideNetworkAnalyzer : MarkedMemberAnalyzer
{
    private protected override DiagnosticDescriptor Rule => ParameterRules.NoNetwork;

    private protected override void Check(SymbolAnalysisContext context, ShapeModel model, MarkedMember member)
    {
        // A network whose declaration is wrong is reported for that alone.
        if (member.Symbol.ContainingType is { } type && !KnownAttributes.DeclaresNetwork(type))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(Rule, member.MarkLocation(context.CancellationToken), member.Name, member.Role, member.LayerName, type.Name));
        }
    }
}
