using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Surface;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>Examples and labels passed where a network takes a dataset: <c>net.Fit(x, y)</c>.</summary>
internal static class DatasetMistakes
{
    /// <summary>The mistake in a call, if it is this one.</summary>
    public static Mistake? Find(RefusedCall call, CancellationToken cancellation)
    {
        if (call.Owner.Network is null || !call.Methods.All(static method => RefusedCall.FirstForm(method).Form == Form.Dataset))
        {
            return null;
        }

        ImmutableArray<CallArgument> values = Values(call, cancellation);
        if (values is not [{ IsList: true } x, ..])
        {
            return null;
        }

        CallArgument? y = values is [_, var second, ..] && second.IsList ? second : null;
        string taken = $"Dataset<{call.Owner.ElementName}>";
        string shown = Factory(call, taken, x.Form, x.TextOr("x"), y?.Form ?? default, y?.TextOr("y") ?? "y")
            ?? Factory(call, taken, default, "x", default, "y")!;
        string? whole = y is null ? null : Factory(call, taken, x.Form, Conversion.Primary(x.Expression), y.Form, Conversion.Primary(y.Expression));
        string described = x.Type is null ? "a list of values" : MemberForm.Describe(x.Type);
        return new Mistake(MistakeRules.DatasetArgument, x.Place, call.Name, taken, x.TextOr("x"), described, shown)
        {
            Repair = whole is null ? null : (Replaced(x, y!), whole),
        };
    }

    /// <summary>The arguments, or what a pair in the place of the first holds.</summary>
    private static ImmutableArray<CallArgument> Values(RefusedCall call, CancellationToken cancellation)
    {
        if (call.Arguments is not [{ Expression: TupleExpressionSyntax pair }, ..])
        {
            return call.Arguments;
        }

        return [.. pair.Arguments.Select(element => new CallArgument(element, call.Semantics.GetTypeInfo(element.Expression, cancellation).Type))];
    }

    private static Location Replaced(CallArgument x, CallArgument y)
    {
        SyntaxNode first = x.Syntax.Parent is TupleExpressionSyntax pair ? pair : x.Syntax;
        SyntaxNode last = x.Syntax.Parent is TupleExpressionSyntax ? first : y.Syntax;
        return Location.Create(first.SyntaxTree, TextSpan.FromBounds(first.SpanStart, last.Span.End));
    }

    private static string? Factory(RefusedCall call, string dataset, ValueForm xForm, string x, ValueForm yForm, string y)
    {
        string network = call.Owner.Network!.Name;
        ITypeSymbol element = call.Owner.Element;
        bool isClasses = call.Owner.Network.Spec.TakesClasses && ValueForm.IsWhole(yForm.Element) && yForm.Form != Form.Matrix;
        if (IsTable(xForm, element) && (yForm.Form == Form.None || (yForm.Form == xForm.Form && IsTable(yForm, element))))
        {
            return $"{dataset}.{RuntimeNames.FromArrays}({x}, {y})";
        }

        string? labels = yForm.Form == Form.None ? y : Conversion.ToList(y, yForm, isClasses ? call.ClassElement : element);
        string? examples = xForm.Form == Form.None ? x : Conversion.ToList(x, xForm, element);
        if (labels is null || examples is null)
        {
            return null;
        }

        return isClasses && IsTable(xForm, element) && xForm.Form == Form.Matrix
            ? $"{dataset}.{RuntimeNames.FromArrays}({x}, {labels}, {network}.{SurfaceNames.OutputSize})"
            : $"{dataset}.{RuntimeNames.FromRows}({examples}, {network}.{SurfaceNames.InputSize}, {labels}, {network}.{SurfaceNames.OutputSize})";
    }

    /// <summary>Whether a factory takes the form as it is, with its sizes.</summary>
    private static bool IsTable(ValueForm form, ITypeSymbol element) =>
        form.Form == Form.NdArray || (form is { Form: Form.Matrix, Element: { } held } && SymbolEqualityComparer.Default.Equals(held, element));
}
