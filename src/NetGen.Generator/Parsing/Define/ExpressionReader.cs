using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing.Define;

/// <summary>
/// Reads an expression that is a node: a parameter, a local, a call on a node, a + b, Node.Concat, or a call of a static method of the class. A chain of calls
/// or of sums is read from its start in a loop, for it may be long; only arguments and right sides are nested.
/// </summary>
internal sealed class ExpressionReader(Reading reading, Frame frame)
{
    /// <summary>How deep expressions and calls may be nested: each level needs room on the stack of the compiler.</summary>
    public const int DeepestNesting = 200;

    private MethodSource Method => frame.Method;

    /// <summary>The node that an expression stands for; null where something is wrong, which is reported unless the compiler refuses it.</summary>
    public int? Read(ExpressionSyntax expression)
    {
        reading.CancellationToken.ThrowIfCancellationRequested();
        if (reading.Depth >= DeepestNesting)
        {
            return Report(Constructs.DeepNesting, expression, expression);
        }

        reading.Depth++;
        var pending = new Stack<ExpressionSyntax>();
        int? node = ReadStart(Unwind(expression, pending));
        while (pending.Count > 0)
        {
            node = pending.Pop() switch
            {
                BinaryExpressionSyntax sum => Add(node, sum),
                InvocationExpressionSyntax call => new NodeCalls(reading, frame).Read(node, call, SymbolOf(call)!),
                _ => node,
            };
        }

        reading.Depth--;
        return node;
    }

    /// <summary>Where a chain starts; what is done with it comes onto the stack, the last first.</summary>
    private ExpressionSyntax Unwind(ExpressionSyntax expression, Stack<ExpressionSyntax> pending)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;

                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when IsOfNode(SymbolOf(sum)):
                    pending.Push(sum);
                    expression = sum.Left;
                    break;

                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
                    when access.IsKind(SyntaxKind.SimpleMemberAccessExpression) && SymbolOf(call) is { IsStatic: false } method && IsOfNode(method):
                    pending.Push(call);
                    expression = access.Expression;
                    break;

                default:
                    return expression;
            }
        }
    }

    private int? ReadStart(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => ReadName(name),
        InvocationExpressionSyntax call => ReadCall(call),
        _ => Report(Constructs.Of(expression), expression, Constructs.PlaceOf(expression)),
    };

    private int? ReadName(IdentifierNameSyntax name)
    {
        var symbol = Method.Semantics.GetSymbolInfo(name, reading.CancellationToken).Symbol;
        if (symbol is not null && frame.TryGetNode(symbol, out int? node))
        {
            return node;
        }

        // A local that is no node was reported where it is declared.
        return symbol is ILocalSymbol ? null : Report(Constructs.Of(symbol, name.Identifier.ValueText), name, name);
    }

    private int? ReadCall(InvocationExpressionSyntax call)
    {
        var found = Method.Semantics.GetSymbolInfo(call, reading.CancellationToken);
        var method = found.Symbol as IMethodSymbol;
        var place = Constructs.NameIn(call);
        if (method is { IsStatic: true, Name: "Concat" } && IsOfNode(method))
        {
            return Concat(call, method);
        }

        if (method is { IsStatic: true, MethodKind: MethodKind.Ordinary, ReducedFrom: null }
            && SymbolEqualityComparer.Default.Equals(method.ContainingType, reading.Type))
        {
            // Of a generic method, the one that its source declares: what its body names are the parameters of that.
            return new HelperCalls(reading, frame).Read(call, method.OriginalDefinition);
        }

        if (method is null && found.CandidateReason is not (CandidateReason.None or CandidateReason.LateBound))
        {
            // The compiler says which arguments are wrong.
            frame.Use(call, reading.CancellationToken);
            return null;
        }

        // What is called on something that is no node itself is reported for that alone.
        return method is null && call.Expression is MemberAccessExpressionSyntax access && Read(access.Expression) is null
            ? null
            : Report(Constructs.Call(place.ToString()), call, place);
    }

    private int? Add(int? left, BinaryExpressionSyntax sum)
    {
        int? right = Read(sum.Right);
        if (left is not { } a || right is not { } b || IsCategory(a, sum.OperatorToken, "+") || IsCategory(b, sum.OperatorToken, "+"))
        {
            return null;
        }

        if (reading.Graph[a].Length == reading.Graph[b].Length)
        {
            return reading.Graph.Add(Method.At(sum.OperatorToken), a, b);
        }

        reading.Report(
            ProblemKind.ShapesDiffer, Method.At(sum.OperatorToken),
            Constructs.TextOf(sum.Left, "the left side"), Constructs.Count(reading.Graph[a].Length, "value"),
            Constructs.TextOf(sum.Right, "the right side"), Constructs.Count(reading.Graph[b].Length, "value") + frame.InCall);
        return null;
    }

    private int? Concat(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        // Evaluated in the order of the source, but put one after the other in the order of the parameters.
        var arguments = call.ArgumentList.Arguments
            .Select((argument, index) => (Order: OrderOf(argument, index, method), Node: Read(argument.Expression)))
            .ToList();
        var place = Constructs.NameIn(call);
        int[] nodes = [.. arguments.OrderBy(static argument => argument.Order).Select(static argument => argument.Node).OfType<int>()];
        bool isWhole = nodes.Length == arguments.Count && nodes.Length > 1;
        return isWhole && !nodes.Any(node => IsCategory(node, place, "Concat")) ? reading.Graph.Concat(Method.At(place.Span), nodes) : null;
    }

    private static int OrderOf(ArgumentSyntax argument, int index, IMethodSymbol method) =>
        method.Parameters.FirstOrDefault(parameter => parameter.Name == argument.NameColon?.Name.Identifier.ValueText)?.Ordinal ?? index;

    private bool IsCategory(int node, SyntaxNodeOrToken place, string user)
    {
        if (reading.Graph.CategoriesOf(node) is null)
        {
            return false;
        }

        reading.Report(ProblemKind.CategoryUsed, Method.At(place.Span), reading.Graph[node].Name!, user);
        return true;
    }

    private static bool IsOfNode(IMethodSymbol? method) => Reading.IsNode(method?.ContainingType);

    private IMethodSymbol? SymbolOf(ExpressionSyntax expression) =>
        Method.Semantics.GetSymbolInfo(expression, reading.CancellationToken).Symbol as IMethodSymbol;

    private int? Report(Construct construct, SyntaxNode whole, SyntaxNodeOrToken place)
    {
        frame.Use(whole, reading.CancellationToken);
        reading.Report(construct, Method.At(place.Span));
        return null;
    }
}
