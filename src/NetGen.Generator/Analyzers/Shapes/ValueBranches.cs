using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>
/// The values that an expression chooses from: each branch of a conditional, a coalescing or a switch expression is a value that can arrive, so each is
/// examined and reported where it stands.
/// </summary>
internal static class ValueBranches
{
    /// <summary>The branches; the value itself when it chooses nothing.</summary>
    public static IEnumerable<IOperation> Of(IOperation value)
    {
        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion when Chooses(conversion.Operand):
                return Of(conversion.Operand);
            case IConversionOperation { OperatorMethod.ContainingType.Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" } conversion
                when Chooses(conversion.Operand):
                return Of(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand);
            case IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool condition } } conditional:
                return OfAll(condition ? conditional.WhenTrue : conditional.WhenFalse);
            case IConditionalOperation conditional:
                return OfAll(conditional.WhenTrue, conditional.WhenFalse);
            case ICoalesceOperation coalesce:
                return OfAll(coalesce.Value, coalesce.WhenNull);
            case ISwitchExpressionOperation choice:
                return OfArms(choice);
            default:
                return [value];
        }
    }

    private static bool Chooses(IOperation value) => value switch
    {
        IConversionOperation conversion => Chooses(conversion.Operand),
        IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation => true,
        _ => false,
    };

    private static IEnumerable<IOperation> OfAll(params IOperation?[] values)
    {
        foreach (IOperation? value in values)
        {
            // A branch that throws hands over nothing.
            if (value is null or IThrowOperation or IConversionOperation { Operand: IThrowOperation })
            {
                continue;
            }

            foreach (IOperation branch in Of(value))
            {
                yield return branch;
            }
        }
    }

    private static IEnumerable<IOperation> OfArms(ISwitchExpressionOperation choice)
    {
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            foreach (IOperation branch in OfAll(arm.Value))
            {
                yield return branch;
            }
        }
    }
}
