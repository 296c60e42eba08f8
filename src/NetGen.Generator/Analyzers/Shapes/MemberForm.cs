using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>Which members can be copied into a network, and how messages speak of the others.</summary>
internal static class MemberForm
{
    private static readonly Regex Brackets = new(@"\[,*\]", RegexOptions.CultureInvariant);

    /// <summary>The type of a member's values: the field's, the property's, the parameter's, or what the method returns.</summary>
    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol value => value.Type,
        IPropertySymbol value => value.Type,
        IParameterSymbol value => value.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    /// <summary>What holds the values of weights or of a bias, whatever they are; null when the type is of no form that is copied.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type, bool isBias) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: IArrayTypeSymbol { Rank: 1, ElementType: not IArrayTypeSymbol } row } => isBias ? null : row.ElementType,
        IArrayTypeSymbol { ElementType: IArrayTypeSymbol } => null,
        IArrayTypeSymbol { Rank: 1 } list => list.ElementType,
        IArrayTypeSymbol { Rank: 2 } matrix => isBias ? null : matrix.ElementType,
        INamedTypeSymbol
        {
            Name: "ReadOnlySpan" or "Span",
            TypeArguments: [var item],
            ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
        } => item,
        _ => null,
    };

    /// <summary>Whether the compiler itself does not know the type yet, so that it speaks first.</summary>
    public static bool IsUnresolved(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => IsUnresolved(array.ElementType),
        INamedTypeSymbol { TypeArguments: [var argument, ..] } => IsUnresolved(argument),
        _ => false,
    };

    /// <summary>Why a member cannot be read by the network; null when it can.</summary>
    public static string? WhyUnreadable(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: true } => "an indexer needs an index",
        IPropertySymbol { GetMethod: null } => "it has no getter",
        IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false } => "it belongs to an interface",
        IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false } => "it belongs to an interface",
        IMethodSymbol { ReturnsVoid: true } => "it returns nothing",
        IMethodSymbol { Arity: > 0 } => "it is generic",
        IMethodSymbol { Parameters.IsEmpty: false } => "it takes parameters",
        _ => null,
    };

    /// <summary>A type in words, for messages hold no square brackets: "a three-dimensional array of float".</summary>
    public static string Describe(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: IArrayTypeSymbol row } => "an array of arrays of " + NameOf(row.ElementType),
        IArrayTypeSymbol { Rank: 1 } array => "an array of " + NameOf(array.ElementType),
        IArrayTypeSymbol { Rank: 2 } array => "a two-dimensional array of " + NameOf(array.ElementType),
        IArrayTypeSymbol { Rank: 3 } array => "a three-dimensional array of " + NameOf(array.ElementType),
        IArrayTypeSymbol array => $"an array of {SizeText.Number(array.Rank)} dimensions of {NameOf(array.ElementType)}",
        _ => "of type " + NameOf(type),
    };

    /// <summary>The name of a type, without brackets.</summary>
    public static string NameOf(ITypeSymbol type) => Brackets.Replace(type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), " array");
}
