using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CSharp.RuntimeBinder;
using NetGen.Generator.Parsing.Define;

namespace NetGen.Generator.Tests.Define;

/// <summary>Arithmetic with constants of Define gives what C# gives when it runs: the same type, and the same bits.</summary>
public class ConstantArithmeticTests
{
    private static readonly object[] Numbers =
    [
        'a', (sbyte)-3, (byte)7, (short)-300, (ushort)60000, 0, 3, -7, int.MinValue, 2u, uint.MaxValue, 2L, -5L, long.MaxValue,
        (1L << 53) + (1L << 29) + 1, 0.1f, -3f, 0.1, 7.5, double.NaN,
    ];

    [Fact]
    public void Two_numbers_give_what_they_give_in_C_sharp()
    {
        foreach (object left in Numbers)
        {
            foreach (object right in Numbers)
            {
                AssertSame(SyntaxKind.AddExpression, left, right, static (a, b) => checked(a + b));
                AssertSame(SyntaxKind.SubtractExpression, left, right, static (a, b) => checked(a - b));
                AssertSame(SyntaxKind.MultiplyExpression, left, right, static (a, b) => checked(a * b));
                AssertSame(SyntaxKind.DivideExpression, left, right, static (a, b) => checked(a / b));
                AssertSame(SyntaxKind.ModuloExpression, left, right, static (a, b) => checked(a % b));
            }
        }
    }

    [Fact]
    public void A_sign_gives_what_it_gives_in_C_sharp()
    {
        foreach (object number in Numbers)
        {
            AssertSame(SyntaxKind.UnaryPlusExpression, number, number, static (_, b) => +b);
            AssertSame(SyntaxKind.UnaryMinusExpression, number, number, static (_, b) => checked(-b));
        }
    }

    [Fact]
    public void What_is_no_number_gives_nothing()
    {
        Assert.Null(ConstantArithmetic.Of(SyntaxKind.AddExpression, true, 1));
        Assert.Null(ConstantArithmetic.Of(SyntaxKind.AddExpression, 1, "a"));
        Assert.Null(ConstantArithmetic.Of(SyntaxKind.LeftShiftExpression, 1, 1));
        Assert.Null(ConstantArithmetic.Of(SyntaxKind.LeftShiftExpression, 1f, 1f));
    }

    private static void AssertSame(SyntaxKind kind, object left, object right, Func<dynamic, dynamic, object> operation) =>
        Assert.Equal(Result(() => operation(left, right)), Result(() => ConstantArithmetic.Of(kind, left, right)));

    private static object? Result(Func<object?> compute)
    {
        try
        {
            return compute();
        }
        catch (Exception exception) when (exception is OverflowException or DivideByZeroException)
        {
            return "overflows or divides by zero";
        }
        catch (RuntimeBinderException)
        {
            return null;
        }
    }
}
