using Microsoft.Playwright;

namespace NetGen.Samples.Tests;

/// <summary>A headless Chromium for the tests of a class, where the machine has one.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Starts the browser.</summary>
    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens an empty page; skips the test where there is no browser.</summary>
    /// <param name="scheme">Whether the reader prefers light or dark pages.</param>
    public async Task<IPage> OpenPage(ColorScheme scheme)
    {
        Assert.SkipWhen(browser is null, $"There is no {Program} on this machine.");
        return await browser.NewPageAsync(new BrowserNewPageOptions { ColorScheme = scheme });
    }

    /// <summary>Ends the browser.</summary>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
