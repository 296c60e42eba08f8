using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers.Parameters;
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
            return null;
        ExpressionElementSyntax? wrong = list.Elements.OfType<ExpressionElementSyntax>().FirstOrDefault(IsWrong);
        if (wrong is null)
            return null;
        ITypeSymbol? type = call.Semantics.GetTypeInfo(wrong.Expression).Type;
        if (wrong.Expression is CollectionExpressionSyntax || ValueForm.Of(type).IsValues)
            return OfLists(call, list, wrong, type, parameter);
        if (!ValueForm.IsNumber(type) || Right(wrong.Expression, wanted) is not { } right)
            return null;
        string text = $"[{string.Join(", ", list.Elements.Select(element => element is ExpressionElementSyntax value && IsWrong(value) ? Right(value.Expression, wanted) : element.ToString()))}]";
        bool isRepairable = list.Elements.OfType<ExpressionElementSyntax>().Where(IsWrong).All(value => ValueForm.IsNumber(call.Semantics.GetTypeInfo(value.Expression).Type));
        string why = ValueForm.IsWhole(wanted) ? "class numbers are int" : call.Owner.Holds;
        return new Mistake(MistakeRules.Element, wrong.GetLocation(), wrong.Expression, MemberForm.Describe(type!), why, $"write {right}")
        {
            Repair = isRepairable ? (list.GetLocation(), text) : null,
        };

        bool IsWrong(ExpressionElementSyntax element) => !CallAlignment.Fits(element, wanted, call.Semantics);
    }

    /// <summary>Lists in a list: a network takes all examples one after the other.</summary>
    private static Mistake? OfLists(RefusedCall call, CollectionExpressionSyntax list, ExpressionElementSyntax wrong, ITypeSymbol? type, IParameterSymbol parameter)
    {
        var elements = list.Elements.Select(static element => element is ExpressionElementSyntax { Expression: CollectionExpressionSyntax inner } ? string.Join(", ", inner.Elements)
            : element is ExpressionElementSyntax { Expression: var value } ? ".. " + value : element.ToString());
        string advice = wrong.Expression is CollectionExpressionSyntax ? "write all values in one pair of square brackets" : $"write .. before {wrong.Expression}";
        return new Mistake(MistakeRules.Form, wrong.GetLocation(), parameter.Name, "a list of " + (type is null ? "lists" : "arrays"), call.Name, $"one list of {call.Owner.ElementName}", advice)
        {
            Repair = (list.GetLocation(), $"[{string.Join(", ", elements)}]"),
        };
    }

    private static string? Right(ExpressionSyntax value, ITypeSymbol wanted)
    {
        string type = MemberForm.NameOf(wanted);
        ExpressionSyntax digits = value is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: var operand } ? operand : value;
        if (digits is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression, Token.Value: { } number } || ValueForm.IsWhole(wanted))
            return $"({type}){Conversion.Primary(value)}";
        if (wanted.SpecialType == SpecialType.System_Single && float.IsInfinity((float)System.Convert.ToDouble(number, CultureInfo.InvariantCulture)))
            return null;
        return value.ToString().TrimEnd('d', 'D', 'm', 'M') + (wanted.SpecialType == SpecialType.System_Single ? "f" : "");
    }
}
