using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Parsing.Define;

/// <summary>Define, or a method that it calls, with its source. <paramref name="Index"/> is its place among the members of its name.</summary>
internal sealed record MethodSource(IMethodSymbol Symbol, MethodDeclarationSyntax Syntax, SemanticModel Semantics, int Index)
{
    /// <summary>A place in it.</summary>
    public Place At(TextSpan span) => new(this, span);

    /// <summary>The place of a node.</summary>
    public Place At(SyntaxNode node) => new(this, node.Span);

    /// <summary>The place of a token.</summary>
    public Place At(SyntaxToken token) => new(this, token.Span);
}

/// <summary>A piece of the source of a method.</summary>
internal readonly record struct Place(MethodSource Method, TextSpan Span)
{
    /// <summary>The same in terms that survive an edit elsewhere.</summary>
    public ProblemSite Site => new(SitePart.Text, Method.Index, Method.Symbol.Name, Span.Start - Method.Syntax.Span.Start, Span.Length);
}
