using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>NETGEN0103: declared weights are no matrix, or a declared bias is no list.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclaredFormAnalyzer : MarkedMemberAnalyzer
{
    private protected override DiagnosticDescriptor Rule => ParameterRules.Form;

    private protected override void Check(SymbolAnalysisContext context, ShapeModel model, MarkedMember member)
    {
        if (member is not { Network: { } network, Parameter: { } parameter }
            || MemberForm.WhyUnreadable(member.Symbol) is not null
            || MemberForm.IsUnresolved(member.Type))
        {
            return;
        }

        if (MemberForm.ElementOf(member.Type, member.IsBias) is not null)
        {
            return;
        }

        string element = network.Spec.Element == ElementType.Double ? "double" : "float";
        string units = member.IsBias ? LayerText.Units(parameter) : $"{LayerText.Inputs(parameter)} and {LayerText.Units(parameter)}";
        string expected = member.IsBias
            ? $"{parameter.Name} must be an array of {SizeText.Count(parameter.Array.Shape.Length, element + " value")}"
            : $"{parameter.Name} must be a {parameter.Size} array of {element}, an array of its rows, or one array row by row";
        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            member.TypeLocation(context.CancellationToken),
            member.Name,
            MemberForm.Describe(member.Type),
            member.LayerName,
            network.Name,
            units,
            expected));
    }
}
