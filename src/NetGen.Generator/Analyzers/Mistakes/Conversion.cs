using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers.Shapes;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>Writes the expression that lays the numbers of an argument into one list of the wanted type.</summary>
internal static class Conversion
{
    /// <summary>The expression; null when none is obviously meant.</summary>
    /// <param name="text">The argument.</param>
    /// <param name="form">What it is.</param>
    /// <param name="wanted">The type that the numbers must have.</param>
    public static string? ToList(string text, ValueForm form, ITypeSymbol wanted)
    {
        string to = MemberForm.NameOf(wanted);
        switch (form.Form)
        {
            case Form.NdArray:
                return $"{text}.ToArray<{to}>()";
            case Form.Dataset or Form.Batch:
                return text + ".X";
        }

        if (form.Element is not { } element)
        {
            return null;
        }

        if (SymbolEqualityComparer.Default.Equals(element, wanted))
        {
            return form.Form switch
            {
                Form.Array or Form.Span or Form.ReadOnlySpan => text,
                Form.Memory => text + ".Span",
                Form.Rows => text + ".SelectMany(row => row).ToArray()",
                Form.Matrix => $"{text}.Cast<{to}>().ToArray()",
                Form.Sequence => text + ".ToArray()",
                _ => null,
            };
        }

        return ValueAs(element, wanted) is { } value ? ToList(text, form.Form, MemberForm.NameOf(element), value) : null;
    }

    /// <summary>The text of an expression, so that a member of it can be written after.</summary>
    public static string Primary(ExpressionSyntax expression) => IsPrimary(expression) ? expression.ToString() : $"({expression})";

    private static bool IsPrimary(ExpressionSyntax expression) => expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
        or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax
        or CollectionExpressionSyntax or ObjectCreationExpressionSyntax;

    private static string? ToList(string text, Form form, string element, string value) => form switch
    {
        Form.Array => $"Array.ConvertAll({text}, value => {value})",
        Form.Span or Form.ReadOnlySpan or Form.Memory => $"Array.ConvertAll({text}.ToArray(), value => {value})",
        Form.Rows => $"{text}.SelectMany(row => row).Select(value => {value}).ToArray()",
        Form.Matrix => $"{text}.Cast<{element}>().Select(value => {value}).ToArray()",
        Form.Sequence => $"{text}.Select(value => {value}).ToArray()",
        _ => null,
    };

    private static string? ValueAs(ITypeSymbol element, ITypeSymbol wanted)
    {
        if (ValueForm.IsNumber(element) || element.TypeKind == TypeKind.Enum)
        {
            return $"({MemberForm.NameOf(wanted)})value";
        }

        if (element.SpecialType != SpecialType.System_Boolean)
        {
            return null;
        }

        return wanted.SpecialType switch
        {
            SpecialType.System_Int32 => "value ? 1 : 0",
            SpecialType.System_Double => "value ? 1.0 : 0.0",
            _ => "value ? 1f : 0f",
        };
    }
}
