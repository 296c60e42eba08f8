using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Reads the declaration of a network from its class. The generator takes the spec and stays silent; the analyzers take the problems. Both read through here,
/// so what is reported and what is emitted never disagree.
/// </summary>
internal static class NetworkParser
{
    /// <summary>
    /// Reads a declaration. Never throws for a declaration, however wrong; works on classes of this compilation and of referenced assemblies.
    /// </summary>
    /// <param name="type">Any type.</param>
    /// <param name="compilation">The project that asks.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    public static ParseResult Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var declarations = KnownAttributes.Of(type, KnownAttributes.Layers);
        var overrides = KnownAttributes.Of(type, KnownAttributes.Layer);
        if (declarations.IsEmpty)
        {
            return overrides.IsEmpty ? ParseResult.Nothing : new ParseResult(null, [LayerOverrides.Orphan(type)]);
        }

        var problems = new List<DeclarationProblem>();
        TypeRules.Check(type, problems, cancellationToken);
        if (declarations.Length > 1)
        {
            problems.Add(DeclarationProblem.Create(ProblemKind.DeclaredTwice, new ProblemSite(SitePart.Layers, 1), type.Name));
        }

        var sizes = DeclaredSizes.Read(declarations[0], type.Name, problems);
        var options = DeclaredOptions.Read(declarations[0], problems);
        var layers = LayerOverrides.Read(overrides, type.Name, sizes, options.ElementOrDefault, problems);
        if (sizes is null)
        {
            return new ParseResult(null, problems.ToImmutableArray());
        }

        ReservedNames.Check(type, compilation, sizes.Value.Count - 1, options.ElementOrDefault, problems);
        if (problems.Count > 0)
        {
            return new ParseResult(null, problems.ToImmutableArray());
        }

        var model = ModelRules.Complete(type.Name, sizes.Value, options, layers, problems);
        var spec = new NetworkSpec(
            Describe(type, cancellationToken),
            model.Layers,
            model.Loss,
            options.Initializer ?? Initializer.ScaledNormal,
            options.ElementOrDefault,
            MarkedMembers.Read(type, model.Layers.Count, options.ElementOrDefault));
        return new ParseResult(spec, problems.ToImmutableArray());
    }

    private static TypeSpec Describe(INamedTypeSymbol type, CancellationToken cancellationToken) => new(
        Identifiers.Escape(type.ContainingNamespace),
        TypeRules.Containers(type).Reverse()
            .Select(static container => $"partial {TypeRules.Keyword(container)} {Identifiers.EscapeType(container.Name)}")
            .ToEquatableArray(),
        Identifiers.EscapeType(type.Name),
        AccessibilityOf(type),
        UserDocumentation.Leaves(type, cancellationToken));

    private static string AccessibilityOf(INamedTypeSymbol type) => type.DeclaredAccessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.ProtectedAndInternal => "private protected",
        Accessibility.Private => "private",
        _ => "internal",
    };
}
