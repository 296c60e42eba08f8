using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing.Define;

/// <summary>How messages call the expressions that are no node of Define.</summary>
internal static class ExpressionWords
{
    /// <summary>The words for an expression.</summary>
    public static string Of(ExpressionSyntax expression) => expression switch
    {
        ConditionalExpressionSyntax => "?:",
        SwitchExpressionSyntax => "switch",
        ConditionalAccessExpressionSyntax => "?.",
        AnonymousMethodExpressionSyntax => "an anonymous method",
        AnonymousFunctionExpressionSyntax => "a lambda",
        QueryExpressionSyntax => "a query",
        BaseObjectCreationExpressionSyntax or AnonymousObjectCreationExpressionSyntax => "new",
        ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax => "an array",
        InitializerExpressionSyntax => "an initializer",
        StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => "stackalloc",
        CollectionExpressionSyntax => "a collection",
        TupleExpressionSyntax => "a tuple",
        CastExpressionSyntax => "a cast",
        AwaitExpressionSyntax => "await",
        ThrowExpressionSyntax => "throw",
        RefExpressionSyntax => "ref",
        DefaultExpressionSyntax => "default",
        InterpolatedStringExpressionSyntax => "a string",
        ElementAccessExpressionSyntax or ElementBindingExpressionSyntax => "an index",
        RangeExpressionSyntax => "a range",
        WithExpressionSyntax => "with",
        CheckedExpressionSyntax block => block.Keyword.ValueText,
        IsPatternExpressionSyntax => "is",
        DeclarationExpressionSyntax => "a declaration in an expression",
        ThisExpressionSyntax => "this",
        BaseExpressionSyntax => "base",
        TypeOfExpressionSyntax => "typeof",
        SizeOfExpressionSyntax => "sizeof",
        FieldExpressionSyntax => "field",
        LiteralExpressionSyntax literal => Of(literal),
        AssignmentExpressionSyntax assignment => $"the assignment {assignment.OperatorToken.ValueText}",
        BinaryExpressionSyntax binary => $"the operator {binary.OperatorToken.ValueText}",
        PrefixUnaryExpressionSyntax unary => $"the operator {unary.OperatorToken.ValueText}",
        PostfixUnaryExpressionSyntax unary => $"the operator {unary.OperatorToken.ValueText}",
        MemberAccessExpressionSyntax access => $"the member {access.Name.Identifier.ValueText}",
        InvocationExpressionSyntax call => $"a call of {Constructs.TextOf(call.Expression, "something else")}",
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => Constructs.TextOf(expression, "this expression"),
    };

    private static string Of(LiteralExpressionSyntax literal) => literal.Kind() switch
    {
        SyntaxKind.NullLiteralExpression => "null",
        SyntaxKind.DefaultLiteralExpression => "default",
        SyntaxKind.StringLiteralExpression or SyntaxKind.Utf8StringLiteralExpression => "a string",
        SyntaxKind.CharacterLiteralExpression => "a character",
        SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression => "a truth value",
        _ => "a number",
    };
}
