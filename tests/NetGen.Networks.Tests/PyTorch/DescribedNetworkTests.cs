using System.Numerics;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.PyTorch;

/// <summary>
/// Described networks against PyTorch, where it is installed: outputs, losses and gradients, and what a hundred steps make of parameters and running
/// statistics.
/// </summary>
public class DescribedNetworkTests
{
    [Theory]
    [InlineData(ElementType.Float)]
    [InlineData(ElementType.Double)]
    public void ValuesGradientsAndAHundredStepsAgree(ElementType element)
    {
        TorchPython.Require();

        using CompiledNetworks networks = NetworkCompiler.Load(DescribedNetworks.Source(element));
        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen");
        try
        {
            var runs = new Dictionary<string, DescribedRun>();
            foreach ((string name, int batchSize) in DescribedNetworks.All)
            {
                var writer = new Writer(batchSize, folder.CreateSubdirectory(name).FullName);
                networks.Run(name, writer);
                runs.Add(name, writer.Written!);
            }

            TorchPython.Run("described.py", [.. runs.Values.Select(run => run.Folder)]);
            foreach ((string name, DescribedRun run) in runs)
            {
                networks.Run(name, new DescribedAgreement(run));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Only the class knows the network's description.</summary>
    private sealed class Writer(int batchSize, string folder) : INetworkAction
    {
        public DescribedRun? Written { get; private set; }

        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Written = new DescribedRun(TNet.Description, batchSize, folder);
            Written.Write();
        }
    }
}
