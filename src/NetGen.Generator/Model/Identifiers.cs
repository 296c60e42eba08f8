using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Model;

/// <summary>Names as emitted code and hint names must write them.</summary>
internal static class Identifiers
{
    private const int HashDigits = 16;

    /// <summary>An identifier with an @ before it where it is a keyword anywhere in the language.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>
    /// The name of a type as a declaration writes it: an @ stands before lower-case names, too, which the language keeps for keywords to come (CS8981).
    /// </summary>
    public static string EscapeType(string name) => name.All(static character => character is >= 'a' and <= 'z') ? "@" + name : Escape(name);

    /// <summary>A namespace with each part escaped; empty for the global namespace.</summary>
    public static string Escape(INamespaceSymbol space) => space switch
    {
        { IsGlobalNamespace: true } => string.Empty,
        { ContainingNamespace.IsGlobalNamespace: true } => Escape(space.Name),
        _ => $"{Escape(space.ContainingNamespace)}.{Escape(space.Name)}",
    };

    /// <summary>
    /// A name in the characters that hint names may hold. Identifiers may hold more (combining marks, for one): each of those becomes its code in braces, which
    /// no identifier holds, so that different names stay different.
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

    /// <summary>
    /// The dotted name of a type as one identifier, injectively: a point becomes an underscore, an underscore becomes <c>_0</c>. Read from left to right, an
    /// underscore before a zero is one of the name's own, and any other was a point, because after a point there is never a digit. Most names hold no
    /// underscore and stay as they are read.
    /// </summary>
    public static string Join(string name) => name.Replace("_", "_0").Replace('.', '_');

    /// <summary>
    /// A name of at most so many bytes of UTF-8: a longer one ends in a hash of the whole, the same in every run. The separator before the hash must be one
    /// that no name that is short enough holds, so that the two kinds never meet.
    /// </summary>
    public static string Bound(string name, int maximum, string separator)
    {
        if (Encoding.UTF8.GetByteCount(name) <= maximum)
        {
            return name;
        }

        int length = 0;
        for (int bytes = HashDigits + separator.Length; length < name.Length; length++)
        {
            bytes += name[length] < 0x80 ? 1 : name[length] < 0x800 ? 2 : 3;
            if (bytes > maximum)
            {
                break;
            }
        }

        string start = name.Substring(0, char.IsHighSurrogate(name[length - 1]) ? length - 1 : length);
        return start + separator + Hash(name).ToString("x16");
    }

    private static bool IsPlain(char character) => char.IsLetterOrDigit(character) || character is '_' or '.' or '+';

    /// <summary>FNV-1a of 64 bits, over the units of UTF-16: string.GetHashCode differs from run to run.</summary>
    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * 1099511628211);
        }

        return hash;
    }
}
