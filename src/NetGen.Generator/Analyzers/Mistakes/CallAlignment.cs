using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>An argument, the parameter that it is for, and whether it can be passed there.</summary>
internal readonly record struct AlignedArgument(CallArgument Argument, IParameterSymbol Parameter, bool Fits);

/// <summary>The arguments of a call beside the parameters of one method, and how far they are from fitting.</summary>
internal sealed class CallAlignment
{
    // Only the order of these matters: what is nearly right is nearer than what has nothing to do with the parameter.
    private const int Near = 2;
    private const int OtherNumber = 3;
    private const int Missing = 6;
    private const int Unrelated = 8;

    private CallAlignment(IMethodSymbol method, ImmutableArray<AlignedArgument> arguments, int distance)
    {
        Method = method;
        Arguments = arguments;
        Distance = distance;
    }

    /// <summary>The method.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>The arguments that have a parameter.</summary>
    public ImmutableArray<AlignedArgument> Arguments { get; }

    /// <summary>0 when the method can be called so.</summary>
    public int Distance { get; }

    /// <summary>The alignment with a method.</summary>
    public static CallAlignment Of(IMethodSymbol method, IEnumerable<CallArgument> arguments, SemanticModel semantics)
    {
        var aligned = ImmutableArray.CreateBuilder<AlignedArgument>();
        var open = method.Parameters.ToList();
        int distance = 0;
        int position = 0;
        foreach (CallArgument argument in arguments)
        {
            IParameterSymbol? parameter = argument.Syntax.NameColon is { } name
                ? open.FirstOrDefault(candidate => candidate.Name == name.Name.Identifier.ValueText)
                : position < method.Parameters.Length ? method.Parameters[position] : null;
            position++;
            if (parameter is null || !open.Remove(parameter))
            {
                distance += Missing;
                continue;
            }

            bool fits = Fits(argument, parameter, semantics);
            aligned.Add(new AlignedArgument(argument, parameter, fits));
            distance += fits ? 0 : Away(argument, parameter);
        }

        distance += open.Count(static parameter => !parameter.IsOptional && !parameter.IsParams) * Missing;
        return new CallAlignment(method, aligned.ToImmutable(), distance);
    }

    /// <summary>Whether a parameter takes an optimizer.</summary>
    public static bool TakesOptimizer(IParameterSymbol parameter) => CallArgument.OptimizerElement(parameter.Type) is not null;

    /// <summary>Whether an argument is an optimizer that a parameter takes, however it is passed.</summary>
    public static bool IsOptimizerFor(CallArgument argument, IParameterSymbol parameter) => argument.Type is { IsValueType: true }
        && SymbolEqualityComparer.Default.Equals(CallArgument.OptimizerElement(argument.Type), CallArgument.OptimizerElement(parameter.Type));

    /// <summary>Whether an argument can be passed to a parameter; a forgotten ref is overlooked on request.</summary>
    public static bool Fits(CallArgument argument, IParameterSymbol parameter, SemanticModel semantics, bool overlooksRef = false)
    {
        if (!overlooksRef && (parameter.RefKind == RefKind.Ref) != (argument.RefKeyword == SyntaxKind.RefKeyword))
        {
            return false;
        }

        if (argument.RefKeyword is SyntaxKind.InKeyword or SyntaxKind.OutKeyword)
        {
            return false;
        }

        if (TakesOptimizer(parameter))
        {
            return IsOptimizerFor(argument, parameter);
        }

        if (argument.Expression is CollectionExpressionSyntax list && ValueForm.Of(parameter.Type).Element is { } element)
        {
            return list.Elements.All(value => Fits(value, element, semantics));
        }

        return semantics.ClassifyConversion(argument.Expression, parameter.Type).IsImplicit;
    }

    /// <summary>Whether a part of a list in square brackets gives values of a type; what it spreads is of the type itself or is not.</summary>
    public static bool Fits(CollectionElementSyntax part, ITypeSymbol element, SemanticModel semantics) => part switch
    {
        ExpressionElementSyntax value => value.Expression is not CollectionExpressionSyntax
            && semantics.ClassifyConversion(value.Expression, element).IsImplicit,
        SpreadElementSyntax spread => ValueForm.Of(semantics.GetTypeInfo(spread.Expression).Type).Element is not { } held
            || semantics.Compilation.ClassifyConversion(held, element).IsImplicit,
        _ => true,
    };

    private static int Away(CallArgument argument, IParameterSymbol parameter)
    {
        if (TakesOptimizer(parameter))
        {
            return argument.IsOptimizer ? Near : argument.Form.Form == Form.Scalar ? OtherNumber : Unrelated;
        }

        ValueForm wanted = ValueForm.Of(parameter.Type);
        if (wanted.Form == Form.Dataset)
        {
            return argument.Form.Form == Form.Dataset ? Near : argument.Form.IsValues ? OtherNumber : Unrelated;
        }

        if (!wanted.IsValues || !(argument.Form.Form is Form.Scalar or Form.Dataset or Form.Batch || argument.IsList))
        {
            return Unrelated;
        }
        // Whole numbers are nearer to class indices than to labels of a loss.
        return ValueForm.IsWhole(wanted.Element) == ValueForm.IsWhole(argument.Form.Element) ? Near : OtherNumber;
    }
}
