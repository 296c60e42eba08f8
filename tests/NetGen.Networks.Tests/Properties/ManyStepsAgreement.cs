using System.Numerics;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Properties;

/// <summary>The parameters after many steps, against the reference doing the same steps.</summary>
internal sealed class ManyStepsAgreement(NetworkCase networkCase, int steps) : INetworkAction
{
    private const double LearningRate = 0.05;

    /// <inheritdoc/>
    public void Run<TNet, T>()
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var data = networkCase.Draw<T>(kinkMargin: 0);
        var network = new TNet();
        network.SetParameters(data.Parameters);
        var optimizer = new GradientDescent<T>(LearningRate);
        ReferenceNetwork reference = data.Reference;
        var terms = Array.ConvertAll(reference.Parameters, Math.Abs);
        for (int step = 0; step < steps; step++)
        {
            network.TrainStep(data.X, data.Y, ref optimizer);
            Measured gradients = reference.Gradients(reference.Forward(data.ReferenceX), data.ReferenceY);
            for (int i = 0; i < terms.Length; i++)
            {
                terms[i] += LearningRate * gradients.Terms[i];
            }

            reference = new ReferenceNetwork(reference.Description, reference.Updated(gradients, LearningRate).Values);
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
