using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Model;

/// <summary>Names as emitted code and hint names must write them.</summary>
internal static class Identifiers
{
    /// <summary>An identifier with an @ before it where it is a keyword anywhere in the language.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>A namespace with each part escaped; empty for the global namespace.</summary>
    public static string Escape(INamespaceSymbol space) => space switch
    {
        { IsGlobalNamespace: true } => string.Empty,
        { ContainingNamespace.IsGlobalNamespace: true } => Escape(space.Name),
        _ => $"{Escape(space.ContainingNamespace)}.{Escape(space.Name)}",
    };

    /// <summary>
    /// A name in the characters that hint names may hold. Identifiers may hold more (combining marks, for one): each of those becomes its code in braces, which no
    /// identifier holds, so that different names stay different.
    /// </summary>
    public static string ToHintName(string name)
    {
        if (name.All(IsPlain))
        {
            return name;
        }

        var hint = new StringBuilder();
        foreach (char character in name)
        {
            _ = IsPlain(character) ? hint.Append(character) : hint.Append('{').Append(((int)character).ToString("x4")).Append('}');
        }

        return hint.ToString();
    }

    private static bool IsPlain(char character) => char.IsLetterOrDigit(character) || character is '_' or '.' or '+';
}
