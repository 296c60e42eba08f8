using NetGen;
using NetGen.Numerics;

namespace GradientCheck;

/// <summary>The checks of all networks.</summary>
internal static class Checks
{
    private const int Examples = 8;

    /// <summary>One for every activation and loss.</summary>
    public static readonly IReadOnlyList<Check> All =
    [
        new(Activation.Linear, Loss.BinaryCrossEntropy, Checked<LinearBinaryCrossEntropyNet>),
        new(Activation.Linear, Loss.CrossEntropy, Checked<LinearCrossEntropyNet>),
        new(Activation.Linear, Loss.SquaredError, Checked<LinearSquaredErrorNet>),
        new(Activation.Linear, Loss.AbsoluteError, Checked<LinearAbsoluteErrorNet>),
        new(Activation.Sigmoid, Loss.BinaryCrossEntropy, Checked<SigmoidBinaryCrossEntropyNet>),
        new(Activation.Sigmoid, Loss.CrossEntropy, Checked<SigmoidCrossEntropyNet>),
        new(Activation.Sigmoid, Loss.SquaredError, Checked<SigmoidSquaredErrorNet>),
        new(Activation.Sigmoid, Loss.AbsoluteError, Checked<SigmoidAbsoluteErrorNet>),
        new(Activation.Tanh, Loss.BinaryCrossEntropy, Checked<TanhBinaryCrossEntropyNet>),
        new(Activation.Tanh, Loss.CrossEntropy, Checked<TanhCrossEntropyNet>),
        new(Activation.Tanh, Loss.SquaredError, Checked<TanhSquaredErrorNet>),
        new(Activation.Tanh, Loss.AbsoluteError, Checked<TanhAbsoluteErrorNet>),
        new(Activation.Relu, Loss.BinaryCrossEntropy, Checked<ReluBinaryCrossEntropyNet>),
        new(Activation.Relu, Loss.CrossEntropy, Checked<ReluCrossEntropyNet>),
        new(Activation.Relu, Loss.SquaredError, Checked<ReluSquaredErrorNet>),
        new(Activation.Relu, Loss.AbsoluteError, Checked<ReluAbsoluteErrorNet>),
        new(Activation.LeakyRelu, Loss.BinaryCrossEntropy, Checked<LeakyReluBinaryCrossEntropyNet>),
        new(Activation.LeakyRelu, Loss.CrossEntropy, Checked<LeakyReluCrossEntropyNet>),
        new(Activation.LeakyRelu, Loss.SquaredError, Checked<LeakyReluSquaredErrorNet>),
        new(Activation.LeakyRelu, Loss.AbsoluteError, Checked<LeakyReluAbsoluteErrorNet>),
        new(Activation.Gelu, Loss.BinaryCrossEntropy, Checked<GeluBinaryCrossEntropyNet>),
        new(Activation.Gelu, Loss.CrossEntropy, Checked<GeluCrossEntropyNet>),
        new(Activation.Gelu, Loss.SquaredError, Checked<GeluSquaredErrorNet>),
        new(Activation.Gelu, Loss.AbsoluteError, Checked<GeluAbsoluteErrorNet>),
        new(Activation.GeluErf, Loss.BinaryCrossEntropy, Checked<GeluErfBinaryCrossEntropyNet>),
        new(Activation.GeluErf, Loss.CrossEntropy, Checked<GeluErfCrossEntropyNet>),
        new(Activation.GeluErf, Loss.SquaredError, Checked<GeluErfSquaredErrorNet>),
        new(Activation.GeluErf, Loss.AbsoluteError, Checked<GeluErfAbsoluteErrorNet>),
        new(Activation.Silu, Loss.BinaryCrossEntropy, Checked<SiluBinaryCrossEntropyNet>),
        new(Activation.Silu, Loss.CrossEntropy, Checked<SiluCrossEntropyNet>),
        new(Activation.Silu, Loss.SquaredError, Checked<SiluSquaredErrorNet>),
        new(Activation.Silu, Loss.AbsoluteError, Checked<SiluAbsoluteErrorNet>),
        new(Activation.Elu, Loss.BinaryCrossEntropy, Checked<EluBinaryCrossEntropyNet>),
        new(Activation.Elu, Loss.CrossEntropy, Checked<EluCrossEntropyNet>),
        new(Activation.Elu, Loss.SquaredError, Checked<EluSquaredErrorNet>),
        new(Activation.Elu, Loss.AbsoluteError, Checked<EluAbsoluteErrorNet>),
        new(Activation.Softplus, Loss.BinaryCrossEntropy, Checked<SoftplusBinaryCrossEntropyNet>),
        new(Activation.Softplus, Loss.CrossEntropy, Checked<SoftplusCrossEntropyNet>),
        new(Activation.Softplus, Loss.SquaredError, Checked<SoftplusSquaredErrorNet>),
        new(Activation.Softplus, Loss.AbsoluteError, Checked<SoftplusAbsoluteErrorNet>),
    ];

    private static GradientCheckResult Checked<TNet>(int seed)
        where TNet : class, INetwork<TNet, double>, new()
    {
        var net = new TNet();
        net.Initialize(seed);
        var random = new RandomSource(seed);
        double[] x = [.. Enumerable.Range(0, Examples * TNet.InputSize).Select(_ => random.NextNormal())];
        return GradientChecker.Check<TNet, double>(net, x, Labels(TNet.Description, random));
    }

    /// <summary>Labels of the kind that the loss takes: zeros and ones, one-hot rows, or any numbers.</summary>
    private static double[] Labels(NetworkDescription network, RandomSource random)
    {
        int outputs = network.OutputSize;
        var labels = new double[Examples * outputs];
        for (int example = 0; example < Examples; example++)
        {
            Span<double> label = labels.AsSpan(example * outputs, outputs);
            if (network.Loss == Loss.CrossEntropy)
            {
                label[random.NextInt32(outputs)] = 1;
            }
            else if (network.Loss == Loss.BinaryCrossEntropy)
            {
                label[0] = random.NextInt32(2);
            }
            else
            {
                label.Fill(random.NextNormal());
            }
        }

        return labels;
    }
}
