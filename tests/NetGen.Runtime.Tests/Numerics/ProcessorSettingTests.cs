using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>
/// Runs the numeric tests again as on lesser processors: the test program starts itself, with the runtime's settings that hide instructions, for the classes named
/// here. On a processor that lacks the instructions anyway a setting changes nothing, and the tests are merely repeated.
/// </summary>
public sealed partial class ProcessorSettingTests
{
    private static readonly Type[] NumericTests =
    [
        typeof(VectorMathAccuracyTests), typeof(VectorMathSpecialValueTests), typeof(VectorMathWidthTests), typeof(VectorMathSpanTests), typeof(ProcessorSettingInEffectTests),
    ];

    [Theory]
    [InlineData("DOTNET_EnableAVX512")] // 256 bits, with FMA
    [InlineData("DOTNET_EnableAVX2")] // 128 bits, without FMA
    [InlineData("DOTNET_EnableHWIntrinsic")] // vectors in software
    public async Task Numeric_tests_pass_without(string setting)
    {
        // The assembly's own executable is next to it; under `dotnet exec` alone there is none.
        string program = Path.ChangeExtension(typeof(ProcessorSettingTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        Assert.SkipUnless(File.Exists(program), "The test assembly was built without its executable.");
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-noColor");
        foreach (Type type in NumericTests)
        {
            start.ArgumentList.Add("-class");
            start.ArgumentList.Add(type.FullName!);
        }

        start.Environment[setting] = "0";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        string text = await output + await errors;
        Assert.True(process.ExitCode == 0, text);
        Assert.True(int.Parse(TotalPattern().Match(text).Groups[1].Value) > NumericTests.Length, $"No tests were run: {text}");
    }

    [GeneratedRegex(@"Total: (\d+)")]
    private static partial Regex TotalPattern();
}
