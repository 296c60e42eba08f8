using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>NETGEN0105: declared parameters name a layer that the network does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclaredLayerAnalyzer : MarkedMemberAnalyzer
{
    private protected override DiagnosticDescriptor Rule => ParameterRules.NoSuchLayer;

    private protected override void Check(SymbolAnalysisContext context, ShapeModel model, MarkedMember member)
    {
        if (member is not { Network: { } network, Layer: null })
        {
            return;
        }

        string right = network.LayerCount == 1 ? "1" : $"from 1 to {SizeText.Number(network.LayerCount)}";
        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            member.LayerLocation(context.CancellationToken),
            member.Name,
            member.Role,
            member.LayerNumber,
            network.Name,
            SizeText.Count(network.LayerCount, "layer"),
            right));
    }
}
