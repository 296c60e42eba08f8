using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing.Define;

/// <summary>The statements that Define cannot say, and what to write instead of each.</summary>
internal static class StatementConstructs
{
    private const string Repeat = "write the layers out, or a static method that takes and returns Node";
    private const string Choose = "a network has one form, so write what holds, or a class for each form";
    private const string Remove = "remove it";
    private const string Once = "a local gets its value once, so declare another local";

    /// <summary>How messages speak of a statement.</summary>
    public static Construct Of(StatementSyntax statement) => statement switch
    {
        ForStatementSyntax => new("for", Repeat),
        CommonForEachStatementSyntax => new("foreach", Repeat),
        WhileStatementSyntax => new("while", Repeat),
        DoStatementSyntax => new("do", Repeat),
        IfStatementSyntax => new("if", Choose),
        SwitchStatementSyntax => new("switch", Choose),
        GotoStatementSyntax => new("goto", Repeat),
        LabeledStatementSyntax => new("a label", "remove it"),
        BreakStatementSyntax => new("break", Remove),
        ContinueStatementSyntax => new("continue", Remove),
        YieldStatementSyntax => new("yield", "return one Node"),
        ThrowStatementSyntax => new("throw", "return a Node"),
        TryStatementSyntax => new("try", "nothing is run that could throw, so write what is in it alone"),
        LockStatementSyntax => new("lock", "nothing is run, so write what is in it alone"),
        UsingStatementSyntax => Constructs.UsingStatement,
        FixedStatementSyntax => new("fixed", Remove),
        CheckedStatementSyntax block => new(block.Keyword.ValueText, "write what is in it alone"),
        UnsafeStatementSyntax => new("unsafe", "write what is in it alone"),
        LocalFunctionStatementSyntax => new("a local function", "write a static method of the class that takes and returns Node"),
        BlockSyntax => new("a block", "write what is in it alone"),
        EmptyStatementSyntax => new("an empty statement", Remove),
        ReturnStatementSyntax => new("return without a node", "return a Node"),
        ExpressionStatementSyntax { Expression: var expression } => Of(expression),
        _ => new(statement.GetFirstToken().ValueText, "write locals of type Node and one return"),
    };

    private static Construct Of(ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax { Left: DeclarationExpressionSyntax or TupleExpressionSyntax } =>
            new("a deconstruction", "declare a local for each node"),
        AssignmentExpressionSyntax assignment => new($"the assignment {assignment.OperatorToken.ValueText}", Once),
        InvocationExpressionSyntax or ObjectCreationExpressionSyntax => new("a value that nothing takes", "declare a local for it, or remove it"),
        _ => new(ExpressionWords.Of(expression), "write locals of type Node and one return"),
    };
}
