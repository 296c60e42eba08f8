namespace NetGen.Networks.Tests.Guide;

/// <summary>docs/using.md, docs/networks.md and docs/training.md: all code compiles without a warning, runs, and prints what the page says.</summary>
public sealed class GuideTests
{
    private static readonly string[] Pages = ["using.md", "networks.md", "training.md"];

    /// <summary>The pages with their headings.</summary>
    public static TheoryData<string, string> Titles => [.. Pages.SelectMany(static page => Sections(page).Select(section => (page, section.Title)))];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_section_runs_and_prints_what_it_says(string page, string title)
    {
        GuideSection section = Sections(page).Single(section => section.Title == title);
        Assert.Equal(section.Output, await Run(section));
    }

    [Fact]
    public async Task A_block_that_prints_something_else_or_more_than_it_says_is_noticed()
    {
        GuideSection section = Section("Console.WriteLine(1 + 1); // prints 3\nConsole.WriteLine(4);");
        Assert.Equal(["3"], section.Output);
        Assert.Equal(["2", "4"], await Run(section));
    }

    [Fact]
    public async Task A_block_that_throws_is_noticed()
    {
        GuideSection section = Section("throw new TimeoutException(\"too late\");");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Run(section));
        Assert.Contains("too late", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int unused = 1;", "CS0219")]
    [InlineData("var net = new Two();\nnet.Predict(new float[3]);\n\n[Layers(2, 1)]\npublic sealed partial class Two;", "NETGEN0201")]
    public async Task A_block_that_the_compiler_or_an_analyzer_warns_of_is_noticed(string code, string rule)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Run(Section(code)));
        Assert.Contains(rule, failure.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<GuideSection> Sections(string page) =>
        GuideSection.Of(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Guide", page)));

    private static GuideSection Section(string code) => GuideSection.Of($"# Page\n\n## Section\n\n```csharp\n{code}\n```\n").Single();

    private static Task<string[]> Run(GuideSection section)
    {
        var flowers = new Flowers();
        flowers.Initialize(seed: 2);
        using var model = new MemoryStream();
        flowers.Save(model);
        return GuideProgram.Run(section.Program, new Dictionary<string, byte[]> { ["flowers.npz"] = model.ToArray() }, TestContext.Current.CancellationToken);
    }
}
