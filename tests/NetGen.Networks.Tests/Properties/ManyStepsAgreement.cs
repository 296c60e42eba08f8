using System.Numerics;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Properties;

/// <summary>The parameters after many steps, against the reference doing the same steps.</summary>
internal sealed class ManyStepsAgreement(NetworkCase networkCase, int steps) : INetworkAction
{
    /// <summary>
    /// The rate for one output. Losses are summed over the outputs, so with as many outputs as there may be, the same rate would leave the range in which steps
    /// settle, and they would enlarge the rounding of the first beyond what any tolerance can tell from a fault.
    /// </summary>
    private const double RateOfOutput = 0.05;

    /// <inheritdoc/>
    public void Run<TNet, T>()
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var data = networkCase.Draw<T>(kinkMargin: 0);
        var network = new TNet();
        network.SetParameters(data.Parameters);
        double rate = RateOfOutput / TNet.OutputSize;
        var optimizer = new GradientDescent<T>(rate);
        ReferenceNetwork reference = data.Reference;
        var terms = Array.ConvertAll(reference.Parameters, Math.Abs);
        for (int step = 0; step < steps; step++)
        {
            network.TrainStep(data.X, data.Y, ref optimizer);
            Measured gradients = reference.Gradients(reference.Forward(data.ReferenceX), data.ReferenceY);
            for (int i = 0; i < terms.Length; i++)
            {
                terms[i] += rate * gradients.Terms[i];
            }

            reference = new ReferenceNetwork(reference.Description, reference.Updated(gradients, rate).Values);
        }

        // A parameter is by now a sum over all steps, and its terms are those of every step.
        var expected = new Measured(terms.Length);
        for (int i = 0; i < terms.Length; i++)
        {
            expected.Set(i, reference.Parameters[i], terms[i], 0);
        }

        Agreement.Check<T>($"Parameters after {steps} steps", network.Parameters, expected, Agreement.Parameter(reference.Description));
    }
}
