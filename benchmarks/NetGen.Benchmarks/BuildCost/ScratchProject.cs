extern alias generator;

using System.Diagnostics;
using generator::NetGen.Generator;

namespace NetGen.Benchmarks.BuildCost;

/// <summary>A project in a temporary folder, with the runtime, the generator and the analyzers as the package brings them.</summary>
internal sealed class ScratchProject : IDisposable
{
    private const string SequentialOptions = "sequential.rsp";

    private readonly string folder = Directory.CreateTempSubdirectory("netgen-build-cost-").FullName;

    /// <summary>Writes the project and restores it.</summary>
    /// <param name="files">The names and the texts of its files.</param>
    public ScratchProject(IEnumerable<(string Name, string Text)> files)
    {
        File.WriteAllText(Path.Combine(folder, "Scratch.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(LayersAttribute).Assembly.Location}" />
                <Analyzer Include="{typeof(NetworkGenerator).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, SequentialOptions), "-parallel-");
        foreach ((string name, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        Run("restore");
    }

    /// <summary>Builds everything anew, with a compiler that starts for it: what the first build of a day and every build of a server costs.</summary>
    /// <param name="isSequential">
    /// Whether the compiler does one thing after the other, so that its account of an analyzer is the analyzer's work; else waiting for the others is in it
    /// too.
    /// </param>
    /// <exception cref="InvalidOperationException">The project does not build.</exception>
    public CompilerAccount Build(bool isSequential) => CompilerAccount.Read(Run(
        "build", "-c", "Release", "--no-restore", "--no-incremental", "-nologo", "-nodeReuse:false",
        "-v:detailed", "-clp:PerformanceSummary", "-p:UseSharedCompilation=false", "-p:ReportAnalyzer=true",
        $"-p:CompilerResponseFile={(isSequential ? Path.Combine(folder, SequentialOptions) : "")}"));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Run(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments.ToArray()) { WorkingDirectory = folder, RedirectStandardOutput = true };
        // The account is read as text: in one language, with a point in its numbers.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using Process build = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        string output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"dotnet {arguments[0]} failed:\n{string.Join('\n', Errors(output).Take(5))}");
    }

    private static IEnumerable<string> Errors(string output) =>
        output.Split('\n').Where(static line => line.Contains("error ", StringComparison.Ordinal));
}
