using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Parsing;
using NetGen.Tests;

namespace NetGen.Generator.Tests.Projects;

/// <summary>A user's project with settings of its own, built in memory with what the generator emits for it.</summary>
internal sealed record Project(params string[] Sources)
{
    private const string Usings = "global using NetGen;";

    /// <summary>The version of the language.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    /// <summary>Every warning of the compiler, with unsafe code off.</summary>
    public CSharpCompilationOptions Options { get; init; } = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithWarningLevel(9999)
        .WithNullableContextOptions(NullableContextOptions.Enable);

    /// <summary>Whether documentation is asked for; where it is, what lacks it is a warning.</summary>
    public DocumentationMode Documentation { get; init; } = DocumentationMode.Parse;

    /// <summary>The symbols of the preprocessor.</summary>
    public string[] Symbols { get; init; } = [];

    /// <summary>What is referenced beside .NET and the runtime library.</summary>
    public MetadataReference[] References { get; init; } = [];

    /// <summary>The name of the assembly.</summary>
    public string Name { get; init; } = "Tests";

    /// <summary>The files, before anything is emitted.</summary>
    public CSharpCompilation Declare()
    {
        var parse = ParseOptions;
        return UserProject.With([])
            .WithAssemblyName(Name)
            .WithOptions(Options)
            .AddReferences(References)
            .AddSyntaxTrees(Sources.Prepend(Usings).Select((source, index) => CSharpSyntaxTree.ParseText(source, parse, path: $"Source{index}.cs")));
    }

    /// <summary>The files and what the generator emits for them.</summary>
    public Compilation Generate() => Generate(out _, new NetworkGenerator());

    /// <summary>The files and what some generators emit for them.</summary>
    public Compilation Generate(out ImmutableArray<Diagnostic> reported, params NetworkGenerator[] generators)
    {
        CSharpGeneratorDriver.Create(generators.Select(static generator => generator.AsSourceGenerator()), parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(Declare(), out var output, out reported, TestContext.Current.CancellationToken);
        return output;
    }

    /// <summary>The image; a warning fails the test as an error does.</summary>
    public MemoryStream Build()
    {
        var image = new MemoryStream();
        var result = Generate().Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        IsSilent(result.Diagnostics);
        image.Position = 0;
        return image;
    }

    /// <summary>The assembly, loaded apart from all others, so that nothing of it is initialized yet.</summary>
    public Assembly Load() => new AssemblyLoadContext("project", isCollectible: true).LoadFromStream(Build());

    /// <summary>The warnings and errors among some diagnostics, as a build prints them.</summary>
    public static IEnumerable<string> Told(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
        .Select(static diagnostic => $"{diagnostic}: {LineOf(diagnostic.Location)}");

    private static TextLine? LineOf(Location location) => location.SourceTree?.GetText().Lines[location.GetLineSpan().StartLinePosition.Line];

    /// <summary>Fails when there are warnings or errors that are not known already.</summary>
    public static void IsSilent(IEnumerable<Diagnostic> diagnostics, params IEnumerable<string> known)
    {
        string[] told = [.. Told(diagnostics).Except(known).Take(20)];
        Assert.True(told.Length == 0, string.Join('\n', told));
    }

    /// <summary>The emitted files.</summary>
    public static IEnumerable<SyntaxTree> EmittedFilesOf(Compilation compilation) => compilation.SyntaxTrees.Where(EmittedFiles.Contains);

    private CSharpParseOptions ParseOptions => new(Language, Documentation, preprocessorSymbols: Symbols);
}
