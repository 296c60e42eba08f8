using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing.Define;

/// <summary>Reads the body of Define, or of a method that it calls: locals of type Node, each with its value, and one return.</summary>
internal sealed class BodyReader(Reading reading, Frame frame)
{
    private bool isWhole = true;

    private MethodSource Method => frame.Method;

    /// <summary>The node that is returned; null where something is wrong.</summary>
    public int? Read()
    {
        int? output = Method.Syntax switch
        {
            { Body: { } block } => Read(block),
            { ExpressionBody: { } arrow } => ReadOutput(arrow.Expression),
            _ => null,
        };

        // Of a body that ends before its return, nobody knows what the rest would use.
        foreach (var (symbol, place) in isWhole ? frame.Unused : [])
        {
            reading.Report(ProblemKind.NodeUnused, place, symbol.Name, symbol is IParameterSymbol ? "parameter" : "local");
        }

        return output;
    }

    private int? Read(BlockSyntax block)
    {
        int? output = null;
        bool hasReturned = false;
        foreach (var statement in block.Statements)
        {
            if (hasReturned)
            {
                Report(Constructs.AfterReturn, statement, statement.GetFirstToken());
                continue;
            }

            switch (statement)
            {
                case LocalDeclarationStatementSyntax local:
                    Read(local);
                    break;

                case ReturnStatementSyntax { Expression: { } value }:
                    output = ReadOutput(value);
                    hasReturned = true;
                    break;

                default:
                    Report(Constructs.Of(statement), statement, Constructs.PlaceOf(statement));
                    break;
            }
        }

        isWhole = hasReturned;
        return output;
    }

    private void Read(LocalDeclarationStatementSyntax statement)
    {
        var type = statement.Declaration.Type;
        bool isConstant = statement.Modifiers.Any(SyntaxKind.ConstKeyword);
        var wrong = statement switch
        {
            { UsingKeyword.RawKind: not 0 } => (Constructs.UsingStatement, (SyntaxNodeOrToken)statement.UsingKeyword),
            _ when statement.Modifiers.FirstOrDefault(static modifier => !modifier.IsKind(SyntaxKind.ConstKeyword)) is { RawKind: not 0 } modifier =>
                (Constructs.Modifier(modifier.ValueText), modifier),
            _ when type is RefTypeSyntax or ScopedTypeSyntax => (Constructs.Modifier(type.GetFirstToken().ValueText), type.GetFirstToken()),
            _ => default((Construct, SyntaxNodeOrToken)?),
        };
        if (wrong is var (construct, place))
        {
            Report(construct, statement, place);
            return;
        }

        foreach (var variable in statement.Declaration.Variables)
        {
            Read(variable, type, isConstant);
        }
    }

    private void Read(VariableDeclaratorSyntax variable, TypeSyntax type, bool isConstant)
    {
        if (Method.Semantics.GetDeclaredSymbol(variable, reading.CancellationToken) is not ILocalSymbol local)
        {
            Report(Constructs.Of(variable), variable, variable);
        }
        else if (Reading.IsNode(local.Type) && !isConstant)
        {
            if (variable is { Initializer: { } initializer, ArgumentList: null })
            {
                int? node = Read(initializer.Value);
                Declare(local, node, variable);
            }
            else
            {
                Report(Constructs.LocalWithoutValue(local.Name), variable, variable.Identifier);
                Declare(local, null, variable);
            }
        }
        else if (!isConstant || !local.HasConstantValue || local.ConstantValue is null)
        {
            Report(Constructs.LocalOf(local.Type), variable, type.IsVar ? variable.Identifier : type);
        }
    }

    private void Declare(ILocalSymbol local, int? node, VariableDeclaratorSyntax variable)
    {
        var place = Method.At(variable.Identifier);
        frame.Declare(local, node, place);
        if (frame.IsDefine && node is { } number)
        {
            reading.Names.OfLocal(number, frame.Start, local.Name, place);
        }
    }

    private int? ReadOutput(ExpressionSyntax value)
    {
        int? output = Read(value);
        if (frame.IsDefine && output is { } number && reading.Graph.CategoriesOf(number) is not null)
        {
            reading.Report(ProblemKind.CategoryUsed, Method.At(value), reading.Graph[number].Name!, "the output");
        }

        return output;
    }

    private int? Read(ExpressionSyntax value)
    {
        frame.Start = reading.Graph.Count;
        return new ExpressionReader(reading, frame).Read(value);
    }

    private void Report(Construct construct, SyntaxNode whole, SyntaxNodeOrToken place)
    {
        frame.Use(whole, reading.CancellationToken);
        reading.Report(construct, Method.At(place.Span));
    }
}
