using System.Numerics;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Properties;

/// <summary>The generated gradients, against differences of the generated cost: no reference is involved.</summary>
internal sealed class CentralDifferencesAgreement(NetworkCase networkCase) : INetworkAction
{
    private const int MostParametersMoved = 2000;
    private const double Allowed = 1e-7;

    /// <inheritdoc/>
    public void Run<TNet, T>()
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // A step of 1e-5 in one parameter moves a Z by about as much; the margin keeps every Z on its side of the kink.
        var data = networkCase.Draw<T>(kinkMargin: 1e-4);
        var network = new TNet();
        network.SetParameters(data.Parameters);
        var gradients = new T[TNet.ParameterCount];
        network.ComputeGradients(data.X, data.Y, gradients);

        int[] parameters = [.. Enumerable.Range(0, gradients.Length)];
        if (parameters.Length > MostParametersMoved)
        {
            new Random(networkCase.Seed).Shuffle(parameters);
            parameters = parameters[..MostParametersMoved];
        }

        double ratio = CentralDifferences.Ratio(data.Reference.Parameters, parameters, Array.ConvertAll(gradients, double.CreateChecked), moved =>
        {
            network.SetParameters(Array.ConvertAll(moved, T.CreateChecked));
            return network.Cost(data.X, data.Y);
        });
        Assert.True(ratio < Allowed, $"The gradients differ from central differences by a ratio of {ratio:E2}, allowed {Allowed:E0}.");
    }
}
