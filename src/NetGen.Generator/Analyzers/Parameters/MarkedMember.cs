using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>A member with a mark that makes it the weights or the bias of a layer.</summary>
internal sealed record MarkedMember(ISymbol Symbol, bool IsBias, AttributeData Mark, string LayerName, NetworkFacts? Network)
{
    /// <summary>The name of the member, as messages write it.</summary>
    public string Name => Symbol is IPropertySymbol { IsIndexer: true } ? "this" : Symbol.Name;

    /// <summary>"weights" or "bias".</summary>
    public string Role => LayerText.Role(IsBias);

    /// <summary>The parameter that it declares; null when the network has no such layer, or the layer no such parameter.</summary>
    public NetworkParameter? Parameter => Network?.Parameter(LayerName, IsBias);

    /// <summary>The type of the values: the field's, the property's, or what the method returns.</summary>
    public ITypeSymbol Type => MemberForm.TypeOf(Symbol)!;

    /// <summary>The marks of a field, property or method that are complete; none for a member without any.</summary>
    public static IEnumerable<MarkedMember> Of(ISymbol symbol, ShapeModel model, CancellationToken cancellation)
    {
        if (symbol is not (IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation })
            || !model.MayCarryMarks(symbol))
        {
            yield break;
        }

        ImmutableArray<AttributeData> attributes = symbol.GetAttributes();
        foreach (AttributeData attribute in attributes)
        {
            bool isBias = KnownAttributes.Is(attribute, KnownAttributes.Bias);
            if ((!isBias && !KnownAttributes.Is(attribute, KnownAttributes.Weights)) || KnownAttributes.MarkedLayer(attribute) is not { } layer)
            {
                continue;
            }

            NetworkFacts? network = model.NetworkAround(symbol.ContainingType, cancellation);
            yield return new MarkedMember(symbol, isBias, attribute, layer, Own(network, symbol));
        }
    }

    /// <summary>Where the mark names the layer.</summary>
    public Location LayerLocation(CancellationToken cancellation) =>
        Syntax(Mark, cancellation)?.ArgumentList?.Arguments is [var layer, ..] ? layer.Expression.GetLocation() : SymbolLocation;

    /// <summary>Where the mark is.</summary>
    public Location MarkLocation(CancellationToken cancellation) => Syntax(Mark, cancellation)?.GetLocation() ?? SymbolLocation;

    /// <summary>Where the member is named.</summary>
    public Location SymbolLocation => Symbol.Locations.Length > 0 ? Symbol.Locations[0] : Location.None;

    /// <summary>Where the member's type is written.</summary>
    public Location TypeLocation(CancellationToken cancellation) => Declaration(cancellation) switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Type.GetLocation(),
        PropertyDeclarationSyntax property => property.Type.GetLocation(),
        MethodDeclarationSyntax method => method.ReturnType.GetLocation(),
        _ => SymbolLocation,
    };

    /// <summary>The syntax of an attribute; null for one of a referenced assembly.</summary>
    public static AttributeSyntax? Syntax(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;

    private static NetworkFacts? Own(NetworkFacts? network, ISymbol symbol) =>
        network is not null && SymbolEqualityComparer.Default.Equals(network.Type, symbol.ContainingType) ? network : null;

    private SyntaxNode? Declaration(CancellationToken cancellation) =>
        Symbol.DeclaringSyntaxReferences is [var reference, ..] ? reference.GetSyntax(cancellation) : null;
}
