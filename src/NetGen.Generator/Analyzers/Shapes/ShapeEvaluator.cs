using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Surface;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>
/// Finds the shape of a value as a careful reader would: by what creates it, what it is declared to be, and the only value that a name can have. Whatever it
/// cannot tell is unknown.
/// </summary>
internal sealed partial class ShapeEvaluator(ShapeModel model, CancellationToken cancellation)
{
    // Enough for any code that a person writes; it ends the search in members that refer to each other.
    private int budget = 500;

    /// <summary>The shape of a value.</summary>
    public Shape Evaluate(IOperation? value)
    {
        // Of what is half typed, nothing is known: the next key stroke may change it.
        if (value is null || value.Syntax.ContainsDiagnostics || --budget < 0)
        {
            return Shape.Unknown;
        }

        return value switch
        {
            IConversionOperation conversion => KeepsShape(conversion) ? Evaluate(conversion.Operand) : Shape.Unknown,
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
            ISimpleAssignmentOperation assignment => Evaluate(assignment.Value),
            IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation => Joined(value),
            IArrayCreationOperation creation => OfArray(creation),
            ICollectionExpressionOperation collection => OfCollection(collection),
            IDefaultValueOperation { Type: { } type } when IsView(type) => Shape.List(0),
            ILocalReferenceOperation local => OfLocal(local),
            IParameterReferenceOperation parameter => Declared(parameter.Parameter),
            IFieldReferenceOperation field => OfField(field.Field),
            IPropertyReferenceOperation property => OfProperty(property),
            IInvocationOperation invocation => OfInvocation(invocation),
            IObjectCreationOperation creation => OfObject(creation),
            IArrayElementReferenceOperation element => OfElement(element),
            IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } indexer => Slice(Evaluate(indexer.Instance), range),
            _ => OfStackAllocation(value),
        };
    }

    /// <summary>A span or memory of elements: what an array converts to, and what slices are of.</summary>
    private static bool IsView(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment", Arity: 1 } view && IsSystem(view);

    private static bool IsSystem(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static bool KeepsShape(IConversionOperation conversion) =>
        conversion.OperatorMethod is null || (conversion.OperatorMethod.ContainingType is { } type && IsView(type));

    private Shape Joined(IOperation value)
    {
        Shape? joined = null;
        foreach (IOperation branch in ValueBranches.Of(value))
        {
            // A branch that is its own only branch is no choice; anything else would not end.
            Shape shape = branch == value ? Shape.Unknown : Evaluate(branch);
            joined = joined is null ? shape : joined.Join(shape);
        }

        return joined ?? Shape.Unknown;
    }

    private Shape Declared(ISymbol symbol) => model.TargetOf(symbol, cancellation)?.Required ?? Shape.Unknown;

    private Shape OfLocal(ILocalReferenceOperation local) =>
        LocalAssignments.ValueOf(local) is { } value ? Held(Evaluate(value), local.Type) : Shape.Unknown;

    // A name holds the array that it was given, but the rows of an array of rows can be replaced by any that come later.
    private static Shape Held(Shape shape, ITypeSymbol? type) =>
        HoldsRows(type) && shape.IsMatrix ? Shape.Matrix(shape.Rows, null) with { Creation = shape.Creation } : shape;

    private Shape OfField(IFieldSymbol field)
    {
        Shape declared = Declared(field);
        return declared.IsUnknown ? Held(Evaluate(model.Members.ValueOf(field, cancellation)), field.Type) : declared;
    }

    private Shape OfProperty(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        if (IsView(property.ContainingType))
        {
            return property switch
            {
                { Name: "Empty" } => Shape.List(0),
                { Name: "Span" } => Evaluate(reference.Instance),
                { IsIndexer: true } when reference.Arguments is [{ Value: IRangeOperation range }] => Slice(Evaluate(reference.Instance), range),
                _ => Shape.Unknown,
            };
        }

        Shape declared = Declared(property);
        if (declared.IsUnknown)
        {
            return model.MayBeMarked(property.ContainingAssembly) && IsParameters(property) is { } count
                ? Shape.List(count)
                : Held(Evaluate(model.Members.ValueOf(property, cancellation)), property.Type);
        }

        return OriginOf(property) is { } origin ? declared with { Origin = origin } : declared;
    }

    private long? IsParameters(IPropertySymbol property) =>
        property is { Name: SurfaceNames.Parameters, Type: INamedTypeSymbol type } && IsView(type)
        && model.NetworkAround(property.ContainingType, cancellation) is { } network
        && SymbolEqualityComparer.Default.Equals(network.Type, property.ContainingType.OriginalDefinition) ? network.ParameterCount : null;

    /// <summary>The parameter whose view a property is: the emitted views are named W1, b1, W2, ..., or stem_W.</summary>
    private ShapeOrigin? OriginOf(IPropertySymbol property) =>
        EmittedViews.IsView(property.Type)
        && model.NetworkAround(property.ContainingType, cancellation) is { } network
        && network.ParameterOf(property.Name) is { } parameter ? new ShapeOrigin(network, parameter) : null;
}
