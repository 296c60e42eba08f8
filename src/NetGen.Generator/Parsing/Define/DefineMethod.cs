using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing.Define;

/// <summary>Finds the method Define of a class and looks at its head.</summary>
internal static class DefineMethod
{
    private static readonly SyntaxKind[] Modifiers =
    [
        SyntaxKind.PublicKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.StaticKeyword,
        SyntaxKind.NewKeyword,
    ];

    /// <summary>The one method Define; null where there is none to read, which is reported unless it is that of another project.</summary>
    public static MethodSource? Find(Reading reading, List<DeclarationProblem> problems)
    {
        var type = reading.Type;
        var methods = type.GetMembers(DefineReader.Method).OfType<IMethodSymbol>().ToList();
        if (methods.Count == 0)
        {
            if (!type.DeclaringSyntaxReferences.IsEmpty)
            {
                problems.Add(DeclarationProblem.Create(ProblemKind.DefineMissing, new ProblemSite(SitePart.TypeName), type.Name));
            }

            return null;
        }

        var source = reading.SourceOf(methods[0]);
        if (methods.Count == 1 || source is null)
        {
            return source;
        }

        foreach (var other in methods.Skip(1).Select(reading.SourceOf).OfType<MethodSource>())
        {
            problems.Add(DeclarationProblem.Create(ProblemKind.DefineTwice, other.At(other.Syntax.Identifier).Site, type.Name));
        }

        return null;
    }

    /// <summary>Looks at the modifiers, the attributes, the type parameters and what is returned.</summary>
    public static void CheckHead(Reading reading, MethodSource method)
    {
        CheckModifiers(reading, method);
        if (!method.Symbol.IsStatic)
        {
            reading.Report(ProblemKind.DefineNotStatic, method.At(method.Syntax.Identifier), reading.Type.Name);
        }

        if (method.Syntax.ReturnType is RefTypeSyntax reference)
        {
            reading.Report(Constructs.Modifier("ref"), method.At(reference.RefKeyword));
        }
        else if (!Reading.IsNode(method.Symbol.ReturnType) && method.Symbol.ReturnType.TypeKind != TypeKind.Error)
        {
            reading.Report(
                ProblemKind.DefineReturnsNoNode, method.At(method.Syntax.ReturnType), reading.Type.Name, Constructs.NameOf(method.Symbol.ReturnType));
        }

        CheckAttributes(reading, method, method.Symbol.GetAttributes());
        CheckAttributes(reading, method, method.Symbol.GetReturnTypeAttributes());
    }

    /// <summary>Looks at what holds for Define and for every method that it calls.</summary>
    public static void CheckModifiers(Reading reading, MethodSource method)
    {
        foreach (var modifier in method.Syntax.Modifiers.Where(static modifier => !Modifiers.Contains(modifier.Kind())))
        {
            reading.Report(Constructs.Modifier(modifier.ValueText), method.At(modifier));
        }

        if (method.Syntax.TypeParameterList is { } parameters)
        {
            reading.Report(Constructs.TypeParameters, method.At(parameters));
        }

        foreach (var parameter in method.Syntax.ParameterList.Parameters)
        {
            foreach (var modifier in parameter.Modifiers)
            {
                reading.Report(Constructs.Modifier(modifier.ValueText), method.At(modifier));
            }

            if (parameter.Type is null)
            {
                reading.Report(Constructs.Modifier(parameter.Identifier.ValueText), method.At(parameter));
            }
        }
    }

    /// <summary>Reports the attributes of the runtime: those that mean something at this place were taken out.</summary>
    public static void CheckAttributes(Reading reading, MethodSource method, IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { } type
                && KnownAttributes.IsOfRuntime(type)
                && attribute.ApplicationSyntaxReference?.GetSyntax(reading.CancellationToken) is { } syntax)
            {
                reading.Report(Constructs.Attribute(type.Name), method.At(syntax));
            }
        }
    }
}
