using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Parsing.Networks;

namespace NetGen.Generator.Tests.Projects;

/// <summary>
/// Whatever a project turns on, emitted files are silent, and they cause nothing to be said about the declaration: a network is a class with an attribute, and
/// what is said of it is what would be said of that class without the attribute.
/// </summary>
public class SilenceTests
{
    private const string Types = """
        using System;
        using System.Diagnostics.CodeAnalysis;

        [assembly: CLSCompliant(true)]

        namespace Space
        {
            /// <summary>Two layers.</summary>
            [Layers(2, 3, 1)]
            public sealed partial class Plain;

            /// <summary>Classes, in double.</summary>
            [Layers(3, 9, 3, Element = ElementType.Double)]
            [Layer(1, Activation = Activation.Gelu)]
            public partial class Classes;

            [Layers(2, 1)]
            public sealed partial class Undocumented;

            [Layers(2, 1)]
            [CLSCompliant(false)]
            public sealed partial class OfNoOtherLanguage;

            /// <summary>Obsolete.</summary>
            [Layers(2, 1)]
            [Obsolete("use another")]
            public sealed partial class Old;

            /// <summary>Refused.</summary>
            [Layers(2, 1)]
            [Obsolete("use another", true)]
            public sealed partial class VeryOld;

            /// <summary>Experimental.</summary>
            [Layers(2, 1)]
            [Experimental("MINE001")]
            public sealed partial class Tried;

            /// <summary>In what is obsolete.</summary>
            [Obsolete("use another", true)]
            public partial class OldOuter
            {
                /// <summary>Inside.</summary>
                [Layers(2, 1)]
                public sealed partial class Net;
            }

            /// <summary>In what is experimental.</summary>
            [Experimental("MINE002")]
            public partial struct TriedOuter
            {
                /// <summary>Inside.</summary>
                [Layers(2, 1)]
                public sealed partial class Net
                {
                    [Weights(1)] private static readonly float[] Trained = { 1, 2 };
                }
            }

        }
        """;

    private const string Members = """
        using System;
        using System.Diagnostics.CodeAnalysis;
        using System.Runtime.Versioning;

        namespace Space
        {
            /// <summary>Obsolete members.</summary>
            [Layers(2, 2, 2, 1)]
            public sealed partial class OldMembers
            {
                [Obsolete("later")]
                [Weights(1)] private static readonly float[] Trained = { 1, 2, 3, 4 };

                [Obsolete("later", true)]
                [Bias(1)] private static float[] Shift() => new float[] { 1, 2 };

                [Weights(2)] private static float[,] Second { [Obsolete("later", true)] get => new float[,] { { 1, 2 }, { 3, 4 } }; }

                [Obsolete, Bias(2)] private static ReadOnlySpan<float> Third => new float[] { 1, 2 };
            }

            /// <summary>Members that not every platform has, that are experimental, that trimming does not like.</summary>
            [Layers(2, 2, 1)]
            public sealed partial class OddMembers
            {
                [Experimental("MINE003")]
                [Weights(1)] private static readonly float[] Trained = { 1, 2, 3, 4 };

                [SupportedOSPlatform("windows")]
                [Bias(1)] private static float[] Shift() => new float[] { 1, 2 };

                [RequiresUnreferencedCode("reads"), RequiresDynamicCode("reads"), RequiresPreviewFeatures]
                [Weights(2)] private static float[] Second() => new float[] { 1, 2 };
            }

            /// <summary>Members that may be null.</summary>
            [Layers(2, 2, 2, 2, 1)]
            public sealed partial class NullableMembers
            {
                [Weights(1)] internal float[,]? P { get; set; }

                [Bias(1)] internal float[]? Q { get; set; }

                [Weights(2)] internal float[]?[]? R { get; set; }

                [Weights(3)] internal float[]? S() => P is null ? null : new float[4];

                [Bias(3)] internal Span<float> T => Q;

                [MaybeNull, Weights(4)] internal float[] U => Q!;
            }

        }
        """;

    private const string Names = """
        namespace Space
        {
            [Layers(2, 1)]
            internal sealed partial class @xor;

            [Layers(2, 1)]
            internal sealed partial class @class
            {
                [Weights(1)] private readonly float[] @event = { 1, 2 };

                [Bias(1)] private static float[] @lock() => new float[] { 1 };
            }

            internal partial class @using
            {
                internal partial struct @struct
                {
                    internal partial interface @is
                    {
                        internal partial record @record
                        {
                            [Layers(2, 1)]
                            internal sealed partial class lower;
                        }
                    }
                }
            }
        }

        namespace @namespace.@int.lower
        {
            /// <summary>Named with keywords all around.</summary>
            [Layers(2, 1)]
            public sealed partial class Net;
        }
        """;

