using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing.Define;

/// <summary>What Define cannot say, and how messages speak of it: words, and places that are short enough to see what is meant.</summary>
internal static class Constructs
{
    private const string Expression = "write a parameter, a local, a call on a Node, Node.Concat, or a sum";
    private const string CallInstead = "call a method of Node, Node.Concat, or a static method of this class that takes and returns Node";
    private const int LongestText = 40;

    /// <summary>A body of which nothing more is known than that it gives no node.</summary>
    public static Construct Body => new("this body", "write locals of type Node and one return");

    /// <summary>A statement behind the return.</summary>
    public static Construct AfterReturn => new("a statement after return", "write it before, or remove it");

    /// <summary>A local with using.</summary>
    public static Construct UsingStatement => new("using", "a node holds nothing to dispose of, so leave it out");

    /// <summary>An expression that is nested too deep.</summary>
    public static Construct DeepNesting => new("an expression nested this deep", "give parts of it to locals");

    /// <summary>Type parameters.</summary>
    public static Construct TypeParameters => new("a type parameter", "take and return Node");

    /// <summary>A modifier of a method, a parameter or a local.</summary>
    public static Construct Modifier(string text) => new(text, "leave it out");

    /// <summary>An attribute of the runtime where it means nothing.</summary>
    public static Construct Attribute(string type) => new(
        type.EndsWith("Attribute", System.StringComparison.Ordinal) ? type.Substring(0, type.Length - "Attribute".Length) : type,
        "only the parameters of Define say Shape or Categories, so leave it out");

    /// <summary>A local that is declared without a value.</summary>
    public static Construct LocalWithoutValue(string name) => new($"{name} without a value", "give it its value where it is declared");

    /// <summary>A local that is no node.</summary>
    public static Construct LocalOf(ITypeSymbol type) => new(
        $"a local of type {NameOf(type)}", type.IsValueType || type.SpecialType == SpecialType.System_String
            ? "write a const field of the class, or a node"
            : "a local is a Node");

    /// <summary>A call of something else than is understood.</summary>
    public static Construct Call(string name) => new($"a call of {name}", CallInstead);

    /// <summary>A method whose body is not here.</summary>
    public static Construct MethodWithoutBody(string name) => new($"{name}, which has no body in this project,", CallInstead);

    /// <summary>An argument that is left out.</summary>
    public static Construct Argument(string name) => new($"a call without {name}", "give every argument its value");

    /// <summary>A statement.</summary>
    public static Construct Of(StatementSyntax statement) => StatementConstructs.Of(statement);

    /// <summary>An expression.</summary>
    public static Construct Of(ExpressionSyntax expression) => new(ExpressionWords.Of(expression), Expression);

    /// <summary>A declarator of which the compiler makes no local.</summary>
    public static Construct Of(VariableDeclaratorSyntax variable) => new(variable.Identifier.ValueText, "declare a local of type Node with its value");

    /// <summary>A name that is no node.</summary>
    public static Construct Of(ISymbol? symbol, string name) => new(
        symbol switch
        {
            IFieldSymbol => $"the field {name}",
            IPropertySymbol => $"the property {name}",
            IEventSymbol => $"the event {name}",
            IMethodSymbol => $"the method {name} without its arguments",
            ITypeSymbol => $"the type {name}",
            IParameterSymbol => $"the parameter {name}",
            _ => name,
        },
        Expression);

    /// <summary>The place of an expression: the operator where there is one between its parts, for the parts may be long.</summary>
    public static SyntaxNodeOrToken PlaceOf(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax binary => binary.OperatorToken,
        AssignmentExpressionSyntax assignment => assignment.OperatorToken,
        ConditionalExpressionSyntax conditional => conditional.QuestionToken,
        ConditionalAccessExpressionSyntax access => access.OperatorToken,
        SwitchExpressionSyntax choice => choice.SwitchKeyword,
        PostfixUnaryExpressionSyntax unary => unary.OperatorToken,
        PrefixUnaryExpressionSyntax unary => unary.OperatorToken,
        MemberAccessExpressionSyntax access => access.Name,
        ElementAccessExpressionSyntax element => element.ArgumentList,
        WithExpressionSyntax copy => copy.WithKeyword,
        _ => expression,
    };

    /// <summary>The place of a statement: what it starts with, but of an expression the place of that.</summary>
    public static SyntaxNodeOrToken PlaceOf(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => NameIn(call),
        ExpressionStatementSyntax { Expression: var expression } => PlaceOf(expression),
        LocalFunctionStatementSyntax function => function.Identifier,
        _ when statement.GetFirstToken() is { IsMissing: false } first => first,
        _ => statement,
    };

    /// <summary>The name in a call.</summary>
    public static SyntaxNodeOrToken NameIn(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        var expression => expression,
    };

    /// <summary>The text of an operand where it is short enough for a message, else other words for it.</summary>
    public static string TextOf(ExpressionSyntax expression, string otherwise)
    {
        string text = string.Join(" ", expression.ToString().Split(['\r', '\n', '\t', ' '], System.StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestText && !text.Any(static character => character is '[' or ']') ? text : otherwise;
    }

    /// <summary>A type in words: messages hold no square brackets.</summary>
    public static string NameOf(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None)
        .ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat).Replace("[", " array").Replace("]", string.Empty);

    /// <summary>"1 value", "64 values".</summary>
    public static string Count(long number, string of) => number == 1 ? $"1 {of}" : $"{Text(number)} {of}s";

    /// <summary>A number.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
