using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>The attributes of the runtime, found by name: the generator does not reference the runtime.</summary>
internal static class KnownAttributes
{
    /// <summary>The metadata name of the attribute that declares a stack of layers.</summary>
    public const string LayersMetadataName = "NetGen.LayersAttribute";

    /// <summary>The metadata name of the attribute of a network that is described by a method.</summary>
    public const string NetworkMetadataName = "NetGen.NetworkAttribute";

    /// <summary>The attribute that declares a stack of layers.</summary>
    public const string Layers = "LayersAttribute";

    /// <summary>The attribute of a network that is described by a method.</summary>
    public const string Network = "NetworkAttribute";

    /// <summary>The attribute that says something about one layer.</summary>
    public const string Layer = "LayerAttribute";

    /// <summary>The mark of a member that holds the weights of a layer.</summary>
    public const string Weights = "WeightsAttribute";

    /// <summary>The mark of a member that holds the bias of a layer.</summary>
    public const string Bias = "BiasAttribute";

    /// <summary>The attribute that states a shape.</summary>
    public const string Shape = "ShapeAttribute";

    /// <summary>The attribute of an input that holds a class index.</summary>
    public const string Categories = "CategoriesAttribute";

    /// <summary>The attributes of a symbol that are the named one of the runtime, in the order of the symbol.</summary>
    public static ImmutableArray<AttributeData> Of(ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => Is(attribute, name)).ToImmutableArray();

    /// <summary>
    /// The layer that a mark of weights or of a bias names: its number, as text, or its name. Null where the compiler refuses the argument itself.
    /// </summary>
    public static string? MarkedLayer(AttributeData mark) => mark.ConstructorArguments is not [{ Kind: TypedConstantKind.Primitive } layer] ? null
        : layer.Value is int number ? number.ToString(CultureInfo.InvariantCulture)
        : layer.Value as string ?? "null";

    /// <summary>Whether a type carries an attribute that declares a network.</summary>
    public static bool DeclaresNetwork(ISymbol type) => type.GetAttributes().Any(static attribute => Is(attribute, Layers) || Is(attribute, Network));

    /// <summary>Whether an attribute is the named one of the runtime.</summary>
    public static bool Is(AttributeData attribute, string name) => attribute.AttributeClass is { } type && type.Name == name && IsOfRuntime(type);

    /// <summary>Whether a type is one that the runtime declares.</summary>
    public static bool IsOfRuntime(INamedTypeSymbol type) => type is
    {
        ContainingType: null,
        ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true },
    };
}
