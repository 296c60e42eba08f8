using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Parsing;

/// <summary>Finds the place of a problem in the source, to the character: the size, the value or the identifier that it is about.</summary>
internal static class ProblemLocator
{
    /// <summary>The location of a problem of a type; <see cref="Location.None"/> for a type without source.</summary>
    public static Location Locate(INamedTypeSymbol type, ProblemSite site, CancellationToken cancellationToken)
    {
        var layers = Attributes(type, KnownAttributes.Layers, cancellationToken);
        var declarations = layers.AddRange(Attributes(type, KnownAttributes.Network, cancellationToken));
        var overrides = Attributes(type, KnownAttributes.Layer, cancellationToken);
        var node = site.Part switch
        {
            SitePart.Layers => layers[site.Index],
            SitePart.Size => SizeAt(layers[0], site.Index),
            SitePart.Network => declarations.LastOrDefault(),
            SitePart.Argument => Named(declarations[0], site.Name),
            SitePart.Layer => overrides[site.Index],
            SitePart.LayerNumber =>
                overrides[site.Index]?.ArgumentList?.Arguments.FirstOrDefault(IsPositional)?.Expression ?? overrides[site.Index] as SyntaxNode,
            SitePart.LayerArgument => Named(overrides[site.Index], site.Name),
            _ => null,
        };
        return node?.GetLocation() ?? site.Part switch
        {
            SitePart.UnmodifiedPart => Unmodified(type, site.Index, cancellationToken),
            SitePart.Container => Identifier(Carrier(declarations)?.Ancestors().OfType<BaseTypeDeclarationSyntax>().ElementAtOrDefault(site.Index)),
            SitePart.Text => TextOf(type.GetMembers(site.Name).ElementAtOrDefault(site.Index), site),
            SitePart.Member => type.GetMembers(site.Name).ElementAtOrDefault(site.Index)?.Locations.FirstOrDefault(),
            _ => null,
        } ?? Identifier(Carrier(declarations)) ?? Location.None;
    }

    private static ImmutableArray<AttributeSyntax?> Attributes(INamedTypeSymbol type, string name, CancellationToken cancellationToken) =>
        KnownAttributes.Of(type, name)
            .Select(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax)
            .ToImmutableArray();

    /// <summary>The part of the class that carries the declaration.</summary>
    private static BaseTypeDeclarationSyntax? Carrier(ImmutableArray<AttributeSyntax?> declarations) =>
        declarations.FirstOrDefault()?.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>();

    private static Location? TextOf(ISymbol? member, ProblemSite site) => member?.DeclaringSyntaxReferences.FirstOrDefault() is { } declared
        ? Location.Create(declared.SyntaxTree, new TextSpan(declared.Span.Start + site.Start, site.Length))
        : null;

    private static Location? Identifier(BaseTypeDeclarationSyntax? declaration) => declaration?.Identifier.GetLocation();

    private static SyntaxNode? SizeAt(AttributeSyntax? attribute, int index)
    {
        // The sizes are either the arguments themselves or the items of one array: Layers(4, 8, 1), Layers(new[] { 4, 8, 1 }).
        // One that is named may stand anywhere: Layers(units1: 1, inputs: 4).
        string name = index == 0 ? "inputs" : $"units{index.ToString(CultureInfo.InvariantCulture)}";
        if (attribute?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name) is { } named)
        {
            return named.Expression;
        }

        var positional = attribute?.ArgumentList?.Arguments.Where(IsPositional).Select(static argument => argument.Expression).ToList() ?? [];
        var items = positional is [var only]
            ? only switch
            {
                ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
                ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
                _ => [only],
            }
            : positional.ToImmutableArray().AsEnumerable();
        return items.ElementAtOrDefault(index) ?? attribute as SyntaxNode;
    }

    private static SyntaxNode? Named(AttributeSyntax? attribute, string name) =>
        attribute?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression ?? attribute as SyntaxNode;

    private static bool IsPositional(AttributeArgumentSyntax argument) => argument.NameEquals is null;

    private static Location? Unmodified(INamedTypeSymbol type, int level, CancellationToken cancellationToken)
    {
        var declared = TypeRules.Containers(type).Prepend(type).ElementAt(level);
        var parts = declared.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellationToken)).OfType<BaseTypeDeclarationSyntax>();
        return Identifier(parts.FirstOrDefault(static part => !TypeRules.IsPartial(part)));
    }
}
