using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Properties;

/// <summary>Everything that one step of a case computes, against the reference.</summary>
internal sealed class StepAgreement(NetworkCase networkCase) : INetworkAction
{
    void INetworkAction.Run<TNet, T>()
    {
        NetworkDescription expected = networkCase.Network.Describe(typeof(TNet).Name);
        Assert.Equal(expected.DenseLayers, TNet.Description.DenseLayers);
        Assert.Equal(expected, TNet.Description with { Layers = expected.Layers });
        StepComparison.Check<TNet, T>(networkCase.Draw<T>(kinkMargin: Agreement.Tolerance<float>()), threads: networkCase.Seed % 4);
    }
}
