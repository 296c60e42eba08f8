using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>An argument as it was written.</summary>
/// <param name="Syntax">The argument.</param>
/// <param name="Type">Its type; null when it has none of its own, such as a list in square brackets.</param>
internal sealed record CallArgument(ArgumentSyntax Syntax, ITypeSymbol? Type)
{
    private static readonly Regex Short = new(@"^[\w@.]{1,40}$", RegexOptions.CultureInvariant);

    /// <summary>What is passed.</summary>
    public ExpressionSyntax Expression => Syntax.Expression;

    /// <summary>How it holds its numbers.</summary>
    public ValueForm Form { get; } = ValueForm.Of(Type);

    /// <summary>ref, in, out or nothing.</summary>
    public SyntaxKind RefKeyword => Syntax.RefKindKeyword.Kind();

    /// <summary>Whether it is a list of values in some form.</summary>
    public bool IsList => Form.IsValues || Expression is CollectionExpressionSyntax;

    /// <summary>Whether it implements IOptimizer, whatever the element type.</summary>
    public bool IsOptimizer => OptimizerElement(Type) is not null;

    /// <summary>Where the argument stands, without its name.</summary>
    public Location Place => RefKeyword == SyntaxKind.None
        ? Expression.GetLocation()
        : Location.Create(Syntax.SyntaxTree, TextSpan.FromBounds(Syntax.RefKindKeyword.SpanStart, Expression.Span.End));

    /// <summary>The argument's own text where a message can hold it, or else a name for it.</summary>
    public string TextOr(string name)
    {
        string text = Expression.ToString();
        return Short.IsMatch(text) ? text : name;
    }

    /// <summary>The element type of an optimizer; null for anything else.</summary>
    public static ITypeSymbol? OptimizerElement(ITypeSymbol? type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            foreach (ITypeSymbol constraint in parameter.ConstraintTypes)
            {
                if (OptimizerElement(constraint) is { } element)
                {
                    return element;
                }
            }

            return null;
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        foreach (INamedTypeSymbol implemented in named.AllInterfaces.Add(named))
        {
            if (implemented is { Name: RuntimeNames.Optimizer, TypeArguments: [var element] } && ValueForm.IsOfRuntime(implemented))
            {
                return element;
            }
        }

        return null;
    }
}
