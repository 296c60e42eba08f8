using System.Text.Json;

namespace NetGen.Networks.Tests.PyTorch;

/// <summary>A hundred steps of each optimizer against PyTorch's, where it is installed.</summary>
public class OptimizerTests
{
    private const int Steps = 100;
    private const int Examples = 40;

    [Fact]
    public void AHundredStepsOfEachOptimizerAgreeWithAndWithoutDecayAndBounds()
    {
        TorchPython.Require();

        OptimizerRun[] runs = [.. OptimizerRuns.All()];
        (double[] parameters, double[] x, int[] classes) = Draw();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "runs.json"), JsonSerializer.Serialize(new
            {
                steps = Steps,
                runs = runs.Select(static run => new
                {
                    name = run.Name,
                    optimizer = run.Optimizer,
                    arguments = run.Arguments,
                    decay = run.Decay,
                    ofAll = run.OfAll,
                    clip = run.Clip,
                    clipNorm = run.ClipNorm,
                }),
            }));
            TorchPython.Write(folder.FullName, "parameters", parameters);
            TorchPython.Write(folder.FullName, "x", x);
            TorchPython.Write(folder.FullName, "classes", [.. classes.Select(static label => (double)label)]);
            TorchPython.Run("optimizers.py", folder.FullName);
            double[] y = [.. classes.SelectMany(static label => Enumerable.Range(0, OptimizerNet.OutputSize).Select(unit => unit == label ? 1.0 : 0.0))];
            Assert.All(runs, run =>
            {
                var network = new OptimizerNet();
                network.SetParameters(parameters);
                run.Train(network, x, y, Steps);
                double[] theirs = TorchPython.Read(folder.FullName, run.Name);
                Assert.Equal(OptimizerNet.ParameterCount, theirs.Length);
                for (int i = 0; i < theirs.Length; i++)
                {
                    double ours = network.Parameters[i];
                    Assert.True(Math.Abs(theirs[i] - ours) <= 1e-9, $"{run.Name}: parameter {i} is {ours}, theirs {theirs[i]}");
                }

                Assert.Contains(Enumerable.Range(0, theirs.Length), i => Math.Abs(theirs[i] - parameters[i]) > 1e-3);
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (double[] Parameters, double[] X, int[] Classes) Draw()
    {
        var random = new Random(5);
        return (
            [.. Enumerable.Range(0, OptimizerNet.ParameterCount).Select(_ => random.NextDouble() - 0.5)],
            [.. Enumerable.Range(0, Examples * OptimizerNet.InputSize).Select(_ => (4 * random.NextDouble()) - 2)],
            [.. Enumerable.Range(0, Examples).Select(_ => random.Next(OptimizerNet.OutputSize))]);
    }
}
