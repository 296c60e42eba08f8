using System.Numerics;
using System.Text.Json;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.PyTorch;

/// <summary>Every loss with its numbers and with weighted examples against PyTorch: outputs, cost, gradients and some steps.</summary>
public class LossTests
{
    private const int Steps = 5;
    private const double LearningRate = 0.05;

    [Fact]
    public void WeightedStepsOnEveryLossAgree()
    {
        TorchPython.Require();
        NetworkCase[] cases =
        [
            .. from loss in Losses.WithNumbers
            from outputs in (int[])[1, 3]
            select new NetworkCase(Losses.Sized(loss, 6, 9, outputs) with { Element = ElementType.Double }, Examples: 23, Seed: 11),
        ];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen");
        try
        {
            string[] folders = [.. cases.Select((_, i) => folder.CreateSubdirectory($"{i}").FullName)];
            for (int i = 0; i < cases.Length; i++)
            {
                Write(cases[i], folders[i]);
            }

            TorchPython.Run("losses.py", folders);
            using CompiledNetworks networks = NetworkCompiler.Load(
                string.Join("\n\n", cases.Select((networkCase, i) => networkCase.Network.ToSource($"Net{i}"))));
            for (int i = 0; i < cases.Length; i++)
            {
                networks.Run($"Net{i}", new AgreesWith(cases[i], TorchPython.Read(folders[i], "result")));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CaseData<double> Data(NetworkCase networkCase) => networkCase.Draw<double>(kinkMargin: 1e-6);

    private static double[] Weights(NetworkCase networkCase) => [.. Enumerable.Range(0, networkCase.Examples).Select(static i => i % 4 * 0.75)];

    private static void Write(NetworkCase networkCase, string folder)
    {
        CaseData<double> data = Data(networkCase);
        Declaration network = networkCase.Network;
        File.WriteAllText(Path.Combine(folder, "network.json"), JsonSerializer.Serialize(new
        {
            sizes = network.Sizes,
            output = network.Output.ToString(),
            loss = network.Loss.ToString(),
            delta = network.Delta,
            quantile = network.Quantile,
            gamma = network.Gamma,
            labelSmoothing = network.LabelSmoothing,
            learningRate = LearningRate,
            steps = Steps,
        }));
        TorchPython.Write(folder, "parameters", data.Parameters);
        TorchPython.Write(folder, "x", data.X);
        TorchPython.Write(folder, "y", data.Y);
        TorchPython.Write(folder, "weights", Weights(networkCase));
    }

    private sealed class AgreesWith(NetworkCase networkCase, double[] result) : INetworkAction
    {
        private const double Tolerance = 1e-11;

        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            CaseData<double> data = Data(networkCase);
            T[] x = Array.ConvertAll(data.X, T.CreateChecked), y = Array.ConvertAll(data.Y, T.CreateChecked);
            T[] weights = Array.ConvertAll(Weights(networkCase), T.CreateChecked);
            var network = new TNet();
            network.SetParameters(Array.ConvertAll(data.Parameters, T.CreateChecked));
            T[] outputs = new T[y.Length], gradients = new T[TNet.ParameterCount];
            network.Predict(x, outputs);
            network.ComputeGradients(x, y, weights, gradients);
            double cost = network.Cost(x, y, weights);
            var descent = new GradientDescent<T>(LearningRate);
            for (int step = 0; step < Steps; step++)
            {
                network.TrainStep(x, y, weights, ref descent);
            }

            T[] own = [.. outputs, T.CreateChecked(cost), .. gradients, .. network.Parameters];
            Assert.Equal(result.Length, own.Length);
            for (int i = 0; i < own.Length; i++)
            {
                double value = double.CreateChecked(own[i]);
                Assert.True(Math.Abs(result[i] - value) <= Tolerance * (1 + Math.Abs(value)), $"{networkCase}: {value} at {i}, but PyTorch has {result[i]}");
            }
        }
    }
}
