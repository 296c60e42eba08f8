using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing.Define;

/// <summary>
/// Reads an argument that is no node: what the compiler knows as a constant, and arithmetic with parameters of the method that are constants in this call.
/// </summary>
internal sealed class ConstantReader(Reading reading, Frame frame, string argument, string call)
{
    /// <summary>The value, converted as the compiler converts an argument; null where it is reported, or refused by the compiler.</summary>
    public object? Read(ExpressionSyntax expression, SpecialType type)
    {
        try
        {
            return Evaluate(expression) is { } value ? Convert(value, type) ?? Report(expression, Advice) : null;
        }
        catch (ArithmeticException)
        {
            return Report(expression, "the arithmetic overflows or divides by zero");
        }
    }

    private string Advice => frame.IsDefine ? "use a literal or a const field" : "use a literal, a const field, or a parameter of this method";

    private static object? Convert(object value, SpecialType type) => (type, ConstantArithmetic.Widen(value)) switch
    {
        (SpecialType.System_Int32, int number) => number,
        (SpecialType.System_Double, int or uint or long or ulong or float or double) => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
        (SpecialType.System_Boolean, bool truth) => truth,
        (SpecialType.System_String, string text) => text,
        _ => null,
    };

    private object? Evaluate(ExpressionSyntax expression)
    {
        if (frame.Method.Semantics.GetConstantValue(expression, reading.CancellationToken) is { HasValue: true, Value: { } constant })
        {
            return constant;
        }

        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Evaluate(parenthesized.Expression);

            case IdentifierNameSyntax name
                when frame.Method.Semantics.GetSymbolInfo(name, reading.CancellationToken).Symbol is { } symbol
                && frame.TryGetConstant(symbol, out object known):
                return known;

            case PrefixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.UnaryMinusExpression or SyntaxKind.UnaryPlusExpression:
                return Evaluate(unary.Operand) is { } operand ? Combine(unary, operand, operand) : null;

            case BinaryExpressionSyntax binary when reading.Depth < ExpressionReader.DeepestNesting && IsArithmetic(binary.Kind()):
                reading.Depth++;
                object? left, right;
                try
                {
                    (left, right) = (Evaluate(binary.Left), Evaluate(binary.Right));
                }
                finally
                {
                    reading.Depth--;
                }

                return left is not null && right is not null ? Combine(binary, left, right) : null;

            default:
                return Report(expression, Advice);
        }
    }

    private static bool IsArithmetic(SyntaxKind kind) => kind
        is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression
        or SyntaxKind.ModuloExpression;

    private object? Combine(ExpressionSyntax expression, object left, object right) => (expression.Kind(), left, right) switch
    {
        (SyntaxKind.AddExpression, string a, string b) => a + b,
        (SyntaxKind.AddExpression, string a, int b) => a + b.ToString(CultureInfo.InvariantCulture),
        (SyntaxKind.AddExpression, int a, string b) => a.ToString(CultureInfo.InvariantCulture) + b,
        var (kind, _, _) => ConstantArithmetic.Of(kind, left, right) ?? Report(expression, Advice),
    };

    private object? Report(ExpressionSyntax expression, string why)
    {
        frame.Use(expression, reading.CancellationToken);
        bool isReported = expression is IdentifierNameSyntax name
            && frame.Method.Semantics.GetSymbolInfo(name, reading.CancellationToken).Symbol is ILocalSymbol { IsConst: false };

        // A local that is neither a node nor a constant was reported where it is declared.
        if (!isReported)
        {
            reading.Report(ProblemKind.NotConstant, frame.Method.At(expression), argument, call, why);
        }

        return null;
    }
}
