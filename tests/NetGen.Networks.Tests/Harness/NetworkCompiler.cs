extern alias generator;

using System.Runtime.Loader;
using generator::NetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Networks.Tests.Harness;

/// <summary>Runs the generator over a source, compiles the result in memory as a consumer's release build would, and loads it.</summary>
internal static class NetworkCompiler
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);
    private static readonly CSharpParseOptions DebugParseOptions = ParseOptions.WithPreprocessorSymbols("DEBUG", "TRACE");
    private static readonly Lazy<MetadataReference[]> References = new(ReferencedAssemblies);

    /// <summary>The strictest consumer: every warning of the compiler is asked for, and unsafe code is not allowed.</summary>
    public static CSharpCompilationOptions Options { get; } = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithWarningLevel(9999)
        .WithAllowUnsafe(false)
        .WithNullableContextOptions(NullableContextOptions.Enable);

    /// <summary>Compiles and loads the networks of a source.</summary>
    /// <param name="source">Declarations, and whatever stands beside them.</param>
    /// <param name="checkOverflow">Whether the consumer checks integer arithmetic.</param>
    /// <exception cref="InvalidOperationException">The generator or the compiler had something to say, be it a warning.</exception>
    public static CompiledNetworks Load(string source, bool checkOverflow = false) =>
        Load(ImageCache.GetOrAdd($"{source}\n// overflow is checked: {checkOverflow}", () => Compile(source, Options.WithOverflowChecks(checkOverflow))));

    /// <summary>Compiles and loads the networks of a source as a debug build would: not optimized, and with the symbol DEBUG.</summary>
    /// <param name="source">Declarations, and whatever stands beside them.</param>
    /// <exception cref="InvalidOperationException">The generator or the compiler had something to say, be it a warning.</exception>
    public static CompiledNetworks LoadDebug(string source) =>
        Load(ImageCache.GetOrAdd($"{source}\n// debug build", () => Compile(source, Options.WithOptimizationLevel(OptimizationLevel.Debug))));

    /// <summary>The image of a release build.</summary>
    /// <param name="source">Declarations, and whatever stands beside them.</param>
    public static byte[] ReleaseImage(string source) => Compile(source, Options);

    private static CompiledNetworks Load(byte[] image)
    {
        var context = new AssemblyLoadContext("networks", isCollectible: true);
        return new CompiledNetworks(context, context.LoadFromStream(new MemoryStream(image)));
    }

    private static byte[] Compile(string source, CSharpCompilationOptions options)
    {
        using var image = new MemoryStream();
        Refuse(Generate(source, options).Emit(image).Diagnostics, source);
        return image.ToArray();
    }

    /// <summary>The source together with what the generator adds to it.</summary>
    /// <param name="source">Declarations, and whatever stands beside them.</param>
    /// <param name="options">The consumer's options.</param>
    /// <param name="files">Other files of the project, complete with their usings.</param>
    /// <exception cref="InvalidOperationException">The generator failed or reported something.</exception>
    public static Compilation Generate(string source, CSharpCompilationOptions options, params IEnumerable<string> files)
    {
        CSharpParseOptions parseOptions = options.OptimizationLevel == OptimizationLevel.Debug ? DebugParseOptions : ParseOptions;
        SyntaxTree tree = CSharpSyntaxTree.ParseText("using NetGen;\n" + source, parseOptions);
        SyntaxTree[] others = [.. files.Select(file => CSharpSyntaxTree.ParseText(file, parseOptions))];
        var compilation = CSharpCompilation.Create("Networks", [tree, .. others], References.Value, options);
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out var diagnostics);
        Refuse(diagnostics, source);
        return generated;
    }

    /// <summary>Throws when a diagnostic of at least the severity of a warning is among these.</summary>
    public static void Refuse(IEnumerable<Diagnostic> diagnostics, string source)
    {
        Diagnostic[] found = [.. diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        if (found.Length > 0)
        {
            throw new InvalidOperationException($"{source}\ndoes not compile cleanly:\n{string.Join('\n', found.Take(20).Select(Describe))}");
        }
    }

    private static string Describe(Diagnostic diagnostic)
    {
        string line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
        return $"{diagnostic}\n    {line}";
    }

    /// <summary>What a consumer's project references: the framework and the runtime library, and nothing of this test project.</summary>
    private static MetadataReference[] ReferencedAssemblies()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        string[] files =
        [
            .. trusted.Where(file => Path.GetDirectoryName(file) == framework),
            typeof(LayersAttribute).Assembly.Location,
            typeof(CsvColumns).Assembly.Location,
            typeof(Reports.Report).Assembly.Location,
        ];
        return [.. files.Select(file => MetadataReference.CreateFromFile(file))];
    }
}
