using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator;

namespace NetGen.Analyzers.Tests;

/// <summary>What holds for every rule of every analyzer.</summary>
public partial class RuleTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Ids => [.. Rules().Select(static rule => rule.Id).Distinct()];

    [Fact]
    public void An_analyzer_reports_one_rule_and_no_two_share_an_id()
    {
        Assert.All(Analyzers(), static analyzer => Assert.Single(analyzer.SupportedDiagnostics));
        Assert.Equal(Rules().Count, Rules().Select(static rule => rule.Id).Distinct().Count());
    }

    [Fact]
    public void Every_analyzer_can_be_created_by_the_compiler() =>
        Assert.All(Analyzers(), static analyzer => Assert.NotNull(analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_that_its_help_link_names(string id)
    {
        var rule = Rules().First(rule => rule.Id == id);
        Assert.Equal($"https://github.com/netgen-dotnet/netgen/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
        string page = File.ReadAllText(Path.Combine(Root, "docs", "rules", $"{id}.md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_holds_no_square_brackets_and_ends_without_a_period(string id)
    {
        string message = Rules().First(rule => rule.Id == id).MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.DoesNotContain('[', message);
        Assert.DoesNotContain(']', message);
        Assert.False(message.EndsWith('.'));
    }

    [Fact]
    public void Every_page_belongs_to_a_rule() => Assert.Equal(
        Ids.Select(static row => row.Data).Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Root, "docs", "rules"), "NETGEN*.md")
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_wrong_code_of_a_page_is_reported_and_the_right_code_is_not(string id)
    {
        string page = (await File.ReadAllTextAsync(Path.Combine(Root, "docs", "rules", $"{id}.md"))).ReplaceLineEndings("\n");
        var examples = Example().Matches(page);
        if (examples.Count == 0)
        {
            return;
        }

        var analyzer = Analyzers().First(analyzer => analyzer.SupportedDiagnostics[0].Id == id);
        foreach (Match example in examples)
        {
            var found = await AnalyzerHarness.Run([analyzer], $"using System;\nusing NetGen;\n{example.Groups["code"].Value}");
            Assert.Equal(example.Groups["title"].Value == "Wrong", found.Any());
        }
    }

    [GeneratedRegex("## (?<title>Wrong|Right)\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    private static List<DiagnosticAnalyzer> Analyzers() =>
    [
        .. typeof(NetworkGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static List<DiagnosticDescriptor> Rules() => [.. Analyzers().SelectMany(static analyzer => analyzer.SupportedDiagnostics)];

    private static string FindRoot()
    {
        string directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "NetGen.sln")))
        {
            directory = Path.GetDirectoryName(directory)!;
        }

        return directory;
    }
}
