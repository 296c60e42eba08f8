using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>
/// A dataset that is not made by a factory, or by the wrong one: <c>Dataset.FromRows(...)</c>, <c>new Dataset&lt;float&gt;(x, y)</c>,
/// <c>FromArrays</c> of lists.
/// </summary>
internal static class FactoryMistakes
{
    /// <summary>The mistake of a factory that is called without an element type.</summary>
    public static Mistake? FindUntyped(InvocationExpressionSyntax syntax, SimpleNameSyntax name, SemanticModel semantics, CancellationToken cancellation)
    {
        if (syntax.ArgumentList.ContainsDiagnostics
            || name.Identifier.ValueText is not (RuntimeNames.FromRows or RuntimeNames.FromColumns or RuntimeNames.FromArrays))
        {
            return null;
        }

        if (syntax.Expression is not MemberAccessExpressionSyntax access)
        {
            return null;
        }

        ISymbol? receiver = semantics.GetSymbolInfo(access.Expression, cancellation).Symbol;
        if (receiver is not INamedTypeSymbol { Name: RuntimeNames.Dataset, Arity: 0 } type || !ValueForm.IsOfRuntime(type))
        {
            return null;
        }

        if (!semantics.GetMemberGroup(access, cancellation).IsEmpty)
        {
            return null;
        }

        ArgumentSyntax? first = syntax.ArgumentList.Arguments.FirstOrDefault();
        ITypeSymbol? element = first is null ? null : ValueForm.Of(semantics.GetTypeInfo(first.Expression, cancellation).Type).Element;
        string dataset = element?.SpecialType == SpecialType.System_Double ? "Dataset<double>" : "Dataset<float>";
        string qualifier = access.Expression is MemberAccessExpressionSyntax { Expression: var space } ? space + "." : "";
        return new Mistake(MistakeRules.Factory, access.Expression.GetLocation(), $"Dataset.{name}", "Dataset names no element type", $"{dataset}.{name}")
        {
            Repair = (access.Expression.GetLocation(), qualifier + dataset),
        };
    }

    /// <summary>The mistake of a dataset that is made by a constructor.</summary>
    public static Mistake? FindConstructor(ObjectCreationExpressionSyntax syntax, SemanticModel semantics, CancellationToken cancellation)
    {
        if (syntax.ArgumentList is null or { ContainsDiagnostics: true } || NameOf(syntax.Type) is not { Identifier.ValueText: RuntimeNames.Dataset })
        {
            return null;
        }

        if (semantics.GetSymbolInfo(syntax, cancellation).Symbol is not null)
        {
            return null;
        }

        if (semantics.GetSymbolInfo(syntax.Type, cancellation).Symbol is not INamedTypeSymbol type)
        {
            return null;
        }

        if (ValueForm.Of(type).Form != Form.Dataset || MemberForm.IsUnresolved(type))
        {
            return null;
        }

        string dataset = type.IsGenericType ? MemberForm.NameOf(type) : "Dataset<float>";
        string right = $"{dataset}.FromRows(x, inputSize, y, outputSize)";
        return new Mistake(MistakeRules.Factory, syntax.Type.GetLocation(), $"new {MemberForm.NameOf(type)}", "it has no public constructor", right);
    }

    /// <summary>The mistake of lists that are passed to the factory for tables, or the other way round.</summary>
    public static Mistake? FindForm(RefusedCall call)
    {
        if (call.Owner.Network is not null || call.Arguments is not [{ Form.IsValues: true } x, ..])
        {
            return null;
        }

        bool isTable = x.Form.Form is Form.Matrix or Form.NdArray;
        string xText = x.TextOr("x");
        string yText = call.Arguments.Skip(1).FirstOrDefault(static argument => argument.IsList)?.TextOr("y") ?? "y";
        string? right = (call.Name, isTable) switch
        {
            (RuntimeNames.FromArrays, false) => $"{RuntimeNames.FromRows}({xText}, inputSize, {yText}, outputSize)",
            (RuntimeNames.FromRows, true) => $"{RuntimeNames.FromArrays}({xText}, {yText})",
            _ => null,
        };
        string dataset = MemberForm.NameOf(call.Owner.Type);
        string taken = isTable ? "rows one after the other in one list" : "tables, whose rows are examples";
        return right is null
            ? null
            : new Mistake(MistakeRules.Form, x.Place, xText, MemberForm.Describe(x.Type!), call.Name, taken, $"write {dataset}.{right}");
    }

    private static SimpleNameSyntax? NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        SimpleNameSyntax simple => simple,
        _ => null,
    };
}
