using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>While a user types, nothing is parsed into a new model or emitted again unless a declaration changed.</summary>
public class CachingTests
{
    private const string Networks = """
        using NetGen;
        namespace Space;

        [Layers(4, 8, 1)]
        public sealed partial class First
        {
            [Weights(1)] private static readonly float[,] trained = new float[8, 4];
        }

        [Layers(2, 3, 3, Hidden = Activation.Tanh)]
        [Layer(1, Activation = Activation.LeakyRelu, Slope = 0.1)]
        public sealed partial class Second;
        """;

    private const string Other = "class Other { int Value() => 1; }";

    private static readonly string[] Stages =
        [NetworkGenerator.ParseStage, NetworkGenerator.NetworkStage, NetworkGenerator.NamesStage, NetworkGenerator.EmitStage];

    [Fact]
    public void A_second_run_on_the_same_compilation_does_nothing()
    {
        var compilation = GeneratorHarness.Compile(Networks, Other);
        AssertNothingDone(RunTwice(compilation, compilation));
    }

    [Fact]
    public void A_second_run_on_an_equal_compilation_does_nothing() =>
        AssertNothingDone(RunTwice(GeneratorHarness.Compile(Networks, Other), GeneratorHarness.Compile(Networks, Other)));

    [Theory]
    [InlineData("class Other { int Value() => 2; }")]
    [InlineData("class Other { int Value() => 1; } class Another;")]
    [InlineData("class Other { int Value() => ")]
    [InlineData("")]
    public void An_edit_in_another_file_emits_nothing_again(string edited) => AssertNothingDone(RunTwice(Edit(Other, string.Empty), Edit(Other, edited)));

    [Theory]
    [InlineData("using NetGen;", "using NetGen; // a comment that moves everything behind it\n\n")]
    [InlineData("[Layers(4, 8, 1)]", "[Layers( 4, /* hidden */ 8,\n 1 )]")]
    [InlineData("[Layers(4, 8, 1)]", "[Layers(4, 2 * 4, 1)]")]
    [InlineData("public sealed partial class First\n{", "public sealed partial class First\n{ private int count = 1; void Method() { count++; }")]
    [InlineData("new float[8, 4]", "new float[8, 5]")]
    [InlineData("public sealed partial class Second;", "public sealed partial class Second; class Third;")]
    public void An_edit_that_leaves_the_declarations_as_they_are_emits_nothing_again(string before, string after)
    {
        Assert.Contains(before, Networks, StringComparison.Ordinal);
        AssertNothingDone(RunTwice(Edit(before, before), Edit(before, after)));
    }

    [Fact]
    public void A_changed_size_emits_that_network_alone()
    {
        var result = RunTwice(Edit("4, 8, 1", "4, 8, 1"), Edit("4, 8, 1", "4, 9, 1"));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], Reasons(result, NetworkGenerator.ParseStage));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(result, NetworkGenerator.NetworkStage));
    }

    [Fact]
    public void No_stage_hands_on_a_symbol_a_node_or_a_location()
    {
        var result = GeneratorHarness.Run(Networks);
        foreach (string stage in Stages)
        {
            foreach (var (value, _) in result.TrackedSteps[stage].SelectMany(static step => step.Outputs))
            {
                AssertHoldsNoCompilerObject(value, []);
            }
        }
    }

    [Fact]
    public void An_earlier_compilation_is_not_kept_alive()
    {
        var driver = GeneratorHarness.CreateDriver();
        var (weak, later) = RunOnTwoCompilations(ref driver);
        for (int attempt = 0; attempt < 10 && weak.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(weak.IsAlive);
        GC.KeepAlive(driver);
        GC.KeepAlive(later);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Earlier, Compilation Later) RunOnTwoCompilations(ref GeneratorDriver driver)
    {
        var earlier = GeneratorHarness.Compile(Networks, Other);
        driver = driver.RunGenerators(earlier, TestContext.Current.CancellationToken);
        var later = GeneratorHarness.Compile(Networks, Other + " // later");
        driver = driver.RunGenerators(later, TestContext.Current.CancellationToken);
        return (new WeakReference(earlier), later);
    }

    private static CSharpCompilation Edit(string before, string after) => GeneratorHarness.Compile(
        Networks.Replace(before, after, StringComparison.Ordinal), Other.Replace(before, after, StringComparison.Ordinal));

    private static GeneratorRunResult RunTwice(CSharpCompilation first, CSharpCompilation second) => GeneratorHarness.CreateDriver()
        .RunGenerators(first, TestContext.Current.CancellationToken)
        .RunGenerators(second, TestContext.Current.CancellationToken)
        .GetRunResult()
        .Results
        .Single();

    private static ImmutableArray<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string stage) =>
        [.. result.TrackedSteps[stage].SelectMany(static step => step.Outputs).Select(static output => output.Reason)];

    private static void AssertNothingDone(GeneratorRunResult result)
    {
        foreach (string stage in Stages)
        {
            Assert.NotEmpty(Reasons(result, stage));
            Assert.All(
                Reasons(result, stage),
                reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{stage}: {reason}"));
        }

        var outputs = result.TrackedOutputSteps.SelectMany(static steps => steps.Value).SelectMany(static step => step.Outputs);
        Assert.All(outputs, static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static void AssertHoldsNoCompilerObject(object? value, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        bool isCompilerObject = value is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or SemanticModel or AttributeData;
        Assert.False(isCompilerObject, $"a stage hands on a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                AssertHoldsNoCompilerObject(item, seen);
            }
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            AssertHoldsNoCompilerObject(field.GetValue(value), seen);
        }
    }
}
