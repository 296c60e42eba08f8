using System.Globalization;

namespace NetGen.Runtime.Tests.Threading;

/// <summary>How many threads there are at most: asked in processes with the setting, without it, and with one that is none.</summary>
public sealed class WorkerLimitTests
{
    [Fact]
    public Task Without_the_setting_there_are_as_many_workers_as_processors() =>
        AssertLimit(null, Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1")]
    [InlineData("5")]
    [InlineData("\"7\"")]
    public Task The_setting_is_the_limit(string setting) => AssertLimit(setting, setting.Trim('"'));

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("\"many\"")]
    [InlineData("\"2.5\"")]
    public Task A_setting_that_is_no_number_of_threads_is_refused(string setting) =>
        AssertLimit(
            setting,
            $"The setting NetGen.MaxThreads is \"{setting.Trim('"')}\", but must be a number of threads, at least 1: "
            + "correct it in the project or in runtimeconfig.json.");

    private static Task AssertLimit(string? setting, string expected) => TestProcess.AssertPass(
        [typeof(WorkerLimitInEffectTests)],
        new Dictionary<string, string> { [WorkerLimitInEffectTests.ExpectedVariable] = expected },
        $$"""
        {
          "runtimeOptions": {
            "tfm": "net10.0",
            "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" },
            "configProperties": { "System.Globalization.Invariant": true{{(setting is null ? "" : $", \"NetGen.MaxThreads\": {setting}")}} }
          }
        }
        """);
}
