using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Tests;

namespace NetGen.Generator.Tests;

/// <summary>
/// Whatever half-typed source there is, the generator and the analyzers never throw, and what is emitted for it compiles wherever the user's own code does.
/// </summary>
public class HostileSourceTests
{
    private const string Declaration = """
        using NetGen;
        namespace Space
        {
            internal partial class Outer
            {
                [Layers(4, 3, 2, Hidden = Activation.Tanh, Output = Activation.Softmax, Loss = Loss.CrossEntropy,
                        Initializer = Initializer.He, Element = ElementType.Double)]
                [Layer(1, Activation = Activation.LeakyRelu, Slope = 0.1)]
                public sealed partial class Net
                {
                    [Weights(1)] private static readonly double[,] trained = new double[3, 4];
                    [Bias(2)] private static double[] Biases() => [1, 2];
                }
            }
        }
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(NetworkGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public Task Sources_cut_at_every_character() =>
        Survive(Enumerable.Range(0, Declaration.Length).SelectMany(static cut => new[] { Declaration[..cut], Declaration[cut..] }));

    [Fact]
    public Task Sources_without_any_one_character() => Survive(Enumerable.Range(0, Declaration.Length).Select(static index => Declaration.Remove(index, 1)));

    [Fact]
    public Task Sources_without_random_stretches()
    {
        var random = new Random(1);
        return Survive(Enumerable.Range(0, 300).Select(_ =>
        {
            string source = Declaration;
            for (int cuts = random.Next(1, 4); cuts > 0; cuts--)
            {
                int start = random.Next(source.Length);
                source = source.Remove(start, random.Next(1, Math.Min(30, source.Length - start) + 1));
            }

            return source;
        }));
    }

    [Fact]
    public Task Sources_with_exchanged_and_repeated_words()
    {
        var random = new Random(2);
        string[] words = [.. CSharpSyntaxTree.ParseText(Declaration).GetRoot().DescendantTokens().Select(static token => token.ToFullString())];
        return Survive(Enumerable.Range(0, 300).Select(_ =>
        {
            string[] changed = [.. words];
            for (int changes = random.Next(1, 4); changes > 0; changes--)
            {
                int index = random.Next(changed.Length);
                string other = words[random.Next(words.Length)];
                changed[index] = random.Next(3) switch { 0 => other, 1 => changed[index] + other, _ => changed[index] + changed[index] };
            }

            return string.Concat(changed);
        }));
    }

    [Fact]
    public Task Sizes_of_every_kind()
    {
        string[] sizes =
        [
            "0", "-1", "1", "int.MaxValue", "int.MinValue", "2147483648", "4294967296L", "99999999999999999999", "1.5", "1f", "'a'", "\"4\"", "null",
            "default", "true",
            "x", "Net.x", "nameof(x)", "sizeof(int)", "new int[0]", "new int[] { 1, 2 }", "new[] { 1, 2 }", "new int[2]", "new int[,] { { 1 } }", "[1, 2]",
            "typeof(int)",
            "int.MaxValue + 1", "1 / 0", "unchecked(int.MaxValue + 1)", "Activation.Relu", "(int)Activation.Relu", "..", "params", "sizes: 1", "this",
            "() => 1", "$\"{1}\"",
            "new int[] { 1, \"2\" }", "new int[] { null }", "new object[] { 1, 2 }", "4,,4", "checked(3)", "(byte)3", "(short)3", "3u", "\u0664",
        ];
        var random = new Random(4);
        var sources = from first in sizes.Append("3")
                      from second in sizes.Append("3, 2")
                      where second == "3, 2" || first == "3" || random.Next(5) == 0
                      select $"using NetGen; [Layers({first}, {second})] partial class Net {{ const int x = 3; }}";
        return Survive(sources);
    }

    [Fact]
    public Task Arguments_of_every_kind()
    {
        string[] names =
            ["Hidden", "Output", "Loss", "Initializer", "Element", "Sizes", "sizes", "Unknown", "TypeId", "Activation", "Slope", "@Hidden", "", "0"];
        string[] values =
        [
            "Activation.Softmax", "Loss.CrossEntropy", "Loss.SquaredError", "Initializer.Zeros", "ElementType.Double", "(Activation)99", "(Activation)(-1)",
            "(Loss)int.MaxValue", "null", "default", "1", "-1.0", "double.NaN", "double.PositiveInfinity", "1e300", "\"x\"", "x", "Net.x",
            "Activation.Unknown", "Activation.", "new int[] { 1, 2 }", "",
        ];
        var random = new Random(5);
        var sources = from name in names
                      from value in values
                      from template in new[]
                      {
                          $"[Layers(4, 3, 2, {name} = {value})]",
                          $"[Layers(4, 3, 2, {name} = {value}, {name} = {value})]",
                          $"[Layers(4, 3, 2)] [Layer(1, {name} = {value})]",
                          $"[Layers(4, 3, 2)] [Layer({name}: {value})] [Layer({value})] [Layer]",
                      }
                      where random.Next(2) == 0
                      select $"using NetGen; {template} partial class Net {{ const int x = 3; }}";
        return Survive(sources);
    }

    [Fact]
    public Task Types_of_every_kind()
    {
        string[] modifiers =
        [
            "", "partial", "static partial", "abstract partial", "sealed partial", "file partial",
            "unsafe partial", "readonly partial", "ref partial", "new partial",
        ];
        string[] kinds = ["class", "struct", "record", "record struct", "interface", "enum", "class class", "delegate void"];
        string[] names = ["Net", "Net<T>", "@class", "Predictor", "Outer", "W1", "record", "var", "_", "N\u00e9t", "dynamic", "Net<", ""];
        string[] bodies = ["{ }", ";", "{ int W1; void Predict() { } }", "(int x) { }", ": Net { }", ": Missing { }", "where T : struct { }", "{"];
        var random = new Random(3);
        var sources = from modifier in modifiers
                      from kind in kinds
                      from name in names
                      from body in bodies
                      where random.Next(20) == 0
                      select $"using NetGen; partial class Outer {{ [Layers(4, 3, 2)] {modifier} {kind} {name} {body} }}";
        return Survive(sources);
    }

    [Fact]
    public Task Attributes_in_the_wrong_place() => Survive(
    [
        "using NetGen; [assembly: Layers(4, 1)]",
        "using NetGen; [module: Layers(4, 1)] [type: Layers(4, 1)] partial class Net;",
        "using NetGen; partial class Net { [Layers(4, 1)] int field; [Layers(4, 1)] void Method() { } [return: Layers(4, 1)] int Other() => 1; }",
        "using NetGen; [Layers(4, 1), Layers(4, 1), Layers(4, 1)] partial class Net { } [Layers(4, 1)] class Net { } class Net { }",
        "using NetGen; [Layers(4, 1)] [Layers(4, 1)] partial class Net { [Layers(4, 1)] partial class Net { [Layers(4, 1)] partial class Net { } } }",
        "using L = NetGen.LayersAttribute; [L(4, 1)] partial class Net;",
        "[NetGen.Layers(4, 1)] partial class Net; namespace NetGen { class LayersAttribute : System.Attribute; }",
        "[NetGen.Layers(4, 1)] partial class Net; namespace NetGen { class LayersAttribute(int a, string b) : System.Attribute; class LayerAttribute; }",
        "namespace NetGen; [Layers(4, 1)] partial class LayersAttribute;",
        "using NetGen; [Layers(4, 1)] partial class Net : Net { }",
        "using NetGen; [Layers(4, 1)] partial class A : B { } [Layers(4, 1)] partial class B : A { }",
        "using NetGen; [Layers(4, 1)] partial class System { } [Layers(4, 1)] partial class NetGen { }",
        "using NetGen; namespace global { [Layers(4, 1)] partial class Net; }",
        "using NetGen; class C { void M() { [Layers(4, 1)] void Local() { } } }",
        "[Layers(4, 1)] partial class Net;",
    ]);

    private static async Task Survive(IEnumerable<string> sources)
    {
        var survival = new Survival();
        var failures = new List<string>();
        foreach (string source in sources)
        {
            try
            {
                if (await survival.Try(source) is { } failure)
                {
                    failures.Add($"{failure}\n{source}");
                }
            }
            catch (InvalidOperationException exception)
            {
                failures.Add($"{exception}\n{source}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Take(5).Prepend(failures.Count.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>Feeds sources to one driver, one after the other, as an editor does: what one source leaves behind must not harm the next.</summary>
    private sealed class Survival
    {
        private readonly HashSet<string> checkedFiles = new(StringComparer.Ordinal);
        private GeneratorDriver driver = GeneratorHarness.CreateDriver();

        /// <summary>What went wrong with a source, or null.</summary>
        public async Task<string?> Try(string source)
        {
            var cancellationToken = TestContext.Current.CancellationToken;
            var compilation = GeneratorHarness.Compile(source);
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics, cancellationToken);
            var result = driver.GetRunResult().Results.Single();
            if (result.Exception is not null || !diagnostics.IsEmpty)
            {
                return $"the generator failed: {result.Exception} {string.Join(", ", diagnostics)}";
            }

            // The same files are emitted for many sources, and checking them is what takes time: once each is enough. For the rest the analyzers see the user's
            // code alone, as they do in an editor before the generator has run.
            string emitted = string.Concat(result.GeneratedSources.Select(static file => file.SourceText));
            bool isChecked = checkedFiles.Contains(emitted);
            await AnalyzerRun.Of(isChecked ? compilation : output, Analyzers, cancellationToken);
            if (isChecked || !IsWellFormed(compilation))
            {
                return null;
            }

            checkedFiles.Add(emitted);
            var errors = GeneratorHarness.DiagnosticsOfEmittedFiles(output);
            return errors.IsEmpty ? null : $"emitted code does not compile: {string.Join('\n', errors.Take(3))}";
        }
    }

    private static bool IsWellFormed(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().All(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
}
