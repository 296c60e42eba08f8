using System.Text;
using System.Text.RegularExpressions;

namespace NetGen.Networks.Tests.Guide;

/// <summary>A section of the guide, from one ## heading to the next: all its code is one program.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Program">The source: usings, statements in the order of the page, then types.</param>
/// <param name="Output">What the page says that the program prints.</param>
internal sealed partial record GuideSection(string Title, string Program, string[] Output)
{
    /// <summary>What a console project has without saying so; NetGen itself is added where networks are compiled.</summary>
    public static readonly IReadOnlyList<string> ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks"];

    /// <summary>The sections of a page that hold code.</summary>
    /// <param name="page">The text, in Markdown.</param>
    public static IEnumerable<GuideSection> Of(string page)
    {
        foreach (string section in page.ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            string[] blocks = [.. CodeBlock().Matches(section).Select(block => block.Groups[1].Value)];
            if (blocks.Length > 0)
            {
                yield return new(section[..section.IndexOf('\n', StringComparison.Ordinal)], Join(blocks), [.. blocks.SelectMany(Claims)]);
            }
        }
    }

    /// <summary>One program of several blocks. Each is statements and then types, as the language has it.</summary>
    private static string Join(string[] blocks)
    {
        var usings = new SortedSet<string>(ImplicitUsings, StringComparer.Ordinal);
        StringBuilder statements = new(), types = new();
        foreach (string block in blocks)
        {
            foreach (Match line in UsingDirective().Matches(block))
            {
                usings.Add(line.Groups[1].Value);
            }

            string code = UsingDirective().Replace(block, "");
            Match firstType = TypeDeclaration().Match(code);
            int end = firstType.Success ? firstType.Index : code.Length;
            statements.Append(code[..end]);
            types.Append(code[end..]);
        }

        usings.Remove("NetGen");
        return string.Concat(usings.Select(name => $"using {name};\n")) + statements + types;
    }

    private static IEnumerable<string> Claims(string block) => Claim().Matches(block).Select(claim => claim.Groups[1].Value);

    [GeneratedRegex(@"^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^using ([\w.]+);\n", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex(@"^(\[Layers|\[Network|public )", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"// prints (.+)$", RegexOptions.Multiline)]
    private static partial Regex Claim();
}
