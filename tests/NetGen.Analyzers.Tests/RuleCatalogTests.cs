using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;

namespace NetGen.Analyzers.Tests;

/// <summary>Holds the rules, their pages, the release file and the help links together.</summary>
public sealed class RuleCatalogTests
{
    private static readonly DiagnosticDescriptor[] Rules =
        [.. ShapeHarness.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids => [.. Rules.Select(static rule => rule.Id)];

    [Fact]
    public void Each_rule_has_one_analyzer_and_each_analyzer_one_rule()
    {
        Assert.All(ShapeHarness.Analyzers, static analyzer => Assert.Single(analyzer.SupportedDiagnostics));
        Assert.Equal(Rules.Select(static rule => rule.Id).Distinct(), Rules.Select(static rule => rule.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_links_to_its_page(string id) => Assert.Equal($"{Rule.HelpLinkBase}{id}.md", Find(id).HelpLinkUri);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_the_rule_is_and_how_to_be_right(string id)
    {
        var rule = Find(id);
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", $"{id}.md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| {rule.Category} | {Severity(rule)} |", page, StringComparison.Ordinal);
        foreach (string heading in new[] { "## Why", "## Wrong", "## Right", "## Suppressing" })
            Assert.Contains($"\n{heading}\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_page_without_a_rule() => Assert.Equal(
        Rules.Select(static rule => $"{rule.Id}.md"),
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "rules"), "NETGEN*.md").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void The_release_files_list_exactly_the_rules()
    {
        var listed = new[] { "Shipped", "Unshipped" }
            .SelectMany(static file => File.ReadLines(Path.Combine(Repository.Root, "src", "NetGen.Generator", $"AnalyzerReleases.{file}.md")))
            .Where(static line => line.StartsWith("NETGEN", StringComparison.Ordinal));
        Assert.Equal(
            Rules.Select(static rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}"),
            listed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Titles_and_messages_hold_no_square_brackets_and_end_without_a_period(string id)
    {
        var rule = Find(id);
        Assert.Matches("^NETGEN0[0-3][0-9][0-9]$", rule.Id);
        foreach (string text in new[] { rule.Title.ToString(null), rule.MessageFormat.ToString(null) })
        {
            Assert.DoesNotContain('[', text);
            Assert.False(text.EndsWith('.'), text);
        }
    }

    [Fact]
    public void Each_code_fix_repairs_rules_that_exist()
    {
        var fixes = typeof(CodeFixes.EditCodeFix).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(CodeFixes.EditCodeFix)) && !type.IsAbstract).ToArray();
        Assert.Equal(5, fixes.Length);
        Assert.All(
            fixes,
            static fix => Assert.All(((CodeFixes.EditCodeFix)Activator.CreateInstance(fix)!).FixableDiagnosticIds, static id => Assert.Contains(Rules, rule => rule.Id == id)));
    }

    private static DiagnosticDescriptor Find(string id) => Rules.Single(rule => rule.Id == id);

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity == DiagnosticSeverity.Info ? "information" : rule.DefaultSeverity.ToString().ToLowerInvariant();
}
