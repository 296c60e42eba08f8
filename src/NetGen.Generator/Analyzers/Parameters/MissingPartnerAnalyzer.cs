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

    /// <summary>The property that holds the layer.</summary>
    internal const string Layer = "Layer";

    /// <summary>The property that holds the keyword of the element type.</summary>
    internal const string Element = "Element";

    private protected override DiagnosticDescriptor Rule => ParameterRules.MissingPartner;

    private protected override void Check(SymbolAnalysisContext context, ShapeModel model, MarkedMember member)
    {
        if (member is not { Network: { } network, Layer: { } layer })
        {
            return;
        }

        bool hasPartner = network.Type.GetMembers()
            .SelectMany(other => MarkedMember.Of(other, model, context.CancellationToken))
            .Any(mark => mark.IsBias != member.IsBias && mark.LayerNumber == member.LayerNumber);
        if (hasPartner)
        {
            return;
        }

        string partner = LayerText.Symbol(!member.IsBias, layer.Number);
        string size = member.IsBias ? SizeText.Matrix(layer.Units, layer.Inputs) : SizeText.Count(layer.Units, "value");
        Shape missing = member.IsBias ? Shape.Matrix(layer.Units, layer.Inputs) : Shape.List(layer.Units);
        ImmutableDictionary<string, string?> properties = ShapeReport.Sizes(missing)
            .Add(Missing, member.IsBias ? "Weights" : "Bias")
            .Add(Layer, SizeText.Number(layer.Number))
            .Add(Element, network.Spec.Element == ElementType.Double ? "double" : "float");
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, member.SymbolLocation, properties, member.Name, member.Role, layer.Number, network.Name, LayerText.Role(!member.IsBias), partner, size));
    }
}
