using System.Numerics;
using System.Text.Json;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.PyTorch;

/// <summary>Costs and gradients against PyTorch, where it is installed: an implementation that shares nothing with this one, definitions included.</summary>
public class PyTorchTests
{
    [Fact]
    public void CostsAndGradientsAgreeForEveryActivationAndLoss()
    {
        TorchPython.Require();

        NetworkCase[] cases = [.. Architectures.Combinations.Select((combination, i) => new NetworkCase(
            new Declaration(7, 9, 6, 3)
            {
                Hidden = combination.Hidden, Output = combination.Output, Loss = combination.Loss, Element = ElementType.Double, Slope = 0.2,
            },
            Examples: 21,
            Seed: i))];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen");
        try
        {
            string[] folders = [.. cases.Select((_, i) => folder.CreateSubdirectory($"{i}").FullName)];
            for (int i = 0; i < cases.Length; i++)
            {
                WriteCase(cases[i], folders[i]);
            }

            TorchPython.Run("gradients.py", folders);

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

    private static void WriteCase(NetworkCase networkCase, string folder)
    {
        CaseData<double> data = Data(networkCase);
        NetworkDescription description = data.Reference.Description;
        File.WriteAllText(Path.Combine(folder, "network.json"), JsonSerializer.Serialize(new
        {
            sizes = networkCase.Network.Sizes,
            activations = description.DenseLayers.Select(layer => layer.Activation.ToString()),
            slopes = description.DenseLayers.Select(layer => layer.Slope),
            loss = description.Loss.ToString(),
        }));
        TorchPython.Write(folder, "parameters", data.Parameters);
        TorchPython.Write(folder, "x", data.X);
        TorchPython.Write(folder, "y", data.Y);
    }

    private sealed class AgreesWith(NetworkCase networkCase, double[] costAndGradients) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var data = Data(networkCase);
            var network = new TNet();
            network.SetParameters(Array.ConvertAll(data.Parameters, T.CreateChecked));
            T[] x = Array.ConvertAll(data.X, T.CreateChecked), y = Array.ConvertAll(data.Y, T.CreateChecked);
            var gradients = new T[TNet.ParameterCount];
            network.ComputeGradients(x, y, gradients);

            // The terms come from the reference, the values from PyTorch; their roundings add.
            ReferencePass pass = data.Reference.Forward(data.ReferenceX);
            Agreement.Check<T>(
                $"{networkCase}: cost",
                [T.CreateChecked(network.Cost(x, y))],
                Around(costAndGradients[..1], data.Reference.Cost(pass, data.ReferenceY)),
                _ => "");
            Agreement.Check<T>($"{networkCase}: gradients", gradients, Around(costAndGradients[1..], data.Reference.Gradients(pass, data.ReferenceY)),
                Agreement.Parameter(TNet.Description));
        }

        private static Measured Around(double[] values, Measured terms)
        {
            var measured = new Measured(values.Length);
            for (int i = 0; i < values.Length; i++)
            {
                measured.Set(i, values[i], 2 * terms.Terms[i], 0);
            }

            return measured;
        }
    }
}
