using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Parsing;
using NetGen.Generator.Parsing.Networks;
using NetGen.Tests;

namespace NetGen.Generator.Tests;

/// <summary>Runs the generator and the parser on sources in memory.</summary>
internal static class GeneratorHarness
{
    /// <summary>A user's project with some files.</summary>
    public static CSharpCompilation Compile(params string[] sources) => UserProject.With(sources);

    /// <summary>A driver that keeps what each stage did.</summary>
    public static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()],
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What the generator did with some files; fails when it threw.</summary>
    public static GeneratorRunResult Run(params string[] sources) => Run(Compile(sources), out _);

    /// <summary>What the generator did with a compilation, and the compilation with what it emitted; fails when it threw.</summary>
    public static GeneratorRunResult Run(CSharpCompilation compilation, out Compilation output)
    {
        var driver = CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out output, out var diagnostics);
        Assert.Empty(diagnostics);
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return result;
    }

    /// <summary>The files that were emitted for networks: all but the generator's own mark.</summary>
    public static ImmutableArray<GeneratedSourceResult> FilesOfNetworks(GeneratorRunResult result) =>
        [.. result.GeneratedSources.Where(static file => file.HintName != GeneratorMark.HintName)];

    /// <summary>Reads the declaration of one type of a source.</summary>
    /// <param name="source">The source; NetGen is imported.</param>
    /// <param name="metadataName">The full name of the type, with + for nesting.</param>
    public static ParseResult Parse(string source, string metadataName = "Net")
    {
        var compilation = Compile("global using NetGen;", source);
        var type = compilation.GetTypeByMetadataName(metadataName);
        Assert.NotNull(type);
        return NetworkParser.Parse(type, compilation, TestContext.Current.CancellationToken);
    }

    /// <summary>The errors and warnings of emitted files, of which there must be none.</summary>
    public static ImmutableArray<string> DiagnosticsOfEmittedFiles(Compilation output) =>
    [
        .. output.SyntaxTrees
            .Where(EmittedFiles.Contains)
            .SelectMany(tree => output.GetSemanticModel(tree).GetDiagnostics())
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(static diagnostic => diagnostic.ToString()),
    ];
}
