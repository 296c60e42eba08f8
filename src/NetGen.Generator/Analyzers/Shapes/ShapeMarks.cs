using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Parsing;
using NetGen.Generator.Surface;
using NetGen.Generator.Surface.Tables;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>Reads the attributes that state shapes, from source and from metadata alike.</summary>
internal sealed class ShapeMarks(ShapeModel model)
{
    /// <summary>The attribute that states a shape.</summary>
    public const string Shape = KnownAttributes.Shape;

    /// <summary>The attribute that states the size of an example.</summary>
    public const string Examples = "ExamplesAttribute";

    /// <summary>The shape that an attribute states; unknown when it states none, or half-typed.</summary>
    public static Shape Stated(AttributeData attribute)
    {
        if (Numbers(attribute) is not { } sizes)
        {
            return Shapes.Shape.Unknown;
        }

        foreach (int size in sizes)
        {
            if (size < 1)
            {
                return Shapes.Shape.Unknown;
            }
        }

        return (attribute.AttributeClass?.Name, sizes.Length) switch
        {
            (Shape, 1) => Shapes.Shape.List(sizes[0]),
            (Shape, 2) => Shapes.Shape.Matrix(sizes[0], sizes[1]),
            (Examples, 1) => Shapes.Shape.Examples(sizes[0]),
            _ => Shapes.Shape.Unknown,
        };
    }

    /// <summary>The numbers that an attribute was given; null when one is missing or is no number.</summary>
    public static ImmutableArray<int>? Numbers(AttributeData attribute)
    {
        ImmutableArray<int>.Builder numbers = ImmutableArray.CreateBuilder<int>();
        foreach (TypedConstant argument in attribute.ConstructorArguments)
        {
            if (argument.Kind != TypedConstantKind.Primitive || argument.Value is not int number)
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.Count == 0 ? null : numbers.ToImmutable();
    }

    /// <summary>The first of the attributes that is the named one of the runtime.</summary>
    public static AttributeData? Find(ImmutableArray<AttributeData> attributes, string name)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (KnownAttributes.Is(attribute, name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The attributes that state the shape of a symbol's value: a method's are those of its return value.</summary>
    public static ImmutableArray<AttributeData> ValueAttributes(ISymbol symbol) =>
        symbol is IMethodSymbol method ? method.GetReturnTypeAttributes() : symbol.GetAttributes();

    /// <summary>What a symbol's value must be, by its own marks or by those of the member that it overrides.</summary>
    public ShapeTarget? Read(ISymbol symbol, CancellationToken cancellation)
    {
        for (ISymbol? declaration = symbol; declaration is not null; declaration = Overridden(declaration))
        {
            if (ReadOwn(declaration, cancellation) is { } target)
            {
                return target;
            }
        }

        return null;
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { OverriddenMethod: { } method } } parameter when parameter.Ordinal < method.Parameters.Length =>
            method.Parameters[parameter.Ordinal],
        _ => null,
    };

    private static ShapeTarget? NetworkTarget(IParameterSymbol parameter, IMethodSymbol method, NetworkFacts network, Shape stated)
    {
        TargetKind? kind = (SurfaceCalls.RoleOf(parameter), stated.ExampleSize, stated.Length) switch
        {
            (ArgumentRole.Inputs, int size, _) when size == network.InputSize => TargetKind.Inputs,
            (ArgumentRole.Inputs, null, long length) when length == network.InputSize => TargetKind.Inputs,
            (ArgumentRole.Labels or ArgumentRole.Classes, 1, _) when IsIntegers(parameter.Type) => TargetKind.Classes,
            (ArgumentRole.Labels, int size, _) when size == network.OutputSize => TargetKind.Labels,
            (ArgumentRole.Output, int size, _) when size == network.OutputSize => TargetKind.Output,
            (ArgumentRole.Gradients, null, long length) when length == network.ParameterCount => TargetKind.Gradients,
            (ArgumentRole.Parameters, null, long length) when length == network.ParameterCount => TargetKind.Parameters,
            _ => null,
        };
        return kind is null
            ? null
            : new ShapeTarget(kind.Value, stated, parameter.Name, network) { Method = method };
    }

    private static bool IsIntegers(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Int32 }] }
            or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Int32 };

    private static bool IsClasses(IParameterSymbol parameter) =>
        SurfaceCalls.RoleOf(parameter) is ArgumentRole.Labels or ArgumentRole.Classes && IsIntegers(parameter.Type);

    private ShapeTarget? ReadOwn(ISymbol symbol, CancellationToken cancellation)
    {
        if (!model.MayCarryMarks(symbol))
        {
            return null;
        }

        if (symbol is IFieldSymbol or IPropertySymbol or IMethodSymbol && Declared(symbol, cancellation) is { } declared)
        {
            return declared;
        }

        ImmutableArray<AttributeData> attributes = ValueAttributes(symbol);
        Shape stated = Find(attributes, Shape) is { } shape ? Stated(shape)
            : Find(attributes, Examples) is { } examples ? Stated(examples)
            : Shapes.Shape.Unknown;
        if (symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter && (!stated.IsUnknown || IsClasses(parameter)))
        {
            NetworkFacts? network = model.NetworkAround(method.ContainingType, cancellation);
            if (network is not null && IsClasses(parameter) && stated.IsUnknown)
            {
                return new ShapeTarget(TargetKind.Classes, Shapes.Shape.Examples(1), parameter.Name, network) { Method = method };
            }

            if (network is not null && NetworkTarget(parameter, method, network, stated) is { } target)
            {
                return target;
            }
        }

        if (stated.IsUnknown)
        {
            return null;
        }

        return new ShapeTarget(stated.ExampleSize is null ? TargetKind.MarkedShape : TargetKind.MarkedExamples, stated, symbol.Name);
    }

    /// <summary>What the mark of pre-trained weights or of a bias says: the shape of that layer's parameters.</summary>
    private ShapeTarget? Declared(ISymbol member, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> attributes = member.GetAttributes();
        AttributeData? weights = Find(attributes, KnownAttributes.Weights);
        AttributeData? mark = weights ?? Find(attributes, KnownAttributes.Bias);
        // A member of another form is reported for that alone.
        if (mark is null || MemberForm.TypeOf(member) is not { } type || MemberForm.ElementOf(type, isBias: weights is null) is null)
        {
            return null;
        }

        bool isBias = weights is null;
        return KnownAttributes.MarkedLayer(mark) is { } layer
            && DeclaringNetwork(member, cancellation) is { } network
            && network.Parameter(layer, isBias) is { } parameter
            ? new ShapeTarget(isBias ? TargetKind.DeclaredBias : TargetKind.DeclaredWeights, parameter.Shape, member.Name, network, parameter)
            : null;
    }

    private NetworkFacts? DeclaringNetwork(ISymbol member, CancellationToken cancellation) =>
        model.NetworkAround(member.ContainingType, cancellation) is { } network
        && SymbolEqualityComparer.Default.Equals(network.Type, member.ContainingType) ? network : null;
}
