using System.Runtime.InteropServices;

namespace NetGen.Package.Tests;

/// <summary>
/// The numeric suite on this processor and on ARM64, which an emulator stands in for: there, other instructions of the runtime's compiler come to use.
/// </summary>
public sealed class EmulatedTests(InstalledPackage package)
{
    private const string Emulator = "qemu-aarch64-static";
    private const string Libraries = "/usr/aarch64-linux-gnu";
    private const string RuntimeIdentifier = "linux-arm64";

    /// <summary>
    /// Code is compiled once, and written where it is executed. By default the runtime writes it through a second mapping of its pages, and replaces it while
    /// it runs: the emulator before version 8.1 does not see such writes, so now and then it goes on with instructions that are no longer there, and the
    /// program dies of a segmentation fault.
    /// </summary>
    private static readonly (string Name, string Value)[] EmulatedRuntime = [("DOTNET_EnableWriteXorExecute", "0"), ("DOTNET_TieredCompilation", "0")];

    private static readonly string Suite = Path.Combine(InstalledPackage.RepositoryRoot, "tests", "NetGen.NumericSuite");

    [Fact]
    public async Task The_numeric_suite_passes_on_this_processor()
    {
        string program = Path.Combine(Suite, "bin", InstalledPackage.Configuration, "net10.0", "NetGen.NumericSuite.dll");
        RequirePassed(await Dotnet.RunAsync(Suite, program), RuntimeInformation.ProcessArchitecture);
    }

    [Fact]
    public async Task The_numeric_suite_passes_on_ARM64_in_a_project_that_has_the_package_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the emulator of other processors runs on Linux");
        Assert.SkipUnless(Programs.IsOnPath(Emulator), $"there is no {Emulator} (Debian: qemu-user-static)");
        foreach ((string library, string source) in new[] { ("libc.so.6", "libc6-arm64-cross"), ("libstdc++.so.6", "libstdc++6-arm64-cross") })
        {
            Assert.SkipUnless(File.Exists(Path.Combine(Libraries, "lib", library)), $"{library} for ARM64 is not in {Libraries} (Debian: {source})");
        }

        await package.RequirePackagesAsync("the runtime for ARM64", RuntimeIdentifier, "<SelfContained>true</SelfContained>");

        string project = package.CreateProject("Suite", await File.ReadAllTextAsync(Path.Combine(Suite, "Program.cs")));
        await File.WriteAllTextAsync(Path.Combine(project, "Directory.Build.props"), $"""
            <Project>
              <ItemGroup>
                <Compile Include="{Suite}/*.cs" Exclude="{Suite}/Program.cs" />
              </ItemGroup>
              <Import Project="{Suite}/NumericSuite.props" />
            </Project>
            """);
        (int exitCode, string output) = await Dotnet.RunAsync(
            project, "publish", "-c", "Release", "-r", RuntimeIdentifier, "--self-contained", "-o", "published");
        Assert.True(exitCode == 0, output);
        var ran = await Dotnet.RunProgramAsync(Emulator, project, EmulatedRuntime, "-L", Libraries, Path.Combine("published", "Suite"));
        RequirePassed(ran, Architecture.Arm64);
    }

    private static void RequirePassed((int ExitCode, string Output) run, Architecture processor)
    {
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.StartsWith($"{processor}, vectors of ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(" checks, 0 failed", run.Output.TrimEnd(), StringComparison.Ordinal);
    }
}
