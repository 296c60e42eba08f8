using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>An optimizer that is not passed by reference: <c>net.TrainStep(x, y, adam)</c>.</summary>
internal static class OptimizerMistakes
{
    /// <summary>The mistake in an argument, if it is this one.</summary>
    public static Mistake? Find(RefusedCall call, AlignedArgument aligned)
    {
        (CallArgument argument, IParameterSymbol parameter, _) = aligned;
        if (parameter.RefKind != RefKind.Ref || !CallAlignment.TakesOptimizer(parameter))
        {
            return null;
        }

        ExpressionSyntax passed = argument.Expression;
        while (passed is ParenthesizedExpressionSyntax { Expression: var inner })
        {
            passed = inner;
        }

        if (argument.Form.Form == Form.Scalar)
        {
            string descent = $"new GradientDescent<{call.Owner.ElementName}>({argument.TextOr("learningRate")})";
            return Mistaken($"put an optimizer of that learning rate, {descent}, into a variable and write ref before it");
        }

        // Another element type would be refused with ref, too, and has a rule of its own.
        if (!CallAlignment.IsOptimizerFor(argument, parameter))
        {
            return null;
        }

        ISymbol? symbol = call.Semantics.GetSymbolInfo(passed).Symbol;
        bool isArrayElement = passed is ElementAccessExpressionSyntax { Expression: var array } && call.Semantics.GetTypeInfo(array).Type is IArrayTypeSymbol;
        if (isArrayElement || IsVariable(symbol, call))
        {
            string name = argument.TextOr("optimizer");
            return argument.RefKeyword == SyntaxKind.RefKeyword ? null : Mistaken($"write ref {name}") with { Repair = (argument.Place, $"ref {passed}") };
        }

        string type = MemberForm.NameOf(argument.Type!);
        if (symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol))
        {
            return Mistaken($"put the {type} into a variable and write ref before it");
        }
        // With ref, the compiler itself says why it cannot be passed so.
        return argument.RefKeyword == SyntaxKind.RefKeyword
            ? null
            : Mistaken($"{argument.TextOr("the optimizer")} is {What(symbol)}, so keep the {type} in a variable and write ref before it");

        Mistake Mistaken(string advice) => new(MistakeRules.OptimizerByRef, argument.Place, call.Name, advice);
    }

    private static string What(ISymbol symbol) => symbol is IPropertySymbol ? "a property" : "readonly";

    private static bool IsVariable(ISymbol? symbol, RefusedCall call) => symbol switch
    {
        ILocalSymbol local => local is { IsForEach: false, IsUsing: false, IsConst: false, RefKind: not RefKind.RefReadOnly },
        IParameterSymbol parameter => parameter.RefKind is not (RefKind.In or RefKind.RefReadOnlyParameter),
        IFieldSymbol { IsReadOnly: true } field => IsConstructorOf(call.Semantics.GetEnclosingSymbol(call.Syntax.SpanStart), field),
        IFieldSymbol field => !field.IsConst,
        IPropertySymbol property => property.ReturnsByRef,
        _ => false,
    };

    private static bool IsConstructorOf(ISymbol? method, IFieldSymbol field) =>
        method is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor
        && SymbolEqualityComparer.Default.Equals(constructor.ContainingType, field.ContainingType) && constructor.IsStatic == field.IsStatic;
}
