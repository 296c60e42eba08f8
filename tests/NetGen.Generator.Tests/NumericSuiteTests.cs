using System.Text.RegularExpressions;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Step;
using NetGen.Tests;

namespace NetGen.Generator.Tests;

/// <summary>
/// The numeric suite runs on processors whose emulator is slow: its networks are few, and yet none of the forms that emitted code can have is missing.
/// </summary>
public sealed partial class NumericSuiteTests
{
    private static readonly int[] Sizes = [1, 2, 3, 5, 8, 16, 33, 64, 100, 260, 600, 1024, 2048, 4096];

    [Theory]
    [InlineData("Float")]
    [InlineData("Double")]
    public void The_networks_of_the_suite_have_every_form_that_any_network_gets(string element)
    {
        string[] possible =
        [
            .. Declarations().SelectMany(sizes => Forms($"{sizes}, Element = ElementType.{element}")).Distinct().Order(StringComparer.Ordinal),
        ];
        string[] covered = [.. SuiteDeclarations(element).SelectMany(Forms).Distinct().Order(StringComparer.Ordinal)];
        Assert.Contains("copies panels", possible);
        Assert.Empty(possible.Except(covered));
    }

    [Theory]
    [InlineData("EveryKind")]
    [InlineData("EveryKindDouble")]
    public void The_described_networks_of_the_suite_have_every_kind_of_layer(string name)
    {
        string source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "NetGen.NumericSuite", "EveryKind.cs"));
        NetworkSpec spec = GeneratorHarness.Parse($"using NetGen;\n{source}", $"NetGen.NumericSuite.{name}").Spec!;
        IEnumerable<Type> kinds = typeof(LayerSpec).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(LayerSpec)) && !type.IsAbstract);
        Assert.Empty(kinds.Except(spec.Layers.Select(static layer => layer.GetType())));
    }

    private static IEnumerable<string> Declarations()
    {
        foreach (int inputs in Sizes)
        {
            foreach (int units in Sizes)
            {
                foreach (int outputs in (int[])[1, 2, 40])
                {
                    yield return $"{inputs}, {units}, {outputs}, Hidden = Activation.{(units % 2 == 0 ? "Relu" : "Gelu")}";
                }
            }
        }
    }

    private static IEnumerable<string> SuiteDeclarations(string element)
    {
        string networks = File.ReadAllText(Path.Combine(Repository.Root, "tests", "NetGen.NumericSuite", "Networks.cs"));
        return Declaration().Matches(networks)
            .Select(static match => match.Groups["arguments"].Value)
            .Where(arguments => arguments.Contains("ElementType.Double", StringComparison.Ordinal) == (element == "Double"));
    }

    /// <summary>What distinguishes the code of one network from that of another, at the width that every processor has.</summary>
    private static IEnumerable<string> Forms(string arguments)
    {
        NetworkSpec spec = GeneratorHarness.Parse($"[Layers({arguments})] partial class Net;").Spec!;
        NetworkPlan plan = Planner.Plan(spec);
        yield return $"{plan.Kind}";
        yield return $"{plan.Kind} {(plan.Memory.HasCompactOutput ? "one output" : "several outputs")}";
        if (plan.Kind == PlanKind.Register)
        {
            yield break;
        }

        yield return plan.Memory.CopiesInput ? "copies its input" : "reads its input as it lies";
        foreach (DensePlan layer in plan.Widths[^1].Layers.Cast<DensePlan>())
        {
            yield return $"forward {Form(layer.Forward.Tile, layer.Forward.IsPacked)}";
            if (layer.Backward is not null)
            {
                yield return $"backward {Form(layer.Backward.Product.Tile, layer.Backward.Product.IsPacked)}";
            }

            yield return $"gradient {Form(layer.Gradient.Tile, isPacked: false)}";
            if (layer.Gradient.CopiesPanels)
            {
                yield return "copies panels";
            }

            if (layer.Gradient.TilesDeltas)
            {
                yield return "dZ in tiles";
            }

            if (layer.Gradient.AreFarWeights)
            {
                yield return "prefetches weights";
            }

            if (plan.Memory.StoresDerivative(layer.Layer))
            {
                yield return "keeps derivatives";
            }
        }
    }

    private static string Form(TilePlan tile, bool isPacked) => $"{tile.Kind}{(isPacked ? " packed" : string.Empty)}";

    [GeneratedRegex(@"^\[Layers\((?<arguments>.*)\)\]", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
