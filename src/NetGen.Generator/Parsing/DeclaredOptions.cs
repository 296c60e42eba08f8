using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>What the named arguments of a Layers or a Network attribute say; null where nothing is said.</summary>
internal sealed record DeclaredOptions(Activation? Hidden, Activation? Output, Loss? Loss, Initializer? Initializer, ElementType? Element)
{
    /// <summary>The numbers of the loss that are said.</summary>
    public LossNumbers Numbers { get; private init; } = LossNumbers.None;

    /// <summary>The element type, with what holds when nothing is said.</summary>
    public ElementType ElementOrDefault => Element ?? ElementType.Float;

    /// <summary>Reads the named arguments.</summary>
    public static DeclaredOptions Read(AttributeData declaration, string network, List<DeclarationProblem> problems)
    {
        var options = new DeclaredOptions(
            ReadEnum<Activation>(declaration, nameof(Hidden), SitePart.Argument, 0, problems),
            ReadEnum<Activation>(declaration, nameof(Output), SitePart.Argument, 0, problems),
            ReadEnum<Loss>(declaration, nameof(Loss), SitePart.Argument, 0, problems),
            ReadEnum<Initializer>(declaration, nameof(Initializer), SitePart.Argument, 0, problems),
            ReadEnum<ElementType>(declaration, nameof(Element), SitePart.Argument, 0, problems));
        return options with { Numbers = LossNumbers.Read(declaration, network, options.ElementOrDefault, problems) };
    }

    /// <summary>Reads one named argument of an enum type; null where it is not said, or where the compiler or a problem says that it is wrong.</summary>
    public static TEnum? ReadEnum<TEnum>(AttributeData attribute, string argument, SitePart part, int index, List<DeclarationProblem> problems)
        where TEnum : struct, Enum
    {
        if (Find(attribute, argument) is not { Kind: TypedConstantKind.Enum, Value: int value })
        {
            return null;
        }

        if (Enum.IsDefined(typeof(TEnum), value))
        {
            return (TEnum)Enum.ToObject(typeof(TEnum), value);
        }

        problems.Add(DeclarationProblem.Create(
            ProblemKind.UndefinedValue,
            new ProblemSite(part, index, argument),
            argument,
            value.ToString(CultureInfo.InvariantCulture),
            typeof(TEnum).Name,
            string.Join(", ", Enum.GetNames(typeof(TEnum)))));
        return null;
    }

    /// <summary>The value of a named argument, or null.</summary>
    public static TypedConstant? Find(AttributeData attribute, string argument)
    {
        foreach (var pair in attribute.NamedArguments)
        {
            if (pair.Key == argument)
            {
                return pair.Value;
            }
        }

        return null;
    }
}
