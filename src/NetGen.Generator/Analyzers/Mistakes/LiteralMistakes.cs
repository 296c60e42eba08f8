using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>A list in square brackets with values of another type, or with lists in it: <c>net.Predict([0.5, 1])</c>.</summary>
internal static class LiteralMistakes
{
    /// <summary>The mistake in a list, if it is one of these.</summary>
    /// <param name="call">The call.</param>
    /// <param name="list">The list.</param>
    /// <param name="parameter">What it is passed to.</param>
    public static Mistake? Find(RefusedCall call, CollectionExpressionSyntax list, IParameterSymbol parameter)
    {
        if (ValueForm.Of(parameter.Type).Element is not { } wanted)
        {
            return null;
        }

        ExpressionElementSyntax[] allWrong =
            [.. list.Elements.OfType<ExpressionElementSyntax>().Where(element => !CallAlignment.Fits(element, wanted, call.Semantics))];
        if (allWrong is not [var wrong, ..])
        {
            return null;
        }

        ITypeSymbol? type = call.Semantics.GetTypeInfo(wrong.Expression).Type;
        if (wrong.Expression is CollectionExpressionSyntax || ValueForm.Of(type).IsValues)
        {
            return OfLists(call, list, wrong, type, parameter);
        }

        if (!ValueForm.IsNumber(type) || Right(wrong.Expression, wanted) is not { } right)
        {
            return null;
        }

        string?[] elements = [.. list.Elements.Select(Corrected)];
        bool isRepairable = !elements.Contains(null) && allWrong.All(value => ValueForm.IsNumber(call.Semantics.GetTypeInfo(value.Expression).Type));
        string why = ValueForm.IsWhole(wanted) ? "class indices are int" : call.Owner.Holds;
        return new Mistake(MistakeRules.Element, wrong.GetLocation(), wrong.Expression, MemberForm.Describe(type!), why, $"write {right}")
        {
            Repair = isRepairable ? (list.GetLocation(), $"[{string.Join(", ", elements)}]") : null,
        };

        string? Corrected(CollectionElementSyntax element) =>
            element is ExpressionElementSyntax value && allWrong.Contains(value) ? Right(value.Expression, wanted) : element.ToString();
    }

    /// <summary>Lists in a list: a network takes all examples one after the other.</summary>
    private static Mistake OfLists(
        RefusedCall call, CollectionExpressionSyntax list, ExpressionElementSyntax wrong, ITypeSymbol? type, IParameterSymbol parameter)
    {
        string passed = "a list of " + (type is null ? "lists" : "arrays");
        string taken = $"one list of {call.Owner.ElementName}";
        string advice = type is null ? "write all values in one pair of square brackets" : $"write .. before {wrong.Expression}";
        return new Mistake(MistakeRules.Form, wrong.GetLocation(), parameter.Name, passed, call.Name, taken, advice)
        {
            Repair = (list.GetLocation(), $"[{string.Join(", ", list.Elements.Select(Unfolded))}]"),
        };
    }

    private static string Unfolded(CollectionElementSyntax element) => element switch
    {
        ExpressionElementSyntax { Expression: CollectionExpressionSyntax inner } => string.Join(", ", inner.Elements),
        ExpressionElementSyntax { Expression: var value } => ".. " + value,
        _ => element.ToString(),
    };

    private static string? Right(ExpressionSyntax value, ITypeSymbol wanted)
    {
        string type = MemberForm.NameOf(wanted);
        ExpressionSyntax digits = value is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negated ? negated.Operand : value;
        if (digits is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression, Token.Value: { } number } || ValueForm.IsWhole(wanted))
        {
            return $"({type}){Conversion.Primary(value)}";
        }

        if (wanted.SpecialType == SpecialType.System_Single && float.IsInfinity((float)System.Convert.ToDouble(number, CultureInfo.InvariantCulture)))
        {
            return null;
        }

        return value.ToString().TrimEnd('d', 'D', 'm', 'M') + (wanted.SpecialType == SpecialType.System_Single ? "f" : "");
    }
}
