using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>NETGEN0107: a layer has declared weights and no declared bias, or the other way round.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingPartnerAnalyzer : MarkedMemberAnalyzer
{
    /// <summary>The property that holds which member is missing: "Weights" or "Bias".</summary>
    internal const string Missing = "Missing";

    /// <summary>The property that holds the name of the layer, or its number.</summary>
    internal const string Layer = "Layer";

    /// <summary>The property that holds the keyword of the element type.</summary>
    internal const string Element = "Element";

    private protected override DiagnosticDescriptor Rule => ParameterRules.MissingPartner;

    private protected override void Check(SymbolAnalysisContext context, ShapeModel model, MarkedMember member)
    {
        // A layer without a bias, or an embedding, has nothing more to declare.
        if (member is not { Network: { } network, Parameter: not null } || network.Parameter(member.LayerName, !member.IsBias) is not { } partner)
        {
            return;
        }

        bool hasPartner = network.Type.GetMembers()
            .SelectMany(other => MarkedMember.Of(other, model, context.CancellationToken))
            .Any(mark => mark.IsBias != member.IsBias && mark.LayerName == member.LayerName);
        if (hasPartner)
        {
            return;
        }

        ImmutableDictionary<string, string?> properties = ShapeReport.Sizes(partner.Shape)
            .Add(Missing, member.IsBias ? "Weights" : "Bias")
            .Add(Layer, member.LayerName)
            .Add(Element, network.Spec.Element == ElementType.Double ? "double" : "float");
        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            member.SymbolLocation,
            properties,
            member.Name,
            member.Role,
            member.LayerName,
            network.Name,
            LayerText.Role(!member.IsBias),
            partner.Name,
            partner.Size));
    }
}