    public static TheoryData<string, CSharpCompilationOptions> Settings
    {
        get
        {
            var options = new Project().Options;
            return new()
            {
                { "nullable on, warnings as errors", options.WithGeneralDiagnosticOption(ReportDiagnostic.Error) },
                {
                    "nullable off, checked, debug",
                    options.WithNullableContextOptions(NullableContextOptions.Disable).WithOverflowChecks(true).WithOptimizationLevel(OptimizationLevel.Debug)
                },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Settings), DisableDiscoveryEnumeration = true)]
    public void The_compiler_says_of_a_network_what_it_says_of_the_class(string name, CSharpCompilationOptions options)
    {
        Assert.NotEmpty(name);
        string[] symbols = options.OptimizationLevel == OptimizationLevel.Debug ? ["DEBUG"] : [];
        var project = new Project(Types, Members, Names) { Documentation = DocumentationMode.Diagnose, Options = options, Symbols = symbols };
        var output = project.Generate();
        using var documentation = new MemoryStream();
        var emitted = output.Emit(Stream.Null, xmlDocumentationStream: documentation, cancellationToken: TestContext.Current.CancellationToken);
        AssertSilent(Without(project).GetDiagnostics(TestContext.Current.CancellationToken), emitted.Diagnostics);
    }

    [Fact]
    public async Task Analyzers_say_of_a_network_what_they_say_of_the_class()
    {
        var analyzers = NetAnalyzers();
        Assert.SkipWhen(analyzers.IsEmpty, "The analyzers of the SDK are not here.");

        // AnalysisMode All, every rule a warning, whether it is on by default or not; then every rule an error in an .editorconfig.
        var rules = analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct();
        var project = new Project(Members, Names) { Documentation = DocumentationMode.Diagnose };
        var errors = rules.ToDictionary(static rule => rule, static _ => ReportDiagnostic.Error);
        project = project with { Options = project.Options.WithSpecificDiagnosticOptions(errors) };
        AssertSilent(await Analyze(Without(project), analyzers), await Analyze(project.Generate(), analyzers));
    }

    [Fact]
    public void Sizes_of_fifteen_layers_are_no_array_which_a_compliant_assembly_must_not_have()
    {
        string layers = string.Concat(Enumerable.Range(1, 15).Select(static count =>
            $"[Layers(2{string.Concat(Enumerable.Repeat(", 3", count))}, Initializer = Initializer.He)] [Layer(1, Slope = 0.1)] "
                + $"public partial class N{count};"));
        var declared = new Project($"[assembly: System.CLSCompliant(true)] {layers}").Declare();
        Project.IsSilent(declared.GetDiagnostics(TestContext.Current.CancellationToken));
        Assert.All(
            Enumerable.Range(1, 15),
            count => Assert.Equal(
                count,
                NetworkParser.Parse(declared.GetTypeByMetadataName($"N{count}")!, declared, TestContext.Current.CancellationToken).Spec!.Layers.Count));
    }

    private static void AssertSilent(IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after) =>
        Project.IsSilent(after, Project.Told(before).ToHashSet());

    /// <summary>The same classes without the attributes that make networks of them.</summary>
    private static CSharpCompilation Without(Project project) => (project with
    {
        Sources = [.. project.Sources.Select(static source => string.Join('\n', source.Split('\n').Select(WithoutLayers)))],
    }).Declare();

    private static string WithoutLayers(string line) => line.TrimStart().StartsWith("[Layer", StringComparison.Ordinal) ? string.Empty : line;

    private static async Task<IEnumerable<Diagnostic>> Analyze(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        await compilation.WithAnalyzers(analyzers).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);

    private static ImmutableArray<DiagnosticAnalyzer> NetAnalyzers()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        string sdks = Path.Combine(root, "sdk");
        string? folder = Directory.Exists(sdks)
            ? Directory.GetDirectories(sdks, "10.*")
                .Select(static sdk => Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers"))
                .LastOrDefault(Directory.Exists)
            : null;
        if (folder is null)
        {
            return [];
        }

        string[] files = ["Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"];
        return
        [
            .. files
                .Select(file => Assembly.LoadFrom(Path.Combine(folder, file)))
                .SelectMany(static assembly => assembly.GetTypes())
                .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
                .Where(static type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
                .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
    }
}
