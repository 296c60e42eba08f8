using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// The members that the user marked as weights or bias. Those that cannot be copied in, because of their layer, type or rank, are left out: the rules about
/// parameters report them, and a wrong member must not keep the rest of the network from being emitted.
/// </summary>
internal static class MarkedMembers
{
    /// <summary>Reads the marks: for each layer at most one weights and one bias, the first of several.</summary>
    public static EquatableArray<DeclaredParameters> Read(INamedTypeSymbol type, EquatableArray<LayerSpec> layers, ElementType element)
    {
        var found = new List<DeclaredParameters>();
        foreach (ISymbol member in type.GetMembers())
        {
            if (ReadType(member) is not { } read)
            {
                continue;
            }

            foreach (bool isBias in new[] { false, true })
            {
                if (Layer(member, isBias, layers) is { } layer
                    && Form(read.Type, isBias, element) is { } form
                    && !found.Any(other => other.Layer == layer && other.IsBias == isBias))
                {
                    found.Add(new DeclaredParameters(layer, isBias, read.Access, member.IsStatic, IsObsolete(member), form));
                }
            }
        }

        return found.OrderBy(static declared => declared.Layer).ThenBy(static declared => declared.IsBias).ToEquatableArray();
    }

    private static (ITypeSymbol Type, string Access)? ReadType(ISymbol member) => member switch
    {
        IFieldSymbol { IsImplicitlyDeclared: false } field => (field.Type, Identifiers.Escape(field.Name)),
        IPropertySymbol { GetMethod: not null, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } property =>
            (property.Type, Identifiers.Escape(property.Name)),
        IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: true, Arity: 0 } method =>
            (method.ReturnType, $"{Identifiers.Escape(method.Name)}()"),
        _ => null,
    };

    private static bool IsObsolete(ISymbol member) =>
        IsMarkedObsolete(member) || (member is IPropertySymbol { GetMethod: { } getter } && IsMarkedObsolete(getter));

    private static bool IsMarkedObsolete(ISymbol symbol) => symbol.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { Name: "ObsoleteAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>The number of the layer that a mark names; null without a mark, or where the layer has no such parameter.</summary>
    private static int? Layer(ISymbol member, bool isBias, EquatableArray<LayerSpec> layers)
    {
        var marks = KnownAttributes.Of(member, isBias ? KnownAttributes.Bias : KnownAttributes.Weights);
        return marks.FirstOrDefault() is { } mark && KnownAttributes.MarkedLayer(mark) is { } name
            ? layers.FirstOrDefault(layer => layer.Name == name && DeclaredParameters.Of(layer, isBias) is not null)?.Number
            : null;
    }

    private static DeclaredForm? Form(ITypeSymbol type, bool isBias, ElementType element)
    {
        var expected = element == ElementType.Float ? SpecialType.System_Single : SpecialType.System_Double;
        return type switch
        {
            IArrayTypeSymbol { Rank: 1 } array when array.ElementType.SpecialType == expected => DeclaredForm.Flat,
            IArrayTypeSymbol { Rank: 2 } array when array.ElementType.SpecialType == expected && !isBias => DeclaredForm.Matrix,
            IArrayTypeSymbol { Rank: 1, ElementType: IArrayTypeSymbol { Rank: 1 } row }
                when row.ElementType.SpecialType == expected && !isBias => DeclaredForm.Rows,
            INamedTypeSymbol
            {
                Name: "ReadOnlySpan" or "Span",
                TypeArguments: [var item],
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
            } when item.SpecialType == expected => DeclaredForm.Span,
            _ => null,
        };
    }
}
