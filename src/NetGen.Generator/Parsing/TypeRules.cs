using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing;

/// <summary>What kind of type a network may be: an ordinary class that another file can extend.</summary>
internal static class TypeRules
{
    /// <summary>Adds what is wrong with the type itself.</summary>
    public static void Check(INamedTypeSymbol type, List<DeclarationProblem> problems, CancellationToken cancellationToken)
    {
        CheckGeneric(type, problems);
        if (CheckOrdinary(type, problems))
        {
            CheckPartial(type, problems, cancellationToken);
        }
    }

    /// <summary>The types around a type, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            yield return container;
        }
    }

    /// <summary>The keyword of a type's declaration: "class", "record struct", ...</summary>
    public static string Keyword(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Interface, _) => "interface",
        (TypeKind.Enum, _) => "enum",
        (TypeKind.Delegate, _) => "delegate",
        (_, true) => "record",
        _ => "class",
    };

    /// <summary>Whether a part of a declaration says partial.</summary>
    public static bool IsPartial(SyntaxNode part) => part is BaseTypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static void CheckGeneric(INamedTypeSymbol type, List<DeclarationProblem> problems)
    {
        if (type.Arity > 0)
        {
            problems.Add(DeclarationProblem.Create(ProblemKind.Generic, new ProblemSite(SitePart.TypeName), $"{type.Name} is generic"));
            return;
        }

        foreach (var (container, index) in Containers(type).Select(static (container, index) => (container, index)))
        {
            if (container.Arity > 0)
            {
                problems.Add(DeclarationProblem.Create(
                    ProblemKind.Generic, new ProblemSite(SitePart.Container, index), $"{type.Name} is nested in {container.Name}, which is generic"));
            }
        }
    }

    private static bool CheckOrdinary(INamedTypeSymbol type, List<DeclarationProblem> problems)
    {
        (string? reason, var site) = WhyNotOrdinary(type);
        if (reason is not null)
        {
            problems.Add(DeclarationProblem.Create(ProblemKind.NotAnOrdinaryClass, site, type.Name, reason));
        }

        return reason is null;
    }

    private static (string? Reason, ProblemSite Site) WhyNotOrdinary(INamedTypeSymbol type)
    {
        var site = new ProblemSite(SitePart.TypeName);
        string keyword = Keyword(type);
        if (keyword != "class")
        {
            return (keyword is "enum" or "interface" ? $"is an {keyword}" : $"is a {keyword}", site);
        }

        if (type.IsStatic)
        {
            return ("is static", site);
        }

        if (type.IsAbstract)
        {
            return ("is abstract", site);
        }

        if (type.IsFileLocal)
        {
            return ("is local to its file", site);
        }

        foreach (var (container, index) in Containers(type).Select(static (container, index) => (container, index)))
        {
            if (container.IsFileLocal)
            {
                return ($"is nested in {container.Name}, which is local to its file", new ProblemSite(SitePart.Container, index));
            }
        }

        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (KnownAttributes.DeclaresNetwork(ancestor))
            {
                return ($"derives from {ancestor.Name}, which is a network itself", site);
            }
        }

        return (null, site);
    }

    private static void CheckPartial(INamedTypeSymbol type, List<DeclarationProblem> problems, CancellationToken cancellationToken)
    {
        int level = 0;
        foreach (INamedTypeSymbol declared in Containers(type).Prepend(type))
        {
            if (declared.DeclaringSyntaxReferences.Any(part => !IsPartial(part.GetSyntax(cancellationToken))))
            {
                problems.Add(DeclarationProblem.Create(
                    ProblemKind.NotPartial, new ProblemSite(SitePart.UnmodifiedPart, level), Keyword(declared), declared.Name, type.Name));
            }

            level++;
        }
    }
}
