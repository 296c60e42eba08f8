using System;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Parsing.Define;

/// <summary>What the operators of C# give of two numbers: in the type that both are promoted to, with its division and its rounding.</summary>
internal static class ConstantArithmetic
{
    /// <summary>The result; null where the operator or an operand is no number's.</summary>
    /// <param name="kind">The operator; a sign has the same operand twice.</param>
    /// <param name="left">The left operand, of any type of number; of a sign, its only operand.</param>
    /// <param name="right">The right operand, of any type of number.</param>
    /// <exception cref="ArithmeticException">It overflows, or divides whole numbers by zero.</exception>
    public static object? Of(SyntaxKind kind, object left, object right) => (Promote(left, right), Promote(right, left)) switch
    {
        (int a, int b) => (object?)checked((int?)Whole(kind, a, b)),
        (uint a, uint b) when kind is not SyntaxKind.UnaryMinusExpression => (object?)checked((uint?)Whole(kind, a, b)),
        (int or uint or long, int or uint or long) => (object?)Whole(kind, ToLong(left), ToLong(right)),
        (double, int or uint or long or float or double) or (int or uint or long or float, double) => (object?)Real(kind, ToDouble(left), ToDouble(right)),

        // A double holds more than twice the digits of a float, so that rounding the result twice rounds as once.
        (float, int or uint or long or float) or (int or uint or long, float) => (object?)(float?)Real(kind, ToSingle(left), ToSingle(right)),
        _ => null,
    };

    /// <summary>The number as an int, where C# promotes its type so; else as it is.</summary>
    public static object Widen(object value) => value switch
    {
        char character => (int)character,
        sbyte or byte or short or ushort => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        _ => value,
    };

    /// <summary>The number as C# promotes it beside the other operand: what has no sign stays without one beside a uint.</summary>
    private static object Promote(object value, object other) => (value, other) switch
    {
        (char or byte or ushort, uint) => Convert.ToUInt32(value, CultureInfo.InvariantCulture),
        _ => Widen(value),
    };

    private static long ToLong(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static double ToDouble(object value) => Convert.ToDouble(Widen(value), CultureInfo.InvariantCulture);

    // A long has more digits than a double: through one, it would be rounded twice.
    private static float ToSingle(object value) => value is long number ? number : (float)ToDouble(value);

    private static long? Whole(SyntaxKind kind, long a, long b) => kind switch
    {
        SyntaxKind.AddExpression => checked(a + b),
        SyntaxKind.SubtractExpression => checked(a - b),
        SyntaxKind.MultiplyExpression => checked(a * b),
        SyntaxKind.DivideExpression => checked(a / b),
        SyntaxKind.ModuloExpression => checked(a % b),
        SyntaxKind.UnaryPlusExpression => b,
        SyntaxKind.UnaryMinusExpression => checked(-b),
        _ => null,
    };

    private static double? Real(SyntaxKind kind, double a, double b) => kind switch
    {
        SyntaxKind.AddExpression => a + b,
        SyntaxKind.SubtractExpression => a - b,
        SyntaxKind.MultiplyExpression => a * b,
        SyntaxKind.DivideExpression => a / b,
        SyntaxKind.ModuloExpression => a % b,
        SyntaxKind.UnaryPlusExpression => b,
        SyntaxKind.UnaryMinusExpression => -b,
        _ => null,
    };
}
