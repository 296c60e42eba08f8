extern alias generator;

using System.Globalization;
using generator::NetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Benchmarks.BuildCost;

/// <summary>A compilation with one declared network, and the generator run over it as a build or an editor does.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);
    private static readonly Lazy<MetadataReference[]> References = new(ReferencedAssemblies);
    private readonly CSharpCompilation declared;
    private readonly CSharpCompilation edited;
    private readonly GeneratorDriver afterFirstRun;

    /// <summary>Declares a network of some sizes, and runs the generator once.</summary>
    /// <param name="sizes">The sizes as a declaration lists them.</param>
    public GeneratorRun(params ReadOnlySpan<int> sizes)
        : this($"[NetGen.Layers({Join(sizes)})] public sealed partial class Net;")
    {
    }

    /// <summary>Declares a network, and runs the generator once.</summary>
    /// <param name="declaration">The source.</param>
    public GeneratorRun(string declaration)
    {
        SyntaxTree network = Parse(declaration);
        SyntaxTree other = Parse("public static class Other { public static int Value => 1; }");
        declared = CSharpCompilation.Create("Declared", [network, other], References.Value, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        edited = declared.ReplaceSyntaxTree(other, Parse("public static class Other { public static int Value => 2; }"));
        afterFirstRun = NewDriver().RunGenerators(declared);
        TextLength = afterFirstRun.GetRunResult().GeneratedTrees.Sum(tree => tree.Length);
    }

    /// <summary>The characters of all files that the generator adds.</summary>
    public int TextLength { get; }

    /// <summary>Runs the generator as at the start of a build: it knows nothing of an earlier run.</summary>
    /// <returns>The files that it added.</returns>
    public int First() => NewDriver().RunGenerators(declared.Clone()).GetRunResult().GeneratedTrees.Length;

    /// <summary>Runs the generator after an edit of another file.</summary>
    /// <returns>The files that it added.</returns>
    public int AfterUnrelatedEdit() => afterFirstRun.RunGenerators(edited.Clone()).GetRunResult().GeneratedTrees.Length;

    private static string Join(ReadOnlySpan<int> sizes) =>
        string.Join(", ", sizes.ToArray().Select(static size => size.ToString(CultureInfo.InvariantCulture)));

    private static CSharpGeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: ParseOptions);

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, ParseOptions);

    private static MetadataReference[] ReferencedAssemblies()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        string[] files = [.. trusted.Where(file => Path.GetDirectoryName(file) == framework), typeof(LayersAttribute).Assembly.Location];
        return [.. files.Select(file => MetadataReference.CreateFromFile(file))];
    }
}
