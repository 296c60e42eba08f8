using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing.Define;

/// <summary>Reads a call on a node: its arguments, whether they make sense, and the node that it makes.</summary>
internal sealed class NodeCalls(Reading reading, Frame frame)
{
    private readonly Dictionary<string, ExpressionSyntax> arguments = [];
    private IMethodSymbol method = null!;
    private Place place;

    /// <summary>The node that a call makes of another; null where something is wrong.</summary>
    public int? Read(int? source, InvocationExpressionSyntax call, IMethodSymbol called)
    {
        method = called;
        var name = Constructs.NameIn(call);
        place = frame.Method.At(name.Span);
        for (int index = 0; index < call.ArgumentList.Arguments.Count; index++)
        {
            var argument = call.ArgumentList.Arguments[index];
            string? parameter = argument.NameColon?.Name.Identifier.ValueText ?? method.Parameters.ElementAtOrDefault(index)?.Name;
            if (parameter is not null)
            {
                arguments[parameter] = argument.Expression;
            }
        }

        if (source is { } node)
        {
            return Read(node);
        }

        // What it is called on was reported; its own arguments can be wrong as well.
        CheckArguments();
        frame.Use(call.ArgumentList, reading.CancellationToken);
        return null;
    }

    private void CheckArguments()
    {
        switch (method.Name)
        {
            case "Dense":
                Integer("units");
                Constant("bias");
                break;

            case "Embed":
                Integer("dimensions");
                break;

            case "Dropout":
                Rate();
                break;

            case "BatchNorm":
                Momentum();
                Epsilon();
                break;

            case "LayerNorm":
                Epsilon();
                break;

            case "LeakyRelu":
                Slope();
                break;

            case "Named":
                Text("name");
                break;
        }
    }

    private int? Read(int node)
    {
        int? categories = reading.Graph.CategoriesOf(node);
        switch (method.Name, categories)
        {
            case ("Embed", { } classes):
                return Integer("dimensions") is { } dimensions ? reading.Graph.Embed(place, node, classes, dimensions) : null;

            case ("OneHot", { } classes):
                return reading.Graph.OneHot(place, node, classes);

            case ("Embed" or "OneHot", null):
                return Report(ProblemKind.NoCategory, method.Name);

            case ("Named", _):
                return Text("name") is { } text && reading.Names.Given(node, frame.Start, text, PlaceOf("name")) ? node : null;

            case (_, { }):
                return Report(ProblemKind.CategoryUsed, reading.Graph[node].Name!, method.Name);

            default:
                return ReadNumbers(node);
        }
    }

    private int? ReadNumbers(int node)
    {
        var graph = reading.Graph;
        switch (method.Name)
        {
            case "Dense":
                return Integer("units") is { } units && Constant("bias") is bool bias ? graph.Dense(place, node, units, bias) : null;

            case "Dropout":
                return Rate() is { } rate ? graph.Dropout(place, node, rate) : null;

            case "BatchNorm":
                return Momentum() is { } momentum && Epsilon() is { } small
                    ? graph.BatchNorm(place, node, momentum, small)
                    : null;

            case "LayerNorm":
                return Epsilon() is { } epsilon ? graph.LayerNorm(place, node, epsilon) : null;

            case "Standardize":
                return graph.IsInput(node) ? graph.Standardize(place, node) : Report(ProblemKind.StandardizeOfNoInput);

            case "Frozen":
                return graph.Frozen(place, node);

            case "LeakyRelu":
                return Slope() is { } slope
                    ? graph.Activation(place, node, new ActivationSpec(NetGen.Activation.LeakyRelu, slope))
                    : null;

            case "Softmax" when graph[node].Length == 1:
                return Report(ProblemKind.SoftmaxOfOneValue);

            case var name when Enum.TryParse(name, out Activation activation):
                return graph.Activation(place, node, new ActivationSpec(activation, 0));

            default:
                reading.Report(Constructs.Call(method.Name), place);
                return null;
        }
    }

    private int? Report(ProblemKind kind, params string[] words)
    {
        reading.Report(kind, place, words);
        return null;
    }

    private double? Rate() => Number("rate", static rate => rate is >= 0 and < 1, "from 0 to below 1");

    private double? Momentum() => Number("momentum", static value => value is > 0 and <= 1, "above 0 and at most 1");

    private double? Slope() => Number("slope", static slope => slope >= 0 && !double.IsInfinity(slope), "finite and not negative");

    private double? Epsilon() => Number("epsilon", static epsilon => epsilon > 0 && !double.IsInfinity(epsilon), "positive and finite");

    private int? Integer(string name)
    {
        if (Constant(name) is not int value)
        {
            return null;
        }

        return value >= 1 ? value : (int?)OutOfRange(name, value.ToString(CultureInfo.InvariantCulture), "at least 1");
    }

    private double? Number(string name, Func<double, bool> isRight, string must)
    {
        if (Constant(name) is not double value)
        {
            return null;
        }

        // What the network computes with is the number in its own element type: 1e-50 is zero as a float.
        double rounded = reading.Element == ElementType.Float ? (float)value : value;
        string type = isRight(value) == isRight(rounded) ? string.Empty : " as a float";
        return isRight(rounded) && isRight(value) ? value : OutOfRange(name, value.ToString("R", CultureInfo.InvariantCulture), must + type);
    }

    private string? Text(string name)
    {
        if (Constant(name) is not string text)
        {
            return null;
        }

        if (SyntaxFacts.IsValidIdentifier(text))
        {
            return text;
        }

        reading.Report(ProblemKind.InvalidName, PlaceOf(name), text);
        return null;
    }

    private int? OutOfRange(string name, string value, string must)
    {
        reading.Report(ProblemKind.NumberOutOfRange, PlaceOf(name), name, method.Name, value, must);
        return null;
    }

    private Place PlaceOf(string name) => arguments.TryGetValue(name, out var expression) ? frame.Method.At(expression) : place;

    private object? Constant(string name)
    {
        var parameter = method.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        if (!arguments.TryGetValue(name, out var expression))
        {
            return parameter is { HasExplicitDefaultValue: true } ? parameter.ExplicitDefaultValue : null;
        }

        return parameter is null ? null : new ConstantReader(reading, frame, name, method.Name).Read(expression, parameter.Type.SpecialType);
    }
}
