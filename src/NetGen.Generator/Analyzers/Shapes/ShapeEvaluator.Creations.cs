using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers.Shapes;

/// <content>Values that are created: arrays, stack allocations, collection expressions, spans.</content>
internal sealed partial class ShapeEvaluator
{
    /// <summary>
    /// The listed rows of a matrix that hold another number of values than its columns. Rows of different lengths have no common shape, so each is looked at by
    /// itself.
    /// </summary>
    public static IEnumerable<(IOperation Row, int Index, Shape Actual)> WrongRows(
        IOperation value, int columns, ShapeModel model, CancellationToken cancellation)
    {
        ImmutableArray<IOperation> rows = ListedRows(value);
        for (int index = 0; index < rows.Length; index++)
        {
            Shape actual = new ShapeEvaluator(model, cancellation).Evaluate(rows[index]);
            if (actual.Contradicts(Shape.List(columns)))
            {
                yield return (rows[index], index, actual);
            }
        }
    }

    /// <summary>The rows that an expression lists one by one; empty when it does not.</summary>
    private static ImmutableArray<IOperation> ListedRows(IOperation value) => value switch
    {
        IConversionOperation conversion => ListedRows(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } creation when HoldsRows(creation.Type) => initializer.ElementValues,
        ICollectionExpressionOperation collection
            when HoldsRows(collection.Type) && !collection.Elements.Any(static element => element is ISpreadOperation) => collection.Elements,
        _ => [],
    };

    private static bool HoldsRows(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1, ElementType: IArrayTypeSymbol };

    private Shape OfArray(IArrayCreationOperation creation)
    {
        Shape shape = creation.DimensionSizes switch
        {
            [var count] when HoldsRows(creation.Type) => Shape.Matrix(Extent(count), CommonLength(creation.Initializer?.ElementValues ?? [])),
            [var count] => Extent(count) is long length ? Shape.List(length) : Shape.Unknown,
            [var rows, var columns] => Shape.Matrix(Extent(rows), Extent(columns)),
            _ => Shape.Unknown,
        };
        return shape with { Creation = creation.Syntax.GetLocation() };
    }

    private Shape OfCollection(ICollectionExpressionOperation collection)
    {
        long? length = 0;
        foreach (IOperation element in collection.Elements)
        {
            length += element is ISpreadOperation spread ? Evaluate(spread.Operand).Length : 1;
        }

        if (HoldsRows(collection.Type))
        {
            return Shape.Matrix(length, CommonLength(ListedRows(collection)));
        }

        return length is long count ? Shape.List(count) with { Creation = collection.Syntax.GetLocation() } : Shape.Unknown;
    }

    /// <summary>The length that all rows have; null when one is not known or differs.</summary>
    private long? CommonLength(IEnumerable<IOperation> rows)
    {
        long? common = null;
        foreach (IOperation row in rows)
        {
            if (Evaluate(row).Length is not long length || (common is not null && common != length))
            {
                return null;
            }

            common = length;
        }

        return common;
    }

    /// <summary>A stack allocation has no operation of its own: its children are the size and then the elements.</summary>
    private Shape OfStackAllocation(IOperation value)
    {
        if (value.Kind != OperationKind.None
            || value.Syntax is not (StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax))
        {
            return Shape.Unknown;
        }

        return Extent(value.ChildOperations.FirstOrDefault()) is long length
            ? Shape.List(length) with { Creation = value.Syntax.GetLocation() }
            : Shape.Unknown;
    }

    private Shape OfObject(IObjectCreationOperation creation)
    {
        if (creation.Type is not INamedTypeSymbol type || !IsView(type))
        {
            return Shape.Unknown;
        }

        ImmutableArray<IArgumentOperation> arguments = creation.Arguments;
        if (arguments.IsEmpty)
        {
            return Shape.List(0);
        }

        IOperation? start = Argument(arguments, "start") ?? Argument(arguments, "offset");
        IOperation? length = Argument(arguments, "length") ?? Argument(arguments, "count");
        if (Argument(arguments, "array") is { } array)
        {
            return length is null ? Evaluate(array) : Slice(Evaluate(array), Size(start), Size(length));
        }

        if (Argument(arguments, "pointer") is not null)
        {
            return Extent(length) is long count ? Shape.List(count) : Shape.Unknown;
        }

        return Argument(arguments, "reference") is not null ? Shape.List(1) : Shape.Unknown;
    }

    private Shape OfElement(IArrayElementReferenceOperation element) => element.Indices switch
    {
        [IRangeOperation range] => HoldsRows(element.ArrayReference.Type) ? Shape.Unknown : Slice(Evaluate(element.ArrayReference), range),
        [_] when HoldsRows(element.ArrayReference.Type) => Evaluate(element.ArrayReference).Columns is long columns ? Shape.List(columns) : Shape.Unknown,
        _ => Shape.Unknown,
    };
}
