using System.Numerics;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;
using NetGen.Networks.Tests.Widths;

namespace NetGen.Networks.Tests.Properties;

/// <summary>
/// Z at the ends of the range and beyond: costs, outputs and gradients have their limits, whatever the plan, the number of examples and the element type. The
/// weights are a multiple of the identity, so that Z is known.
/// </summary>
[Trait(Suites.Trait, Suites.Numerics)]
[Trait(Suites.Trait, Suites.Small)]
public class ExtremeLogitsTests
{
    private static readonly ElementType[] Elements = [ElementType.Float, ElementType.Double];

    [Fact]
    public void SoftmaxAndItsCostHaveTheirLimits() => Check(
        from element in Elements
        from size in (int[])[3, 9, 18, 33, 70]
        select (Declaration.Classifier(size, size) with { Element = element }, (INetworkAction)new SoftmaxLimits(size)));

    [Fact]
    public void SigmoidAndItsCostHaveTheirLimits() => Check(
        from element in Elements
        from size in (int[])[1, 3, 18, 33]
        let network = new Declaration(size, size) { Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy, Element = element }
        select (network, (INetworkAction)new SigmoidLimits(size, gamma: 0)));

    [Fact]
    public void FocalLossOfSoftmaxHasTheLimitsOfTheCrossEntropy() => Check(
        from element in Elements
        from size in (int[])[3, 9, 18, 33]
        from gamma in (double[])[0, 0.5, 2, 4.5]
        let network = Declaration.Classifier(size, size) with { Element = element, Loss = Loss.Focal, Gamma = gamma }
        select (network, (INetworkAction)new SoftmaxLimits(size)));

    [Fact]
    public void FocalLossOfSigmoidHasItsLimits() => Check(
        from element in Elements
        from size in (int[])[1, 3, 18]
        from gamma in (double[])[0, 0.5, 2, 4.5]
        let network = new Declaration(size, size) { Output = Activation.Sigmoid, Loss = Loss.Focal, Gamma = gamma, Element = element }
        select (network, (INetworkAction)new SigmoidLimits(size, gamma)));

    [Fact]
    public void HingeAndPoissonLossHaveTheirLimits() => Check(
        from element in Elements
        from size in (int[])[3, 18]
        from loss in (Loss[])[Loss.Hinge, Loss.Poisson]
        let output = loss == Loss.Hinge ? Activation.Linear : Activation.Exponential
        select (new Declaration(size, size) { Output = output, Loss = loss, Element = element }, (INetworkAction)new MarginAndRateLimits(size, loss)));

    [Fact]
    public void ActivationsHaveTheirLimits() => Check(
        from element in Elements
        from size in (int[])[1, 5, 33]
        from activation in Enum.GetValues<Activation>()
        where activation != Activation.Softmax
        select (new Declaration(size, size) { Output = activation, Element = element }, (INetworkAction)new ActivationLimits(size, activation)));

    [Fact]
    public void DerivativesHaveTheirLimits() => Check(
        from element in Elements
        from size in (int[])[3, 33]
        from activation in Enum.GetValues<Activation>()
        where activation is not (Activation.Softmax or Activation.Exponential)
        select (new Declaration(size, size, size) { Hidden = activation, Element = element }, (INetworkAction)new DerivativeLimits(size, activation)));

    private static void Check(IEnumerable<(Declaration Network, INetworkAction Action)> cases)
    {
        (Declaration Network, INetworkAction Action)[] all = [.. cases];
        using CompiledNetworks networks = NetworkCompiler.Load(string.Join("\n\n", all.Select((each, i) => each.Network.ToSource($"Net{i}"))));
        string[] failures = [.. all.Select((each, i) => (each.Network, Record.Exception(() => networks.Run($"Net{i}", each.Action))))
            .Where(result => result.Item2 is not null)
            .Select(result => $"{result.Network}\n    {result.Item2!.Message}")];
        Assert.True(failures.Length == 0, $"{failures.Length} of {all.Length} networks fail:\n{string.Join('\n', failures)}");
    }

    /// <summary>A number near the end of the range.</summary>
    private static T Huge<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => typeof(T) == typeof(float) ? T.CreateChecked(3e38) : T.CreateChecked(1.7e308);

    /// <summary>W = factor times the identity, b = 0, for each of the layers.</summary>
    private static TNet Scaling<TNet, T>(int size, params T[] factors)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var parameters = new T[TNet.ParameterCount];
        for (int layer = 0; layer < factors.Length; layer++)
        {
            for (int unit = 0; unit < size; unit++)
            {
                parameters[(layer * size * (size + 1)) + (unit * (size + 1))] = factors[layer];
            }
        }

