using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Surface;
using NetGen.Generator.Surface.Tables;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>A dataset, a batch or several numbers where a method takes lists: <c>net.Cost(data)</c>, <c>net.Predict(0, 1)</c>.</summary>
internal static class ExampleMistakes
{
    /// <summary>The mistake in a call, if it is one of these.</summary>
    public static Mistake? Find(RefusedCall call)
    {
        if (call.Owner.Network is null || !call.Methods.All(static method => RefusedCall.FirstForm(method).IsValues))
        {
            return null;
        }

        if (call.Arguments.Length > 1 && call.Arguments.All(static argument => argument.Form.Form == Form.Scalar && argument.Syntax.NameColon is null))
        {
            return OfNumbers(call);
        }

        CallArgument? set = call.Arguments.FirstOrDefault(static argument => argument.Form is { Form: Form.Dataset or Form.Batch, Element: not null });
        if (set is null)
        {
            return null;
        }

        string type = MemberForm.Describe(set.Type!);
        if (!SymbolEqualityComparer.Default.Equals(set.Form.Element, call.Owner.Element))
        {
            string advice = $"make it a {set.Type!.Name}<{call.Owner.ElementName}>";
            return new Mistake(MistakeRules.Element, set.Place, set.TextOr("data"), type, call.Owner.Holds, advice);
        }

        bool takesLabels = call.Methods
            .SelectMany(static method => method.Parameters)
            .Any(static parameter => SurfaceCalls.RoleOf(parameter) == ArgumentRole.Labels);
        string taken = takesLabels ? "examples and labels" : "examples";
        return new Mistake(MistakeRules.Form, set.Place, set.TextOr("data"), type, call.Name, taken, "write " + Parts(set.TextOr("data"), takesLabels))
        {
            Repair = (set.Syntax.GetLocation(), Parts(Conversion.Primary(set.Expression), takesLabels)),
        };
    }

    private static string Parts(string set, bool takesLabels) => takesLabels ? $"{set}.X, {set}.Y" : $"{set}.X";

    private static Mistake OfNumbers(RefusedCall call)
    {
        int count = call.Arguments.Length;
        var span = TextSpan.FromBounds(call.Arguments[0].Syntax.SpanStart, call.Arguments[count - 1].Syntax.Span.End);
        Location place = Location.Create(call.Syntax.SyntaxTree, span);
        string parameter = call.Methods[0].Parameters[0].Name;
        string list = $"one list of {call.Owner.ElementName}";
        return new Mistake(MistakeRules.Form, place, parameter, SizeText.Count(count, "number"), call.Name, list, "put them into square brackets")
        {
            Repair = (place, $"[{string.Join(", ", call.Arguments.Select(static argument => argument.Expression))}]"),
        };
    }
}
