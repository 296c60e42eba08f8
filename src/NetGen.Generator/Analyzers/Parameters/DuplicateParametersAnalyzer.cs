using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>NETGEN0106: two members are marked as the same parameters of one layer. The first keeps the mark; the others are reported.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateParametersAnalyzer : MarkedMemberAnalyzer
{
    private protected override DiagnosticDescriptor Rule => ParameterRules.Duplicate;

    private protected override void Check(SymbolAnalysisContext context, ShapeModel model, MarkedMember member)
    {
        if (member is not { Network: { } network, Parameter: { } parameter } || First(member, network, model, context.CancellationToken) is not { } first)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Rule, member.MarkLocation(context.CancellationToken),
            member.Name, member.Role, member.LayerName, network.Name, first.Name, parameter.Name));
    }

    private static MarkedMember? First(MarkedMember member, NetworkFacts network, ShapeModel model, CancellationToken cancellation)
    {
        foreach (ISymbol other in network.Type.GetMembers())
        {
            if (SymbolEqualityComparer.Default.Equals(other, member.Symbol))
            {
                return null;
            }

            foreach (MarkedMember mark in MarkedMember.Of(other, model, cancellation))
            {
                if (mark.IsBias == member.IsBias && mark.LayerName == member.LayerName)
                {
                    return mark;
                }
            }
        }

        return null;
    }
}
