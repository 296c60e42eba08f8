using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing.Define;

/// <summary>Reads the head of Define: each parameter is an input.</summary>
internal static class DefineInputs
{
    /// <summary>The most classes whose indices a float holds exactly: 2^24.</summary>
    private const int LargestFloatClasses = 1 << 24;

    /// <summary>Declares the parameters in the frame of Define.</summary>
    public static void Read(Reading reading, Frame frame)
    {
        var method = frame.Method;
        DefineMethod.CheckHead(reading, method);
        if (method.Syntax.ParameterList.Parameters.Count == 0)
        {
            reading.Report(
                ProblemKind.WrongInput, method.At(method.Syntax.Identifier), "Define takes no input", "write a parameter for each, such as Shape(4) Node x");
        }

        foreach (var (parameter, syntax) in method.Symbol.Parameters.Zip(method.Syntax.ParameterList.Parameters, static (a, b) => (a, b)))
        {
            frame.Declare(parameter, Input(reading, method, parameter, syntax), method.At(syntax.Identifier));
        }
    }

    private static int? Input(Reading reading, MethodSource method, IParameterSymbol parameter, ParameterSyntax syntax)
    {
        if (!Reading.IsNode(parameter.Type))
        {
            return parameter.Type.TypeKind == TypeKind.Error
                ? null
                : Wrong(syntax.Type ?? (SyntaxNode)syntax, $"is of type {Constructs.NameOf(parameter.Type)}", "an input is a Node with Shape or Categories");
        }

        if (syntax.Default is { } value)
        {
            return Wrong(value, "has a default value", "every example holds every input, so leave it out");
        }

        var attributes = parameter.GetAttributes();
        var shape = attributes.FirstOrDefault(static attribute => KnownAttributes.Is(attribute, KnownAttributes.Shape));
        var categories = attributes.FirstOrDefault(static attribute => KnownAttributes.Is(attribute, KnownAttributes.Categories));
        DefineMethod.CheckAttributes(reading, method, attributes.Where(attribute => attribute != shape && attribute != categories));
        return (shape, categories) switch
        {
            (null, null) => Wrong(
                syntax.Identifier, "says neither Shape nor Categories", "say Shape(8) for eight numbers, or Categories(12) for one of twelve classes"),
            (not null, not null) => Wrong(syntax.Identifier, "says both Shape and Categories", "it holds numbers or a class index, so keep one"),
            (not null, _) => Numbers(shape),
            _ => Class(categories!),
        };

        int? Wrong(SyntaxNodeOrToken at, string what, string instead)
        {
            reading.Report(ProblemKind.WrongInput, method.At(at.Span), $"the input {parameter.Name} {what}", instead);
            return null;
        }

        int? Numbers(AttributeData attribute)
        {
            int[] sizes = [.. attribute.ConstructorArguments.Select(static argument => argument.Value).OfType<int>()];
            if (sizes.Length == 2 && sizes.All(static size => size > 0))
            {
                string length = ((long)sizes[0] * sizes[1]).ToString(CultureInfo.InvariantCulture);
                return Wrong(PlaceOf(attribute, syntax), "has two dimensions", $"an example is one row of numbers, so say Shape({length})");
            }

            if (sizes is [> 0])
            {
                return reading.Graph.Input(method.At(syntax.Identifier), parameter.Name, sizes[0], categories: null, unknown: null);
            }

            // Sizes below 1 are NETGEN0209's, and anything else is the compiler's.
            if (sizes.Length > 0)
            {
                reading.Fail();
            }

            return null;
        }

        int? Class(AttributeData attribute)
        {
            int? unknown = DeclaredOptions.Find(attribute, "Unknown") is { Kind: TypedConstantKind.Primitive, Value: int said } ? said : null;
            if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Primitive, Value: int count }])
            {
                return null;
            }

            var arguments = (attribute.ApplicationSyntaxReference?.GetSyntax(reading.CancellationToken) as AttributeSyntax)?.ArgumentList?.Arguments;
            if (count < 1)
            {
                return OutOfRange(arguments?.FirstOrDefault(static argument => argument.NameEquals is null), "count", count, "at least 1");
            }

            if (count > LargestFloatClasses && reading.Element == ElementType.Float)
            {
                return OutOfRange(
                    arguments?.FirstOrDefault(static argument => argument.NameEquals is null), "count", count, "at most 16777216 in a network of float");
            }

            if (unknown < 0 || unknown >= count)
            {
                string last = (count - 1).ToString(CultureInfo.InvariantCulture);
                return OutOfRange(
                    arguments?.FirstOrDefault(static argument => argument.NameEquals is not null), "Unknown", unknown.Value, $"a class from 0 to {last}");
            }

            return reading.Graph.Input(method.At(syntax.Identifier), parameter.Name, columns: 1, count, unknown);

            int? OutOfRange(AttributeArgumentSyntax? at, string name, int value, string must)
            {
                reading.Report(
                    ProblemKind.NumberOutOfRange, method.At(at?.Expression ?? PlaceOf(attribute, syntax)),
                    name, "Categories", value.ToString(CultureInfo.InvariantCulture), must);
                return null;
            }
        }

        SyntaxNode PlaceOf(AttributeData attribute, ParameterSyntax owner) =>
            attribute.ApplicationSyntaxReference?.GetSyntax(reading.CancellationToken) ?? owner;
    }
}
