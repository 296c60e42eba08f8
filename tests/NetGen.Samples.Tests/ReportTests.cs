using Microsoft.Playwright;

namespace NetGen.Samples.Tests;

public sealed class ReportTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    public static TheoryData<string, string[]> Runs => new()
    {
        { "BirdStrikes", ["--epochs", "2"] },
        { "CatClassifier", ["--iterations", "301", "--model", "logistic"] },
        { "PlanarFlower", ["--hidden", "3,4", "--iterations", "1001"] },
        { "Digits", ["--epochs", "3"] },
        { "HousePrices", ["--iterations", "301"] },
        { "Vectorization", ["--steps", "1"] },
        { "GradientCheck", [] },
        { "StepByStep", [] },
        { "ZeroInit", ["--iterations", "301"] },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task The_report_opens_without_a_network_and_without_a_message_on_the_console(string sample, string[] arguments)
    {
        await using Visit visit = await Open(sample, arguments, ColorScheme.Light);

        Assert.Empty(visit.Messages);
        Assert.Equal([visit.Page.Url], visit.Requests.Where(address => !address.StartsWith("data:", StringComparison.Ordinal)));
        Assert.NotEqual("", await visit.Page.Locator("h1").InnerTextAsync());
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("[...document.images].filter(image => !image.complete || image.naturalWidth === 0).length"));
        Assert.True(
            await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            "The page is wider than the window.");
    }

    [Theory]
    [InlineData("BirdStrikes", "--epochs", "3")]
    [InlineData("CatClassifier", "--iterations", "301", "--model", "logistic")]
    [InlineData("PlanarFlower", "--iterations", "1001")]
    [InlineData("Digits", "--epochs", "3")]
    [InlineData("HousePrices", "--iterations", "301")]
    public async Task The_report_shows_a_cost_curve_that_falls(string sample, params string[] arguments)
    {
        await using Visit visit = await Open(sample, arguments, ColorScheme.Light);

        // On the screen y grows downwards.
        double[] heights = await visit.Page.Locator("polyline").First.EvaluateAsync<double[]>(
            "line => [...line.points].map(point => line.ownerSVGElement.getBoundingClientRect().top + point.y)");
        Assert.True(heights.Length >= 2);
        Assert.True(heights[^1] > heights[0] + 10, $"The curve begins at {heights[0]} and ends at {heights[^1]}.");
        Assert.True(await visit.Page.Locator("polyline").First.IsVisibleAsync());
    }

    [Fact]
    public async Task Who_points_at_a_curve_reads_its_value()
    {
        await using Visit visit = await Open("Digits", ["--epochs", "3"], ColorScheme.Light);

        ILocator readings = visit.Page.Locator(".chart").First.Locator(".reading");
        Assert.Equal(3, await readings.CountAsync());
        Assert.False(await readings.Nth(1).IsVisibleAsync());
        await visit.Page.Locator(".chart").First.Locator(".target").Nth(1).HoverAsync();
        Assert.True(await readings.Nth(1).IsVisibleAsync());
        Assert.False(await readings.Nth(0).IsVisibleAsync());
        Assert.StartsWith("epoch 1: training ", await readings.Nth(1).TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cat_report_shows_the_test_pictures_with_the_mistakes_first()
    {
        await using Visit visit = await Open("CatClassifier", ["--iterations", "101", "--model", "logistic"], ColorScheme.Light);

        string?[] marks = [.. await visit.Page.Locator(".pictures .mark").AllInnerTextsAsync()];
        Assert.Equal(50, marks.Length);
        Assert.Equal(marks.OrderByDescending(mark => mark == "✗"), marks);
        Assert.Equal(64, await visit.Page.Locator(".pictures img").First.EvaluateAsync<int>("image => image.naturalWidth"));
    }

    [Fact]
    public async Task The_flower_report_draws_the_boundary_of_each_network_over_the_points()
    {
        await using Visit visit = await Open("PlanarFlower", ["--hidden", "3,4", "--iterations", "1001"], ColorScheme.Light);

        Assert.Equal(2, await visit.Page.Locator("path.boundary").CountAsync());
        Assert.Equal(2 * 400, await visit.Page.Locator(".sides circle.dot:has(title)").CountAsync());
        Assert.Equal(2, await visit.Page.Locator("table tbody tr").CountAsync());
    }

    [Fact]
    public async Task The_report_follows_a_reader_who_prefers_dark_pages()
    {
        await using Visit visit = await Open("HousePrices", ["--iterations", "101"], ColorScheme.Dark);

        Assert.Equal("rgb(13, 17, 23)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.Empty(visit.Messages);
    }

    private async Task<Visit> Open(string sample, string[] arguments, ColorScheme scheme)
    {
        IPage page = await browser.OpenPage(scheme);
        var folder = new TemporaryFolder();
        SampleOutcome outcome = await SampleProcess.Run(sample, [.. arguments, "--out", folder.Path]);
        Assert.Equal(0, outcome.ExitCode);

        var visit = new Visit(page, folder);
        await page.GotoAsync(new Uri(folder.File("report.html")).AbsoluteUri);
        return visit;
    }

    private sealed class Visit : IAsyncDisposable
    {
        private readonly TemporaryFolder folder;

        public Visit(IPage page, TemporaryFolder folder)
        {
            this.folder = folder;
            Page = page;
            page.Console += (_, message) => Messages.Add(message.Text);
            page.PageError += (_, error) => Messages.Add(error);
            page.Request += (_, request) => Requests.Add(request.Url);
        }

        public IPage Page { get; }

        public List<string> Messages { get; } = [];

        public List<string> Requests { get; } = [];

        public async ValueTask DisposeAsync()
        {
            await Page.CloseAsync();
            folder.Dispose();
        }
    }
}
