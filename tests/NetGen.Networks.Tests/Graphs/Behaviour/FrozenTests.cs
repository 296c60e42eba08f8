using System.Numerics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Graphs.Behaviour;

/// <summary>What is frozen is neither changed nor differentiated.</summary>
public class FrozenTests
{
    private const string Stem = "x.Dense(33, bias: false).BatchNorm().Tanh().Dense(12).LayerNorm()";

    [Fact]
    public void ParametersAndStatisticsKeepTheirBits()
    {
        var network = new FrozenNet();
        network.Initialize(seed: 1);
        var random = new Random(1);
        network.SetParameters([.. Enumerable.Range(0, FrozenNet.ParameterCount).Select(_ => 0.1 + random.NextDouble())]);
        double[] before = network.Parameters.ToArray();
        var batch = new GraphBatch<double>(FrozenNet.Description, examples: 50);
        var adam = new Adam<double>(0.01);
        for (int step = 0; step < 3; step++)
        {
            network.TrainStep(batch.X, batch.Y, ref adam, threads: step);
        }

        foreach (ParameterDescription parameter in FrozenNet.Description.Parameters)
        {
            Range range = parameter.Offset..(parameter.Offset + parameter.Count);
            if (FrozenNet.Description.Layers[parameter.Layer - 1].IsFrozen)
            {
                Assert.Equal(before[range], network.Parameters[range].ToArray());
            }
            else
            {
                Assert.NotEqual(before[range], network.Parameters[range].ToArray());
            }
        }
    }

    [Fact]
    public void AnOptimizerThatMovesWhatHasNoGradientMovesNothingThatIsFrozen()
    {
        var network = new FrozenNet();
        var random = new Random(1);
        double[] before = [.. Enumerable.Range(0, FrozenNet.ParameterCount).Select(_ => 0.1 + random.NextDouble())];
        network.SetParameters(before);
        var halving = new Halving<double>();
        network.ApplyGradients(new double[FrozenNet.ParameterCount], ref halving);
        AssertHalved(FrozenNet.Description, before, network.Parameters);
    }

    [Fact]
    public void NorDoesItInABatchOfSeveralSlices()
    {
        const int Examples = 50_000;
        var network = new WideFrozenNet();
        var random = new Random(1);
        float[] before = [.. Enumerable.Range(0, WideFrozenNet.ParameterCount).Select(_ => 0.1f + random.NextSingle())];
        network.SetParameters(before);
        var halving = new Halving<float>();
        network.TrainStep(new float[Examples * WideFrozenNet.InputSize], new float[Examples], ref halving);
        AssertHalved(WideFrozenNet.Description, before, network.Parameters);
    }

    private static void AssertHalved<T>(NetworkDescription description, T[] before, ReadOnlySpan<T> after)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.Contains(description.Parameters, static parameter => !parameter.IsTrainable);
        foreach (ParameterDescription parameter in description.Parameters)
        {
            T factor = parameter.IsTrainable ? T.CreateChecked(0.5) : T.One;
            for (int place = parameter.Offset; place < parameter.Offset + parameter.Count; place++)
            {
                Assert.Equal(before[place] * factor, after[place]);
            }
        }
    }

    [Fact]
    public void GradientsOfFrozenLayersStatisticsAndUnusedRowsAreZeroWhateverTheArrayHeld()
    {
        var (frozen, table) = (new FrozenNet(), new TableNet());
        frozen.Initialize(seed: 1);
        table.Initialize(seed: 1);
        var batch = new GraphBatch<double>(FrozenNet.Description, examples: 50);
        double[] gradients = [.. Enumerable.Repeat(99.0, FrozenNet.ParameterCount)];
        frozen.ComputeGradients(batch.X, batch.Y, gradients);
        Assert.All(FrozenNet.Description.Parameters, parameter =>
            Assert.Equal(!parameter.IsTrainable, gradients.AsSpan(parameter.Offset, parameter.Count).IndexOfAnyExcept(0.0) < 0));

        var examples = new GraphBatch<float>(TableNet.Description, examples: 50);
        float[] ofTable = [.. Enumerable.Repeat(float.NaN, TableNet.ParameterCount)];
        table.ComputeGradients(examples.X, examples.Y, ofTable);
        Assert.All(ofTable, static gradient => Assert.True(float.IsFinite(gradient)));
        int first = TableNet.Description.Parameters.Single(static parameter => parameter.Name == "table.W").Offset + 9 * table.table_W.Columns;
        int end = TableNet.Description.Parameters.Single(static parameter => parameter.Name == "table.W").Offset + TableNet.Countries * table.table_W.Columns;
        Assert.All(ofTable[first..end], static gradient => Assert.Equal(0, gradient));
        Assert.All(ofTable[..16], static gradient => Assert.Equal(0, gradient));
    }

    [Fact]
    public void AGradientThatIsStoppedIsCheckedAsOne()
    {
        var network = new StopNet();
        network.Initialize(seed: 1);
        var batch = new GraphBatch<double>(StopNet.Description, examples: 20);
        Assert.True(network.CheckGradients(batch.X, batch.Y).Passed);

        using var stream = new MemoryStream();
        network.Save(stream);
        stream.Position = 0;
        Assert.Equal(StopNet.Description.Layers, network.Load(stream).Network!.Layers);
    }

    [Fact]
    public void NoKernelOfTheBackwardPassIsEmittedForFrozenLayers()
    {
        // Layers 1 to 4 are the stem: all that is left of them is the forward pass, with the activation of the normalization that predictions fold into
        // layer 1, and the scale of the statistics that stay.
        string[] expected = ["ActivateLayer1", "ForwardLayer1", "ForwardLayer3", "NormalizeLayer2", "NormalizeLayer4", "RunningScale2"];
        Assert.Equal(expected, KernelsOf(Stem + ".Frozen()"));
        Assert.Contains("GradientLayer1", KernelsOf(Stem));
    }

    /// <summary>The kernels of the first four layers, without the tiles that they are made of.</summary>
    private static string[] KernelsOf(string stem)
    {
        string source = $"[Network] public sealed partial class Net {{ static Node Define([Shape(6)] Node x) => {stem}.Dense(2); }}";
        Compilation compilation = NetworkCompiler.Generate(source, NetworkCompiler.Options);
        string text = compilation.SyntaxTrees.Single(static tree => tree.FilePath.EndsWith("Kernels256.g.cs", StringComparison.Ordinal)).ToString();
        return [.. Regex.Matches(text, @"static void ([A-Za-z]+[1-4])[<(]").Select(static match => match.Groups[1].Value).Order(StringComparer.Ordinal)];
    }
}
