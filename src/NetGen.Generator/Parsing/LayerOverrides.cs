using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// What one Layer attribute says. <paramref name="Attribute"/> is its place among the Layer attributes of the class; a <paramref name="Dropout"/> of 0 is none.
/// </summary>
internal sealed record LayerOverride(int Attribute, Activation? Activation, double? Slope, double Dropout, bool BatchNorm);

/// <summary>The Layer attributes of a class, by the layer that each is about.</summary>
internal static class LayerOverrides
{
    /// <summary>Reads the attributes; <paramref name="sizes"/> null means that the number of layers is not known.</summary>
    public static Dictionary<int, LayerOverride> Read(
        ImmutableArray<AttributeData> attributes, string network, EquatableArray<int>? sizes, ElementType element, List<DeclarationProblem> problems)
    {
        var overrides = new Dictionary<int, LayerOverride>();
        for (int index = 0; index < attributes.Length; index++)
        {
            if (Number(attributes[index]) is not { } layer)
            {
                continue;
            }

            var said = new LayerOverride(
                index,
                DeclaredOptions.ReadEnum<Activation>(attributes[index], nameof(LayerOverride.Activation), SitePart.LayerArgument, index, problems),
                ReadSlope(attributes[index], layer, network, element, index, problems),
                ReadDropout(attributes[index], layer, network, element, index, problems),
                DeclaredOptions.Find(attributes[index], nameof(LayerOverride.BatchNorm)) is { Kind: TypedConstantKind.Primitive, Value: true });
            if (sizes is { } known && (layer < 1 || layer >= known.Count))
            {
                problems.Add(DeclarationProblem.Create(
                    ProblemKind.NoSuchLayer,
                    new ProblemSite(SitePart.LayerNumber, index),
                    network,
                    Text(layer),
                    known.Count == 2 ? "its only layer is 1" : $"its layers are 1 to {Text(known.Count - 1)}"));
            }
            else if (overrides.ContainsKey(layer))
            {
                problems.Add(DeclarationProblem.Create(ProblemKind.LayerDescribedTwice, new ProblemSite(SitePart.LayerNumber, index), network, Text(layer)));
            }
            else
            {
                overrides.Add(layer, said);
            }
        }

        return overrides;
    }

    /// <summary>The problem of a class that describes layers but declares none.</summary>
    public static DeclarationProblem Orphan(INamedTypeSymbol type) =>
        DeclarationProblem.Create(ProblemKind.LayerWithoutLayers, new ProblemSite(SitePart.LayerNumber), type.Name);

    private static int? Number(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: int layer }] ? layer : null;

    private static double? ReadSlope(AttributeData attribute, int layer, string network, ElementType element, int index, List<DeclarationProblem> problems)
    {
        if (DeclaredOptions.Find(attribute, nameof(LayerOverride.Slope)) is not { Kind: TypedConstantKind.Primitive, Value: double slope })
        {
            return null;
        }

        // What the network computes with is the slope in its own element type: 1e300 is infinite as a float.
        double rounded = element == ElementType.Float ? (float)slope : slope;
        if (rounded >= 0 && !double.IsInfinity(rounded))
        {
            return slope;
        }

        problems.Add(DeclarationProblem.Create(
            ProblemKind.InvalidSlope,
            new ProblemSite(SitePart.LayerArgument, index, nameof(LayerOverride.Slope)),
            network,
            Text(layer),
            slope.ToString("R", CultureInfo.InvariantCulture),
            element == ElementType.Float ? "a float" : "a double"));
        return null;
    }

    private static double ReadDropout(AttributeData attribute, int layer, string network, ElementType element, int index, List<DeclarationProblem> problems)
    {
        if (DeclaredOptions.Find(attribute, nameof(LayerOverride.Dropout)) is not { Kind: TypedConstantKind.Primitive, Value: double rate })
        {
            return 0;
        }

        // As of a slope: so close to 1 that it is 1 as a float, nothing would be left.
        double rounded = element == ElementType.Float ? (float)rate : rate;
        if (rate >= 0 && rounded is >= 0 and < 1)
        {
            return rate;
        }

        problems.Add(DeclarationProblem.Create(
            ProblemKind.InvalidDropout,
            new ProblemSite(SitePart.LayerArgument, index, nameof(LayerOverride.Dropout)),
            network,
            Text(layer),
            rate.ToString("R", CultureInfo.InvariantCulture),
            element == ElementType.Float ? "a float" : "a double"));
        return 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
