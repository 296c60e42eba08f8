using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>NETGEN0108: a marked member cannot be read without something that the network does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadableParametersAnalyzer : MarkedMemberAnalyzer
{
    private protected override DiagnosticDescriptor Rule => ParameterRules.Unreadable;

    private protected override void Check(SymbolAnalysisContext context, ShapeModel model, MarkedMember member)
    {
        if (member is { Network: { } network, Parameter: not null } && MemberForm.WhyUnreadable(member.Symbol) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, member.SymbolLocation, member.Name, member.Role, member.LayerName, network.Name, reason));
        }
    }
}
