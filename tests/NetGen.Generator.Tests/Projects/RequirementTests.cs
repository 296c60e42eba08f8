using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Analyzers.Declaration;
using NetGen.Tests;

namespace NetGen.Generator.Tests.Projects;

/// <summary>What emitted code needs of a project is said once, and nothing is emitted that could not be compiled.</summary>
public class RequirementTests
{
    private const string Net = "[Layers(2, 3, 1)] public sealed partial class Net { }";

    [Theory]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    public async Task An_older_language_is_one_message_and_nothing_is_emitted(LanguageVersion version)
    {
        var project = new Project(Net) { Language = version };
        var output = project.Generate();
        Project.IsSilent(output.GetDiagnostics(TestContext.Current.CancellationToken));
        Assert.Empty(GeneratedOfNetworks(output));
        var found = Assert.Single(await AnalyzerRun.Of(output, [new BuildRequirementsAnalyzer()], TestContext.Current.CancellationToken));
        Assert.Equal("NETGEN0031", found.Id);
        Assert.Equal(
            $"the code emitted for Net needs C# 13.0 or later, but this project is compiled as C# {version.ToDisplayString()}: "
                + "set its LangVersion to 13.0 or later, or remove it",
            found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    [InlineData(LanguageVersion.LatestMajor)]
    [InlineData(LanguageVersion.Default)]
    public async Task A_language_that_is_new_enough_compiles_without_a_word(LanguageVersion version)
    {
        const string Other = "[Layers(3, 9, 3, Element = ElementType.Double)] internal partial class Other { [Weights(1)] double[]? P { get; set; } }";
        var output = new Project(Net, Other) { Language = version }.Generate();
        Project.IsSilent(output.GetDiagnostics(TestContext.Current.CancellationToken));
        Assert.NotEmpty(GeneratedOfNetworks(output));
        Assert.Empty(await AnalyzerRun.Of(output, [new BuildRequirementsAnalyzer()], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_older_framework_is_one_message_and_nothing_is_emitted()
    {
        // A core library of version 9 and a declaration's attribute are all that the generator looks at.
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        const string Core = """
            [assembly: System.Reflection.AssemblyVersion("9.0.0.0")]
            namespace System
            {
                public class Object; public abstract class ValueType; public struct Int32; public struct Void; public class Attribute; public class String;
                public abstract class Enum : ValueType; public struct Boolean; public abstract class Array;
            }
            namespace System.Reflection { public class AssemblyVersionAttribute(string version) : Attribute; }
            """;
        const string Runtime = "namespace NetGen { public class LayersAttribute(int inputs, int units1) : System.Attribute; }";
        var core = CSharpCompilation.Create("System.Runtime", [CSharpSyntaxTree.ParseText(Core, parse)], options: new(OutputKind.DynamicallyLinkedLibrary));
        var runtime = CSharpCompilation.Create(
            "NetGen.Runtime",
            [CSharpSyntaxTree.ParseText(Runtime, parse)],
            [core.ToMetadataReference()],
            new(OutputKind.DynamicallyLinkedLibrary));
        var project = CSharpCompilation.Create(
            "Tests",
            [CSharpSyntaxTree.ParseText("[NetGen.Layers(2, 1)] public partial class Net;", parse, "Source.cs")],
            [core.ToMetadataReference(), runtime.ToMetadataReference()],
            new(OutputKind.DynamicallyLinkedLibrary));
        var result = GeneratorHarness.Run(project, out var output);
        Assert.Empty(GeneratorHarness.FilesOfNetworks(result));
        var found = Assert.Single(await AnalyzerRun.Of(output, [new BuildRequirementsAnalyzer()], TestContext.Current.CancellationToken));
        Assert.Equal(
            "the code emitted for Net needs .NET 10 or later, but this project is compiled against System.Runtime 9.0: "
                + "set its TargetFramework to net10.0 or later",
            found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Two_generators_are_one_message_and_emit_once()
    {
        var output = new Project(Net, "[Layers(3, 2)] public partial class Other;").Generate(out var reported, new NetworkGenerator(), new NetworkGenerator());
        Assert.Equal(["NETGEN0032"], reported.Select(static diagnostic => diagnostic.Id));
        Project.IsSilent(output.GetDiagnostics(TestContext.Current.CancellationToken));
        Assert.Equal(12, GeneratedOfNetworks(output).Count());
    }

    [Fact]
    public void Three_generators_are_one_message_and_emit_once()
    {
        var output = new Project(Net).Generate(out var reported, new NetworkGenerator(), new NetworkGenerator(), new NetworkGenerator());
        Assert.Equal(["NETGEN0032"], reported.Select(static diagnostic => diagnostic.Id));
        Project.IsSilent(output.GetDiagnostics(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void One_generator_says_nothing()
    {
        new Project(Net).Generate(out var reported, new NetworkGenerator());
        Assert.Empty(reported);
    }

    private static IEnumerable<SyntaxTree> GeneratedOfNetworks(Compilation output) =>
        Project.EmittedFilesOf(output).Where(static tree => !tree.FilePath.EndsWith(GeneratorMark.HintName, StringComparison.Ordinal));
}
