extern alias generator;

using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Guide;

/// <summary>
/// Compiles a program of the guide as a console project would, with the analyzers of the package, and runs it in a process and an empty folder of its own.
/// </summary>
internal static class GuideProgram
{
    /// <summary>Such a project has no documentation file, so nobody misses comments (CS1591).</summary>
    private static readonly CSharpCompilationOptions Options = NetworkCompiler.Options
        .WithOutputKind(OutputKind.ConsoleApplication)
        .WithSpecificDiagnosticOptions([KeyValuePair.Create("CS1591", ReportDiagnostic.Suppress)]);

    /// <summary>What the packages bring that the guide tells of.</summary>
    private static readonly string[] Libraries = ["NetGen.Runtime.dll", "NetGen.Data.Csv.dll", "Sep.dll", "csFastFloat.dll", "NetGen.Reports.dll"];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(generator::NetGen.Generator.NetworkGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Runs a program and returns the lines that it printed.</summary>
    /// <param name="source">The source, with top-level statements.</param>
    /// <param name="resources">What the program carries.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidOperationException">The compiler or an analyzer had something to say, be it a warning, or the program failed.</exception>
    public static async Task<string[]> Run(string source, IReadOnlyDictionary<string, byte[]> resources, CancellationToken cancellationToken)
    {
        Compilation program = NetworkCompiler.Generate(source, Options);
        var analysis = program.WithAnalyzers(
            Analyzers,
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        AnalysisResult found = await analysis.GetAnalysisResultAsync(
            program.GetSemanticModel(program.SyntaxTrees.First()), filterSpan: null, cancellationToken);
        NetworkCompiler.Refuse(found.GetAllDiagnostics(), source);

        string folder = Directory.CreateTempSubdirectory("netgen-guide-").FullName;
        try
        {
            string assembly = Path.Combine(folder, "Networks.dll");
            ResourceDescription[] carried =
                [.. resources.Select(resource => new ResourceDescription(resource.Key, () => new MemoryStream(resource.Value), isPublic: true))];
            using (FileStream image = File.Create(assembly))
            {
                NetworkCompiler.Refuse(program.Emit(image, manifestResources: carried, cancellationToken: cancellationToken).Diagnostics, source);
            }

            foreach (string library in Libraries)
            {
                File.Copy(Path.Combine(AppContext.BaseDirectory, library), Path.Combine(folder, library));
            }

            return await Run(assembly, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string[]> Run(string assembly, CancellationToken cancellationToken)
    {
        string configuration = Path.ChangeExtension(typeof(GuideProgram).Assembly.Location, ".runtimeconfig.json");
        var start = new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", configuration, assembly])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"The program ended with {process.ExitCode}:\n{await output}{await errors}");
            }

            string printed = (await output).ReplaceLineEndings("\n").TrimEnd('\n');
            return printed.Length == 0 ? [] : printed.Split('\n');
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
