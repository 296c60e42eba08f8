using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.CodeFixes;
using NetGen.Generator.Diagnostics;
using NetGen.Tests;

namespace NetGen.Analyzers.Tests;

/// <summary>What holds for every rule of every analyzer: rules, their pages, the release files and the code fixes belong together.</summary>
public sealed partial class RuleTests
{
    // One rule is the generator's: that it is loaded twice, which analyzers, loaded twice as well, would say twice.
    private static readonly DiagnosticDescriptor[] Rules =
    [
        .. ShapeHarness.Analyzers
            .SelectMany(static analyzer => analyzer.SupportedDiagnostics)
            .Append(DeclarationRules.LoadedTwice)
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Ids => [.. Rules.Select(static rule => rule.Id)];

    [Fact]
    public void Every_analyzer_has_a_rule_and_no_two_rules_share_an_id()
    {
        Assert.All(ShapeHarness.Analyzers, static analyzer => Assert.NotEmpty(analyzer.SupportedDiagnostics));
        Assert.Equal(Rules.Length, Rules.Select(static rule => rule.Id).Distinct().Count());
    }

    [Fact]
    public void Every_analyzer_can_be_created_by_the_compiler() =>
        Assert.All(ShapeHarness.Analyzers, static analyzer => Assert.NotNull(analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_that_its_help_link_names(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);
        Assert.Equal($"https://github.com/netgen-dotnet/netgen/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", $"{id}.md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_holds_no_square_brackets_and_ends_without_a_period(string id)
    {
        string message = Rules.Single(rule => rule.Id == id).MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.DoesNotContain('[', message);
        Assert.DoesNotContain(']', message);
        Assert.False(message.EndsWith('.'));
    }

    [Fact]
    public void Every_page_belongs_to_a_rule() => Assert.Equal(
        Ids.Select(static row => row.Data).Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "NETGEN*.md")
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void The_index_of_the_pages_lists_every_rule() => Assert.Equal(
        Rules.Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Category} |"),
        File.ReadLines(Path.Combine(Repository.Root, "docs", "rules", "README.md"))
            .Where(static line => line.StartsWith("| [", StringComparison.Ordinal))
            .Select(static line => line[..(line.LastIndexOf('|', line.Length - 2) + 1)]));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_wrong_code_of_a_page_is_reported_and_the_right_code_is_not(string id)
    {
        string page = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "rules", $"{id}.md"))).ReplaceLineEndings("\n");
        var examples = Example().Matches(page);

        // What speaks of the build has no code to show.
        Assert.Equal(Rules.Single(rule => rule.Id == id).Category == "NetGen.Build" ? 0 : 2, examples.Count);
        foreach (Match example in examples)
        {
            var analyzer = ShapeHarness.Analyzers.Single(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id));
            var found = await AnalyzerHarness.Run([analyzer], $"using System;\nusing NetGen;\n{example.Groups["code"].Value}");
            Assert.Equal(example.Groups["title"].Value == "Wrong", found.Any(diagnostic => diagnostic.Id == id));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_kind_of_rule_it_is_why_and_how_to_suppress_it(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", $"{id}.md")).ReplaceLineEndings("\n");
        string severity = rule.DefaultSeverity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "information" };
        Assert.Contains($"| {rule.Category} | {severity} |", page, StringComparison.Ordinal);
        Assert.Contains("\n## Why\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Suppressing\n", page, StringComparison.Ordinal);
        if (rule.DefaultSeverity != DiagnosticSeverity.Info)
        {
            Assert.Contains("\n## Wrong\n", page, StringComparison.Ordinal);
            Assert.Contains("\n## Right\n", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_release_files_list_exactly_the_rules()
    {
        var listed = new[] { "Shipped", "Unshipped" }
            .SelectMany(static file => File.ReadLines(Path.Combine(Repository.Root, "src", "NetGen.Generator", $"AnalyzerReleases.{file}.md")))
            .Where(static line => line.StartsWith("NETGEN", StringComparison.Ordinal));
        Assert.Equal(Rules.Select(static rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}"), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_code_fix_repairs_rules_that_exist()
    {
        var fixes = typeof(EditCodeFix).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(EditCodeFix)) && !type.IsAbstract).ToArray();
        Assert.Equal(10, fixes.Length);
        Assert.All(fixes, static fix => Assert.Subset(
            Rules.Select(static rule => rule.Id).ToHashSet(),
            ((EditCodeFix)Activator.CreateInstance(fix)!).FixableDiagnosticIds.ToHashSet()));
    }

    [GeneratedRegex("## (?<title>Wrong|Right)\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
