using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Surface;
using NetGen.Generator.Surface.Tables;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>Numbers of another type, or that do not lie in one list.</summary>
internal static class ValueMistakes
{
    /// <summary>The mistake in an argument, if it is one of these.</summary>
    public static Mistake? Find(RefusedCall call, AlignedArgument aligned)
    {
        (CallArgument argument, IParameterSymbol parameter, _) = aligned;
        string subject = argument.TextOr(parameter.Name);
        ITypeSymbol element = call.Owner.Element;
        if (CallAlignment.TakesOptimizer(parameter))
        {
            return CallArgument.OptimizerElement(argument.Type) is { } held && !SymbolEqualityComparer.Default.Equals(held, element)
                ? Element(argument, subject, call.Owner.Holds, $"make it an optimizer of {call.Owner.ElementName}", null)
                : null;
        }

        ValueForm wanted = ValueForm.Of(parameter.Type);
        if (wanted.Form == Form.Dataset)
        {
            return argument.Form is { Form: Form.Dataset, Element: { } held } && !SymbolEqualityComparer.Default.Equals(held, element)
                ? Element(argument, subject, call.Owner.Holds, Or($"make it a Dataset<{call.Owner.ElementName}>", call.Owner.Alternative(held)), null)
                : null;
        }

        if (!wanted.IsValues)
        {
            return null;
        }

        if (argument.Expression is CollectionExpressionSyntax list)
        {
            return LiteralMistakes.Find(call, list, parameter);
        }

        return wanted.Form == Form.Span ? OfDestination(call, argument, parameter, subject) : OfSource(call, argument, parameter, subject);
    }

    /// <summary>What the call writes into: a converted copy would not do.</summary>
    private static Mistake? OfDestination(RefusedCall call, CallArgument argument, IParameterSymbol parameter, string subject)
    {
        string element = call.Owner.ElementName;
        if (!argument.Form.IsValues)
        {
            return null;
        }

        if (argument.Form.Element is { } held && !SymbolEqualityComparer.Default.Equals(held, call.Owner.Element))
        {
            return Element(argument, subject, call.Owner.Holds, $"make it an array of {element}", null);
        }

        string taken = $"an array or a span of {element} to write into";
        return argument.Form.Form == Form.Memory && argument.Type is { Name: "Memory" }
            ? OfForm(call, argument, subject, taken, $"write {argument.TextOr(parameter.Name)}.Span", Conversion.Primary(argument.Expression) + ".Span")
            : OfForm(call, argument, subject, taken, $"make it an array of {element}", null);
    }

    private static Mistake? OfSource(RefusedCall call, CallArgument argument, IParameterSymbol parameter, string subject)
    {
        ITypeSymbol element = call.Owner.Element;
        // The factories of data sets, which are no members of a network, call them labels or classes.
        bool isLabels = parameter.Name is RuntimeNames.Labels or SurfaceParameters.ClassesName
            || SurfaceCalls.RoleOf(parameter) is ArgumentRole.Labels or ArgumentRole.Classes;
        if (argument.Form.Form == Form.Scalar)
        {
            string list = $"a list of {call.Owner.ElementName}";
            string? bracketed = call.Semantics.ClassifyConversion(argument.Expression, element).IsImplicit ? $"[{argument.Expression}]" : null;
            return OfForm(call, argument, subject, list, "put it into square brackets", bracketed);
        }

        if (!argument.Form.IsValues)
        {
            return null;
        }

        if (argument.Form.Element is not { } held || SymbolEqualityComparer.Default.Equals(held, element))
        {
            // An array or a span of the right type is refused for another reason.
            if (argument.Form.Form is Form.Array or Form.Span or Form.ReadOnlySpan)
            {
                return null;
            }

            string? right = Conversion.ToList(Conversion.Primary(argument.Expression), argument.Form, element);
            string shown = $"write {Conversion.ToList(subject, argument.Form, element)}";
            return OfForm(call, argument, subject, $"an array or a span of {call.Owner.ElementName}", shown, right);
        }

        // A list would lose the rows that this factory reads the sizes from.
        if (ValueForm.Of(parameter.Type).Form == Form.Matrix && call.Owner.Type.Name == RuntimeNames.Dataset)
        {
            string advice = Or($"make it a two-dimensional array of {call.Owner.ElementName}", call.Owner.Alternative(held));
            return Element(argument, subject, call.Owner.Holds, advice, null);
        }

        return isLabels && Labels(call, held) is { } labels
            ? OfElement(argument, subject, labels.Why, labels.Element, null, labels.Advice)
            : OfElement(argument, subject, call.Owner.Holds, element, call.Owner.Alternative(held), null);
    }

    /// <summary>How labels of a type are given that can only number or name classes.</summary>
    private static (string Why, ITypeSymbol Element, string? Advice)? Labels(RefusedCall call, ITypeSymbol held)
    {
        if (call.TakesClasses && ValueForm.IsWhole(held))
        {
            return ("class indices are int", call.ClassElement, null);
        }

        if (call.TakesClasses && !ValueForm.IsNumber(held))
        {
            return ("class indices are int", call.ClassElement, "number the classes from 0 and make it an array of int");
        }

        return call.Owner.Network is { Spec.TakesClasses: true } network && (ValueForm.IsWhole(held) || !ValueForm.IsNumber(held))
            ? (call.Owner.Holds, call.Owner.Element, $"make it rows of {SizeText.Count(network.OutputSize, "value")}, 1 for the class and 0 for the others")
            : null;
    }

    /// <summary>Numbers of another type: converted where they are passed, or made of the right type where they are created there.</summary>
    private static Mistake OfElement(CallArgument argument, string subject, string why, ITypeSymbol target, string? alternative, string? advice)
    {
        bool isConverted = advice is null && !IsCreated(argument.Expression);
        string? whole = isConverted ? Conversion.ToList(Conversion.Primary(argument.Expression), argument.Form, target) : null;
        advice ??= whole is null ? $"make it an array of {MemberForm.NameOf(target)}" : $"write {Conversion.ToList(subject, argument.Form, target)}";
        return Element(argument, subject, why, Or(advice, alternative), whole);
    }

    private static bool IsCreated(ExpressionSyntax expression) => expression is ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax
        or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax;

    private static string Or(string advice, string? alternative) => alternative is null ? advice : $"{advice}, or {alternative}";

    private static Mistake Element(CallArgument argument, string subject, string why, string advice, string? whole) =>
        new(MistakeRules.Element, argument.Place, subject, MemberForm.Describe(argument.Type!), why, advice)
        {
            Repair = Repair(argument, whole),
        };

    private static Mistake OfForm(RefusedCall call, CallArgument argument, string subject, string taken, string advice, string? whole) =>
        new(MistakeRules.Form, argument.Place, subject, MemberForm.Describe(argument.Type!), call.Name, taken, advice)
        {
            Repair = Repair(argument, whole),
        };

    private static (Location, string)? Repair(CallArgument argument, string? whole) => whole is null ? null : (argument.Expression.GetLocation(), whole);
}
