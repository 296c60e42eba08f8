using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers.Shapes;

/// <content>Numbers: the sizes, lengths and bounds that shapes are made of.</content>
internal sealed partial class ShapeEvaluator
{
    /// <summary>The value of a whole number; null when it is not known or does not fit an int.</summary>
    public long? Size(IOperation? value)
    {
        if (value is null || --budget < 0)
        {
            return null;
        }

        if (value.ConstantValue is { HasValue: true, Value: { } constant })
        {
            return InRange(constant switch
            {
                int number => number,
                long number => number,
                uint number => number,
                short number => number,
                byte number => number,
                _ => null,
            });
        }

        return InRange(value switch
        {
            IConversionOperation { OperatorMethod: null, Type: { } type } conversion when IsWholeNumber(type) => Size(conversion.Operand),
            IParenthesizedOperation parenthesized => Size(parenthesized.Operand),
            IBinaryOperation { OperatorMethod: null } binary => Calculate(binary.OperatorKind, Size(binary.LeftOperand), Size(binary.RightOperand)),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus } unary => -Size(unary.Operand),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Plus } unary => Size(unary.Operand),
            ILocalReferenceOperation local => Size(LocalAssignments.ValueOf(local)),
            IFieldReferenceOperation field => Size(model.Members.ValueOf(field.Field, cancellation)),
            IPropertyReferenceOperation property => OfSizeProperty(property),
            IInvocationOperation invocation => OfSizeMethod(invocation),
            _ => null,
        });
    }

    /// <summary>The value of a whole number that counts something.</summary>
    private long? Extent(IOperation? value) => Size(value) is long size and >= 0 ? size : null;

    private static long? InRange(long? value) => value is >= int.MinValue and <= int.MaxValue ? value : null;

    private static bool IsWholeNumber(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_UInt64;

    private static long? Calculate(BinaryOperatorKind kind, long? left, long? right) => kind switch
    {
        BinaryOperatorKind.Add => left + right,
        BinaryOperatorKind.Subtract => left - right,
        BinaryOperatorKind.Multiply => left * right,
        BinaryOperatorKind.Divide when right is not (null or 0) => left / right,
        BinaryOperatorKind.Remainder when right is not (null or 0) => left % right,
        BinaryOperatorKind.LeftShift when right is >= 0 and < 31 => left << (int)right.Value,
        BinaryOperatorKind.RightShift when right is >= 0 and < 31 => left >> (int)right.Value,
        _ => null,
    };

    private long? OfSizeProperty(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        bool counts = property is { Name: "Length" or "LongLength", ContainingType: { } type }
            && (IsView(type) || type.SpecialType == SpecialType.System_Array || EmittedViews.IsView(type));
        if (counts)
        {
            Shape shape = Evaluate(reference.Instance);
            // An array of rows counts its rows.
            return HoldsRows(reference.Instance?.Type) ? shape.Rows : shape.Length;
        }

        if (EmittedViews.IsView(property.ContainingType))
        {
            return property.Name switch { "Rows" => Evaluate(reference.Instance).Rows, "Columns" => Evaluate(reference.Instance).Columns, _ => null };
        }

        return Size(model.Members.ValueOf(property, cancellation));
    }

    private long? OfSizeMethod(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method is { Name: "GetLength", ContainingType.SpecialType: SpecialType.System_Array } && invocation.Arguments is [{ Value: { } dimension }])
        {
            Shape shape = Evaluate(invocation.Instance);
            return Size(dimension) switch { 0 => shape.IsMatrix ? shape.Rows : shape.Length, 1 => shape.Columns, _ => null };
        }

        if (method is { Name: "Min" or "Max", ContainingType: { Name: "Math" } math }
            && IsSystem(math)
            && invocation.Arguments is [{ Value: { } one }, { Value: { } other }])
        {
            long? left = Size(one);
            long? right = Size(other);
            return left is null || right is null ? null : method.Name == "Min" == left <= right ? left : right;
        }

        return null;
    }

    /// <summary>An index of a range: a number, or a number counted from the end.</summary>
    private (long Value, bool FromEnd)? Index(IOperation operand)
    {
        switch (operand)
        {
            case IConversionOperation conversion when conversion.Operand.Type?.SpecialType == SpecialType.System_Int32:
                return Size(conversion.Operand) is long value ? (value, false) : null;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat:
                return Size(hat.Operand) is long fromEnd ? (fromEnd, true) : null;
            case IConversionOperation conversion:
                return Index(conversion.Operand);
            default:
                return operand.Type?.SpecialType == SpecialType.System_Int32 && Size(operand) is long number ? (number, false) : null;
        }
    }
}
