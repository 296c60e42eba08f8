using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NetGen.Runtime.Tests;

/// <summary>The test program, started by one of its own tests to run some classes under other settings.</summary>
internal static partial class TestProcess
{
    /// <summary>Runs the tests of some classes and asserts that they pass.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="configuration">The runtime's configuration in the place of the program's own; null for that.</param>
    public static async Task AssertPass(IReadOnlyCollection<Type> classes, IReadOnlyDictionary<string, string> environment, string? configuration = null)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("exec");
        string assembly = typeof(TestProcess).Assembly.Location;
        string? file = null;
        if (configuration is not null)
        {
            file = Path.Combine(Path.GetDirectoryName(assembly)!, $"{Guid.NewGuid():N}.runtimeconfig.json");
            await File.WriteAllTextAsync(file, configuration, TestContext.Current.CancellationToken);
            start.ArgumentList.Add("--runtimeconfig");
            start.ArgumentList.Add(file);
        }

        start.ArgumentList.Add(assembly);
        start.ArgumentList.Add("-noColor");
        foreach (Type type in classes)
        {
            start.ArgumentList.Add("-class");
            start.ArgumentList.Add(type.FullName!);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            string text = await output + await errors;
            Assert.True(process.ExitCode == 0, text);
            Assert.True(int.Parse(TotalPattern().Match(text).Groups[1].Value) >= classes.Count, $"No tests were run: {text}");
        }
        finally
        {
            if (file is not null)
            {
                File.Delete(file);
            }
        }
    }

    [GeneratedRegex(@"Total: (\d+)")]
    private static partial Regex TotalPattern();
}
