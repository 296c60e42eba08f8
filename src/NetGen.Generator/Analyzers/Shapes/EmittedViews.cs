using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>The runtime's views on the parameters of one layer, as W1 and b1, or stem_W and stem_b, return them.</summary>
internal static class EmittedViews
{
    /// <summary>Whether a type is one of the views.</summary>
    public static bool IsView(ITypeSymbol? type) => type is INamedTypeSymbol
    {
        Name: RuntimeNames.WeightsView or RuntimeNames.VectorView,
        Arity: 1,
        ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true },
    };
}
