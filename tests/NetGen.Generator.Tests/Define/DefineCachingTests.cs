using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Define;

/// <summary>While a user types, no stage behind the parser runs for a network that a method describes, unless what the method says has changed.</summary>
public class DefineCachingTests
{
    private const string Source = """
        using NetGen;
        namespace Space;

        [Network]
        public sealed partial class First
        {
            private const int Hidden = 8;

            static Node Define([Shape(4)] Node x) => Layer(x, Hidden).Dense(1).Sigmoid();

            static Node Layer(Node a, int units) => a.Dense(units).Relu();

            static int Other() => 1;
        }

        [Network]
        public sealed partial class Second
        {
            static Node Define([Shape(4)] Node x) => x.Dense(3).Softmax();
        }

        [Layers(4, 2, 1)] public sealed partial class Third;
        """;

    private static readonly string[] Stages =
        [NetworkGenerator.ParseStage, NetworkGenerator.NetworkStage, NetworkGenerator.NamesStage, NetworkGenerator.EmitStage];

    [Theory]
    [InlineData("static int Other() => 1;", "static int Other() => 2;")]
    [InlineData("static int Other() => 1;", "static int Other() => \"\";")]
    [InlineData("static int Other() => 1;", "static int Other() => ")]
    [InlineData("using NetGen;", "using NetGen; // a comment that moves everything behind it\n\n")]
    [InlineData("Layer(x, Hidden)", "Layer(\n    units: Hidden /* units */, a: x)")]
    [InlineData("Hidden = 8", "Hidden = 2 * 4")]
    [InlineData("=> x.Dense(3).Softmax();", "{ return x.Dense(3).Softmax(); }")]
    [InlineData("static Node Layer", "private static Node Layer")]
    public void An_edit_that_leaves_the_networks_as_they_are_runs_no_later_stage(string before, string after)
    {
        var result = RunTwice(before, after);
        foreach (string stage in Stages)
        {
            Assert.All(Reasons(result, stage), reason =>
                Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{stage}: {reason}"));
        }

        var outputs = result.TrackedOutputSteps.SelectMany(static steps => steps.Value).SelectMany(static step => step.Outputs);
        Assert.All(outputs, static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void A_changed_constant_emits_that_network_alone()
    {
        var result = RunTwice("Hidden = 8", "Hidden = 9");
        Assert.Single(Reasons(result, NetworkGenerator.EmitStage), static reason => reason == IncrementalStepRunReason.Modified);
        Assert.Equal(2, Reasons(result, NetworkGenerator.EmitStage).Count(static reason => reason == IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void The_names_of_both_kinds_of_network_are_told_apart()
    {
        var result = GeneratorHarness.Run(
            DefineHarness.Class("static Node Define([Shape(4)] Node x) => x.Dense(3);", name: "Cat"),
            "[NetGen.Layers(4, 1)] partial class CAT;");
        Assert.Equal(12, result.GeneratedSources.Select(static file => file.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count() - 1);
    }

    private static GeneratorRunResult RunTwice(string before, string after)
    {
        Assert.Contains(before, Source, StringComparison.Ordinal);
        return GeneratorHarness.CreateDriver()
            .RunGenerators(GeneratorHarness.Compile(Source), TestContext.Current.CancellationToken)
            .RunGenerators(
                GeneratorHarness.Compile(Source.Replace(before, after, StringComparison.Ordinal)), TestContext.Current.CancellationToken)
            .GetRunResult()
            .Results
            .Single();
    }

    private static ImmutableArray<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string stage) =>
        [.. result.TrackedSteps[stage].SelectMany(static step => step.Outputs).Select(static output => output.Reason)];
}
