using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Surface;

namespace NetGen.Generator.Analyzers.Shapes;

/// <content>Values that methods return: slices and copies, what the .NET factories allocate, what a network computes, and whatever is marked.</content>
internal sealed partial class ShapeEvaluator
{
    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string parameter)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.Name == parameter)
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>What a method of .NET or of a view is called on: the instance, or the first argument of an extension.</summary>
    private static IOperation? Receiver(IInvocationOperation invocation) =>
        invocation.Instance ?? (invocation.TargetMethod.IsExtensionMethod && invocation.Arguments.Length > 0 ? invocation.Arguments[0].Value : null);

    // The length of a list of rows says nothing of the rows.
    private Shape OfInvocation(IInvocationOperation invocation) =>
        OfCall(invocation) is var shape && HoldsRows(invocation.Type) && !shape.IsMatrix ? Shape.Unknown : shape;

    private Shape OfCall(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method.ContainingType is not { } type)
        {
            return Shape.Unknown;
        }

        if (EmittedViews.IsView(type))
        {
            return OfViewMethod(invocation);
        }

        string space = type.ContainingNamespace?.ToDisplayString() ?? "";
        switch (space, type.Name, method.Name)
        {
            case ("System", "MemoryExtensions", "AsSpan" or "AsMemory"):
            case ("System", "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment", "Slice"):
                return Sliced(invocation);
            case ("System", "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment", "ToArray"):
            case ("System.Linq", "Enumerable", "ToArray" or "Reverse"):
            case ("System", "Array", "Clone"):
                return Copied(Evaluate(Receiver(invocation)));
            case ("System.Linq", "Enumerable", "Select"):
                return Counted(Evaluate(Receiver(invocation)));
            case ("System", "Array", "Empty"):
                return Shape.List(0);
            case ("System", "GC", "AllocateArray" or "AllocateUninitializedArray"):
            case ("System.Runtime.InteropServices", "MemoryMarshal", "CreateSpan" or "CreateReadOnlySpan"):
                return Extent(Argument(invocation.Arguments, "length")) is long length ? Shape.List(length) : Shape.Unknown;
            case ("System.Linq", "Enumerable", "Repeat" or "Range"):
                return Extent(Argument(invocation.Arguments, "count")) is long count ? Shape.List(count) : Shape.Unknown;
        }

        return OfPrediction(invocation) ?? Declared(method);
    }

    // A copy has the sizes of what it copies, but it is another value: it was not created there, and it is a view of no network.
    private static Shape Copied(Shape shape) => shape with { Creation = null };

    // One value for each that the source gives: of an array of rows, for each row.
    private static Shape Counted(Shape source) => (source.IsMatrix ? source.Rows : source.Length) is long count ? Shape.List(count) : Shape.Unknown;

    private Shape OfViewMethod(IInvocationOperation invocation)
    {
        Shape view = Evaluate(invocation.Instance);
        return invocation.TargetMethod.Name switch
        {
            RuntimeNames.AsSpan or RuntimeNames.ToArray => view,
            RuntimeNames.Row => view.Columns is long columns ? Shape.List(columns) : Shape.Unknown,
            _ => Shape.Unknown,
        };
    }

    /// <summary>What the allocating Predict returns: as many outputs as there are examples.</summary>
    private Shape? OfPrediction(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method is not { Name: SurfaceNames.Predict, ReturnsVoid: false, IsStatic: false } || !model.MayBeMarked(method.ContainingAssembly))
        {
            return null;
        }

        if (Declared(method).ExampleSize is not int outputs
            || model.NetworkAround(method.ContainingType, cancellation) is not { } network
            || outputs != network.OutputSize)
        {
            return null;
        }

        long? length = Evaluate(Argument(invocation.Arguments, SurfaceParameters.XName)).Length;
        long? examples = length is long known && known % network.InputSize == 0 ? known / network.InputSize : null;
        return Shape.Examples(outputs, examples * outputs) with { Origin = new ShapeOrigin(network, null) };
    }

    private Shape Sliced(IInvocationOperation invocation)
    {
        Shape whole = Evaluate(Receiver(invocation));
        IOperation? start = Argument(invocation.Arguments, "start") ?? Argument(invocation.Arguments, "startIndex") ?? Argument(invocation.Arguments, "index");
        IOperation? length = Argument(invocation.Arguments, "length") ?? Argument(invocation.Arguments, "count");
        if (Argument(invocation.Arguments, "range") is { } range)
        {
            return range is IRangeOperation known ? Slice(whole, known) : Shape.Unknown;
        }

        if (start is null)
        {
            return whole;
        }

        if (start.Type?.SpecialType != SpecialType.System_Int32)
        {
            return Shape.Unknown;
        }

        return length is null ? SliceFrom(whole, Size(start)) : Slice(whole, Size(start), Size(length));
    }

    private Shape Slice(Shape whole, IRangeOperation range)
    {
        (long Value, bool FromEnd)? start = range.LeftOperand is null ? (0, false) : Index(range.LeftOperand);
        (long Value, bool FromEnd)? end = range.RightOperand is null ? (0, true) : Index(range.RightOperand);
        if (start is not var (first, firstFromEnd) || end is not var (last, lastFromEnd))
        {
            return Shape.Unknown;
        }

        if (!firstFromEnd && lastFromEnd && last == 0)
        {
            return SliceFrom(whole, first);
        }

        if (firstFromEnd == lastFromEnd)
        {
            return Slice(whole, firstFromEnd ? whole.Length - first : first, firstFromEnd ? first - last : last - first);
        }

        return whole.Length is long total
            ? Slice(whole, firstFromEnd ? total - first : first, firstFromEnd ? last - (total - first) : total - last - first)
            : Shape.Unknown;
    }

    private static Shape SliceFrom(Shape whole, long? start)
    {
        if (start == 0)
        {
            return whole;
        }

        if (start is not long first || first < 0)
        {
            return Shape.Unknown;
        }

        if (whole.Length is long total)
        {
            return first <= total ? Rest(whole, first, total - first) : Shape.Unknown;
        }

        return whole.ExampleSize is int size && first % size == 0 ? Shape.Examples(size) with { Origin = whole.Origin } : Shape.Unknown;
    }

    private static Shape Slice(Shape whole, long? start, long? length)
    {
        if (length is not long count || count < 0 || start < 0 || start + count > whole.Length)
        {
            return Shape.Unknown;
        }

        return start is long first ? Rest(whole, first, count) : Shape.List(count);
    }

    // A piece of whole examples that starts and ends between examples is whole examples of the same network.
    private static Shape Rest(Shape whole, long start, long count) =>
        whole.ExampleSize is int size && start % size == 0 && count % size == 0
            ? Shape.Examples(size, count) with { Origin = whole.Origin }
            : Shape.List(count);
}
