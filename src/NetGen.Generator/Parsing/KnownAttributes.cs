using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>The attributes of the runtime, found by name: the generator does not reference the runtime.</summary>
internal static class KnownAttributes
{
    /// <summary>The metadata name of the attribute that declares a network.</summary>
    public const string LayersMetadataName = "NetGen.LayersAttribute";

    /// <summary>The attribute that declares a network.</summary>
    public const string Layers = "LayersAttribute";

    /// <summary>The attribute that says something about one layer.</summary>
    public const string Layer = "LayerAttribute";

    /// <summary>The mark of a member that holds the weights of a layer.</summary>
    public const string Weights = "WeightsAttribute";

    /// <summary>The mark of a member that holds the bias of a layer.</summary>
    public const string Bias = "BiasAttribute";

    /// <summary>The attributes of a symbol that are the named one of the runtime, in the order of the symbol.</summary>
    public static ImmutableArray<AttributeData> Of(ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => Is(attribute, name)).ToImmutableArray();

    /// <summary>Whether a type carries the attribute that declares a network.</summary>
    public static bool DeclaresNetwork(ISymbol type) => type.GetAttributes().Any(static attribute => Is(attribute, Layers));

    /// <summary>Whether an attribute is the named one of the runtime.</summary>
    public static bool Is(AttributeData attribute, string name) => attribute.AttributeClass is { ContainingType: null } type
        && type.Name == name
        && type.ContainingNamespace is { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true };
}