        var network = new TNet();
        network.SetParameters(parameters);
        return network;
    }

    private static T[] Row<T>(int size, params T[] first)
        where T : unmanaged
    {
        var row = new T[size];
        first.AsSpan(0, Math.Min(size, first.Length)).CopyTo(row);
        return row;
    }

    private static T[] Repeat<T>(T[] row, int count) => [.. Enumerable.Repeat(row, count).SelectMany(values => values)];

    private static void Near<T>(double expected, T actual, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double value = double.CreateChecked(actual);
        bool isNear = expected == value || Math.Abs(expected - value) <= 1e-6 * Math.Abs(expected);
        Assert.True(isNear, $"{what}: {value} instead of {expected}");
    }

    private static void CheckOutputs<TNet, T>(TNet network, T[] x, double[] expected, string what)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int examples in (int[])[1, 2, 21])
        {
            var output = new T[examples * expected.Length];
            network.Predict(Repeat(x, examples), output);
            for (int place = 0; place < output.Length; place++)
            {
                Near(expected[place % expected.Length], output[place], $"{what}, output {place} of {examples} examples");
            }
        }
    }

    private static void CheckCost<TNet, T>(TNet network, T[] x, T[] y, double expected, string what)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int examples in (int[])[1, 2, 21])
        {
            var gradients = new T[TNet.ParameterCount];
            network.ComputeGradients(Repeat(x, examples), Repeat(y, examples), gradients);
            Assert.DoesNotContain(gradients[^y.Length..], T.IsNaN);
            if (examples == 1 || double.IsInfinity(expected) || expected < 1e300)
            {
                Near(
                    typeof(T) == typeof(float) && expected > float.MaxValue ? double.PositiveInfinity : expected,
                    network.Cost(Repeat(x, examples), Repeat(y, examples)),
                    what);
            }
        }
    }

    private sealed class SoftmaxLimits(int size) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T huge = Huge<T>();
            double value = double.CreateChecked(huge);
            T[] x = Row(size, huge, -huge);
            TNet finite = Scaling<TNet, T>(size, T.One);
            CheckOutputs(finite, x, Row(size, 1.0), "huge");
            CheckCost(finite, x, Row(size, T.One), 0, "huge, the certain class");
            CheckCost(finite, x, Row(size, T.Zero, T.Zero, T.One), value, "huge, an impossible class");
            CheckCost(finite, x, Row(size, T.Zero, T.One), double.PositiveInfinity, "huge, a class beyond the range");

            TNet infinite = Scaling<TNet, T>(size, T.CreateChecked(2));
            CheckOutputs(infinite, x, Row(size, 1.0), "infinite");
            CheckCost(infinite, x, Row(size, T.One), 0, "infinite, the certain class");
            CheckCost(infinite, x, Row(size, T.Zero, T.One), double.PositiveInfinity, "infinite, an impossible class");

            T[] negative = Repeat([-huge], size);
            negative[0] = T.Zero;
            CheckOutputs(infinite, negative, Row(size, 1.0), "all others minus infinity");
            CheckCost(infinite, negative, Row(size, T.One), 0, "all others minus infinity, the certain class");
        }
    }

    /// <summary>Of a focal loss with an exponent; 0 is the binary cross-entropy.</summary>
    private sealed class SigmoidLimits(int size, double gamma) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T huge = Huge<T>();
            double value = double.CreateChecked(huge);
            double others = (size - 1) * Math.Log(2) * Math.Pow(0.5, gamma);
            TNet finite = Scaling<TNet, T>(size, T.One);
            TNet infinite = Scaling<TNet, T>(size, T.CreateChecked(2));
            foreach (TNet network in (TNet[])[finite, infinite])
            {
                double miss = network == finite ? value : double.PositiveInfinity;
                CheckOutputs(network, Row(size, huge), Row(size, [1, .. Enumerable.Repeat(0.5, size - 1)]), "plus");
                CheckOutputs(network, Row(size, -huge), Row(size, [0, .. Enumerable.Repeat(0.5, size - 1)]), "minus");
                CheckCost(network, Row(size, huge), Row(size, T.One), others, "plus, right");
                CheckCost(network, Row(size, huge), Row<T>(size), miss, "plus, wrong");
                CheckCost(network, Row(size, -huge), Row<T>(size), others, "minus, right");
                CheckCost(network, Row(size, -huge), Row(size, T.One), miss, "minus, wrong");
            }

            // What is nearly certain keeps its digits: log(1 + exp(-50)).
            if (size == 1 && gamma == 0)
            {
                CheckCost(finite, [T.CreateChecked(50)], [T.One], 1.9287498479639178e-22, "50, right");
                CheckCost(finite, [T.CreateChecked(-50)], [T.Zero], 1.9287498479639178e-22, "-50, right");
                CheckCost(finite, [T.CreateChecked(50)], [T.CreateChecked(0.25)], 37.5, "50, a quarter right");
            }
        }
    }

    private sealed class MarginAndRateLimits(int size, Loss loss) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T huge = Huge<T>();
            double value = double.CreateChecked(huge);
            TNet finite = Scaling<TNet, T>(size, T.One), infinite = Scaling<TNet, T>(size, T.CreateChecked(2));
            foreach (TNet network in (TNet[])[finite, infinite])
            {
                if (loss == Loss.Hinge)
                {
                    // All other outputs are 0, 1 from the margin.
                    double miss = network == finite ? value : double.PositiveInfinity;
                    CheckCost(network, Row(size, huge), Row(size, T.One), size - 1, "plus, right");
                    CheckCost(network, Row(size, -huge), Row(size, T.Zero, T.One), size - 1, "minus, right");
                    CheckCost(network, Row(size, -huge), Row(size, T.One), miss, "minus, wrong");
                }
                else
                {
                    // All other rates are 1, of a count of 0.
                    CheckCost(network, Row(size, -huge), Row<T>(size), size - 1, "no rate, nothing counted");
                    CheckCost(network, Row(size, huge), Row(size, T.One), double.PositiveInfinity, "an infinite rate");
                    CheckCost(network, Row(size, huge), Row<T>(size), double.PositiveInfinity, "an infinite rate, nothing counted");
                    CheckCost(network, Row(size, -huge), Row(size, T.One), network == finite ? value : double.PositiveInfinity, "no rate, one counted");
                }
            }
        }
    }

    private sealed class ActivationLimits(int size, Activation activation) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T huge = Huge<T>();
            foreach ((double factor, double z) in ((double, double)[])[(1, double.CreateChecked(huge)), (2, double.PositiveInfinity)])
            {
                TNet network = Scaling<TNet, T>(size, T.CreateChecked(factor));
                (double plus, double minus) = activation switch
                {
                    Activation.Linear => (z, -z),
                    Activation.Sigmoid => (1, 0),
                    Activation.Tanh => (1, -1),
                    Activation.LeakyRelu => (z, -0.01 * z),
                    Activation.Elu => (z, -1.0),
                    Activation.Exponential => (double.PositiveInfinity, 0),
                    _ => (z, 0),
                };
                double zero = activation switch
                {
                    Activation.Sigmoid => 0.5,
                    Activation.Softplus => Math.Log(2),
                    Activation.Exponential => 1,
                    _ => 0,
                };
                double[] rest = [.. Enumerable.Repeat(zero, size - 1)];
                CheckOutputs(network, Row(size, huge), [plus, .. rest], $"plus {z}");
                CheckOutputs(network, Row(size, -huge), [minus, .. rest], $"minus {z}");
            }
        }
    }

    /// <summary>The gradient of b1 is that of the output, a weight, and g'(Z), of which the first two are known.</summary>
    private sealed class DerivativeLimits(int size, Activation activation) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T weight = typeof(T) == typeof(float) ? T.CreateChecked(1e-36) : T.CreateChecked(1e-306);
            bool isSaturating = activation is Activation.Sigmoid or Activation.Tanh;
            double below = activation switch
            {
                Activation.Linear => 1,
                Activation.LeakyRelu => 0.01,
                _ => 0,
            };
            CheckDerivative<TNet, T>(T.One, weight, Huge<T>(), isSaturating ? 0 : 1);
            CheckDerivative<TNet, T>(T.One, weight, -Huge<T>(), below);
            CheckDerivative<TNet, T>(T.One, weight, T.CreateChecked(1e25), isSaturating ? 0 : 1);
            CheckDerivative<TNet, T>(T.One, weight, T.CreateChecked(-1e25), below);
            if (activation is not (Activation.Linear or Activation.LeakyRelu))
            {
                CheckDerivative<TNet, T>(T.CreateChecked(2), weight, -Huge<T>(), below);
            }

            if (isSaturating)
            {
                CheckDerivative<TNet, T>(T.CreateChecked(2), weight, Huge<T>(), 0);
            }
        }

        private void CheckDerivative<TNet, T>(T factor, T weight, T x, double expected)
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            TNet network = Scaling<TNet, T>(size, factor, weight);
            foreach (int examples in (int[])[1, 21])
            {
                T[] input = Repeat(Row(size, x), examples);
                var y = new T[size * examples];
                network.Predict(input, y);
                for (int example = 0; example < examples; example++)
                {
                    y[example * size] -= T.CreateChecked(2);
                }

                var gradients = new T[TNet.ParameterCount];
                network.ComputeGradients(input, y, gradients);
                Near(2 * double.CreateChecked(weight) * expected, gradients[size * size], $"g'({factor * x}) of {examples} examples");
            }
        }
    }
}
