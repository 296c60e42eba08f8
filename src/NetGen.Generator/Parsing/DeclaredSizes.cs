using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>The sizes of a declaration: the number of inputs, then the units of each layer.</summary>
internal static class DeclaredSizes
{
    /// <summary>
    /// How many parameters a network can have: the longest array of the runtime, 2147483591 elements, less what aligning the block of parameters and the zeros
    /// after it take at most.
    /// </summary>
    public const int MaximumParameters = 2147483591 - 64;

    /// <summary>Reads the sizes; null, without a problem, where the compiler refuses the arguments itself.</summary>
    public static EquatableArray<int>? Read(AttributeData declaration, string network, List<DeclarationProblem> problems)
    {
        if (ReadConstants(declaration) is not { } sizes)
        {
            return null;
        }

        if (sizes.Count < 2)
        {
            problems.Add(DeclarationProblem.Create(
                ProblemKind.TooFewSizes, new ProblemSite(SitePart.Layers), network, sizes.Count == 0 ? "no sizes" : "one size"));
            return null;
        }

        for (int index = 0; index < sizes.Count; index++)
        {
            if (sizes[index] < 1)
            {
                problems.Add(DeclarationProblem.Create(
                    ProblemKind.SizeBelowOne, new ProblemSite(SitePart.Size, index),
                    network, Text(sizes[index]), index == 0 ? "inputs" : $"units in layer {Text(index)}"));
            }
        }

        return sizes.ToEquatableArray();
    }

    /// <summary>Adds a problem where an array cannot hold the parameters of all layers; sizes below 1 are problems already.</summary>
    public static void CheckTotal(
        EquatableArray<int> sizes, Dictionary<int, LayerOverride> overrides, string network, List<DeclarationProblem> problems)
    {
        if (sizes.Any(static size => size < 1))
        {
            return;
        }

        // The total stays below 2^63: one layer of 2^31 by 2^31 is 2^62, and the loop ends at the first layer that goes over the limit.
        long total = 0;
        for (int layer = 1; layer < sizes.Count; layer++)
        {
            int vectors = 1 + (overrides.TryGetValue(layer, out var said) && said.BatchNorm ? StackBuilder.NormalizationArrays : 0);
            total += ((long)sizes[layer] * sizes[layer - 1]) + ((long)sizes[layer] * vectors);
            if (total > MaximumParameters)
            {
                problems.Add(DeclarationProblem.Create(
                    ProblemKind.TooManyParameters,
                    new ProblemSite(SitePart.Size, layer),
                    network,
                    Text(layer),
                    Text(sizes[layer]),
                    Text(sizes[layer - 1]),
                    total.ToString(CultureInfo.InvariantCulture),
                    Text(MaximumParameters)));
                return;
            }
        }
    }

    private static List<int>? ReadConstants(AttributeData declaration)
    {
        if (declaration.AttributeConstructor is null)
        {
            return null;
        }

        // Either one array or each size by itself.
        var sizes = new List<int>();
        bool isArray = declaration.ConstructorArguments is [{ Kind: TypedConstantKind.Array }];
        if (isArray && declaration.ConstructorArguments[0].IsNull)
        {
            return sizes;
        }

        foreach (TypedConstant value in isArray ? declaration.ConstructorArguments[0].Values : declaration.ConstructorArguments)
        {
            if (value is not { Kind: TypedConstantKind.Primitive, Value: int size })
            {
                return null;
            }

            sizes.Add(size);
        }

        return sizes;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
