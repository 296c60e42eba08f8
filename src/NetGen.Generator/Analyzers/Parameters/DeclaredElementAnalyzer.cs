using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>NETGEN0104: declared parameters have another element type than the network.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclaredElementAnalyzer : MarkedMemberAnalyzer
{
    private protected override DiagnosticDescriptor Rule => ParameterRules.Element;

    private protected override void Check(SymbolAnalysisContext context, ShapeModel model, MarkedMember member)
    {
        if (member is not { Network: { } network, Parameter: { } parameter }
            || MemberForm.WhyUnreadable(member.Symbol) is not null
            || MemberForm.IsUnresolved(member.Type))
        {
            return;
        }

        bool isDouble = network.Spec.Element == ElementType.Double;
        if (MemberForm.ElementOf(member.Type, member.IsBias) is not { } element
            || element.SpecialType == (isDouble ? SpecialType.System_Double : SpecialType.System_Single))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            member.TypeLocation(context.CancellationToken),
            member.Name,
            MemberForm.NameOf(element),
            member.LayerName,
            network.Name,
            isDouble ? "double" : "float",
            parameter.Name));
    }
}
