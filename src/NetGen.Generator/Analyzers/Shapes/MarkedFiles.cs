using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>
/// Which files of a compilation can hold an attribute of the runtime: those whose text names one. Asking a symbol for its attributes makes the compiler bind
/// them, and most files of a project know nothing of networks, so the text is asked first.
/// </summary>
internal sealed class MarkedFiles
{
    // Layer is in Layers too, and each in its full name; an escape can write any name.
    private static readonly string[] Names = ["Layer", "Network", "Shape", "Examples", "Weights", "Bias", "\\u", "\\U"];

    private static readonly ConditionalWeakTable<SyntaxTree, object> Answers = new();

    private static readonly object Named = new();

    private static readonly object NotNamed = new();

    private readonly Lazy<bool> hasGlobalAlias;

    public MarkedFiles(Compilation compilation) =>
        hasGlobalAlias = new Lazy<bool>(() => compilation.SyntaxTrees.Any(
            static tree => !EmittedFiles.Contains(tree) && NamesAttribute(tree) && DeclaresGlobalAlias(tree)));

    /// <summary>Whether a symbol of the compilation's own source can carry an attribute of the runtime.</summary>
    public bool MayDeclare(ISymbol symbol)
    {
        // Another part of a partial member can carry the attribute.
        if (symbol.Locations.IsEmpty || IsPartial(symbol) || IsPartial(symbol.ContainingSymbol))
        {
            return true;
        }

        foreach (Location location in symbol.Locations)
        {
            if (location.SourceTree is not { } tree || EmittedFiles.Contains(tree) || NamesAttribute(tree))
            {
                return true;
            }
        }

        return hasGlobalAlias.Value;
    }

    private static bool IsPartial(ISymbol? symbol) => symbol is IMethodSymbol { IsPartialDefinition: true } or IMethodSymbol { PartialDefinitionPart: not null }
        or IPropertySymbol { IsPartialDefinition: true } or IPropertySymbol { PartialDefinitionPart: not null };

    private static bool NamesAttribute(SyntaxTree tree) =>
        Answers.GetValue(tree, static tree => Reads(tree.GetText(CancellationToken.None)) ? Named : NotNamed) == Named;

    private static bool Reads(SourceText source)
    {
        string text = source.ToString();
        return Names.Any(name => text.IndexOf(name, StringComparison.Ordinal) >= 0);
    }

    private static bool DeclaresGlobalAlias(SyntaxTree tree) =>
        tree.GetRoot(CancellationToken.None) is CompilationUnitSyntax unit
            && unit.Usings.Any(static directive => directive.Alias is not null && directive.GlobalKeyword.RawKind != 0);
}
