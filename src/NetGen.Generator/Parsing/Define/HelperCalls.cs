using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing.Define;

/// <summary>Reads a call of a static method of the network's class: its body is read again for every call, with the arguments for its parameters.</summary>
internal sealed class HelperCalls(Reading reading, Frame frame)
{
    /// <summary>The node that the method returns; null where something is wrong.</summary>
    public int? Read(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var name = Constructs.NameIn(call);
        var place = frame.Method.At(name.Span);
        if (WhyNot(method) is { } why)
        {
            frame.Use(call, reading.CancellationToken);
            reading.Report(why, place);
            return null;
        }

        if (frame.Callers().Contains(method, SymbolEqualityComparer.Default))
        {
            frame.Use(call, reading.CancellationToken);
            reading.Report(ProblemKind.Recursion, place, method.Name, Way(method));
            return null;
        }

        var source = reading.SourceOf(method)!;
        var inner = new Frame(source, frame, Constructs.TextOf(call, $"a call of {method.Name}"));
        return Bind(call, method, inner) && reading.Graph.CountCall(place) ? new BodyReader(reading, inner).Read() : null;
    }

    private Construct? WhyNot(IMethodSymbol method)
    {
        if (reading.SourceOf(method) is not { Syntax: var syntax } source || (syntax.Body is null && syntax.ExpressionBody is null))
        {
            return Constructs.MethodWithoutBody(method.Name);
        }

        if (!Reading.IsNode(method.ReturnType) || !method.Parameters.All(static parameter => Reading.IsNode(parameter.Type) || IsConstant(parameter.Type)))
        {
            return Constructs.Call(method.Name);
        }

        // Of Define, the attributes of the parameters say what the inputs are.
        bool isDefine = method.Name == DefineReader.Method;
        if (syntax.ReturnType is RefTypeSyntax reference)
        {
            reading.Report(Constructs.Modifier("ref"), source.At(reference.RefKeyword));
        }

        DefineMethod.CheckModifiers(reading, source);
        DefineMethod.CheckAttributes(reading, source, method.GetAttributes().Concat(method.GetReturnTypeAttributes()));
        DefineMethod.CheckAttributes(reading, source, isDefine ? [] : method.Parameters.SelectMany(static parameter => parameter.GetAttributes()));
        return null;
    }

    private static bool IsConstant(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Double or SpecialType.System_Boolean or SpecialType.System_String;

    private string Way(IMethodSymbol method)
    {
        var between = frame.Callers()
            .TakeWhile(caller => !SymbolEqualityComparer.Default.Equals(caller, method))
            .Select(static caller => caller.Name)
            .Reverse();
        string way = string.Join(" and ", between);
        return way.Length == 0 ? string.Empty : $" by way of {way}";
    }

    private bool Bind(InvocationExpressionSyntax call, IMethodSymbol method, Frame inner)
    {
        var given = new HashSet<int>();
        bool isWhole = true;
        int index = 0;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            var parameter = argument.NameColon is { } named
                ? method.Parameters.FirstOrDefault(parameter => parameter.Name == named.Name.Identifier.ValueText)
                : method.Parameters.ElementAtOrDefault(index);
            index++;
            if (parameter is null)
            {
                return false;
            }

            given.Add(parameter.Ordinal);
            isWhole &= Declare(parameter, argument.Expression, method, inner);
        }

        foreach (var parameter in method.Parameters.Where(parameter => !given.Contains(parameter.Ordinal)))
        {
            var place = PlaceOf(inner, parameter);
            if (Reading.IsNode(parameter.Type) || !parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } value)
            {
                reading.Report(Constructs.Argument(parameter.Name), frame.Method.At(Constructs.NameIn(call).Span));
                return false;
            }

            inner.Declare(parameter, value, place);
        }

        return isWhole;
    }

    private bool Declare(IParameterSymbol parameter, ExpressionSyntax argument, IMethodSymbol method, Frame inner)
    {
        if (Reading.IsNode(parameter.Type))
        {
            int? node = new ExpressionReader(reading, frame).Read(argument);
            inner.Declare(parameter, node, PlaceOf(inner, parameter));
            return node is not null;
        }

        if (new ConstantReader(reading, frame, parameter.Name, method.Name).Read(argument, parameter.Type.SpecialType) is not { } constant)
        {
            return false;
        }

        inner.Declare(parameter, constant, PlaceOf(inner, parameter));
        return true;
    }

    private static Place PlaceOf(Frame inner, IParameterSymbol parameter) =>
        inner.Method.At(inner.Method.Syntax.ParameterList.Parameters[parameter.Ordinal].Identifier);
}
