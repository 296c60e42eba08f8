using System.Numerics;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.GradientChecks;

/// <summary>
/// Gradient checks of networks as they are drawn and as training leaves them, where gradients are small beside the rounding of the cost: right ones agree, and
/// faults are found.
/// </summary>
public sealed class TrainedNetworkTests
{
    private const int Examples = 9;
    private const int Steps = 3000;

    [Theory]
    [InlineData(0)]
    [InlineData(20_000)]
    public void Exclusive_or_in_single_precision_agrees_after(int epochs) => ExclusiveOr<SingleXor, float>(epochs);

    [Theory]
    [InlineData(0)]
    [InlineData(20_000)]
    public void Exclusive_or_in_double_precision_agrees_after(int epochs) => ExclusiveOr<DoubleXor, double>(epochs);

    [Theory]
    [InlineData(ElementType.Float)]
    [InlineData(ElementType.Double)]
    public void Every_activation_output_and_loss_agrees_before_and_after_training_and_faults_are_found(ElementType element)
    {
        NetworkCase[] cases = [.. Architectures.Combinations.Select((combination, i) => new NetworkCase(
            new Declaration(5, 6, 3) { Hidden = combination.Hidden, Output = combination.Output, Loss = combination.Loss, Element = element, Slope = 0.2 },
            Examples,
            Seed: i))];
        using CompiledNetworks networks = NetworkCompiler.Load(string.Join("\n\n", cases.Select((networkCase, i) => networkCase.Network.ToSource($"Net{i}"))));
        for (int i = 0; i < cases.Length; i++)
        {
            networks.Run($"Net{i}", new Checked(cases[i]));
        }
    }

    private static void ExclusiveOr<TNet, T>(int epochs)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] x = Array.ConvertAll([0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0], T.CreateChecked), y = Array.ConvertAll([0.0, 1.0, 1.0, 0.0], T.CreateChecked);
        var net = new TNet();
        net.Initialize(seed: 1);
        if (epochs > 0)
        {
            Trainer.Fit(net, Dataset<T>.FromRows(x, 2, y, 1), new TrainingOptions { Epochs = epochs, LearningRate = 0.01 });
        }

        Check(net, x, y, "exclusive or");
    }

    /// <summary>Right gradients agree, and a fault in any parameter is found and named: a millionth in double precision, a thousandth in single.</summary>
    private static void Check<TNet, T>(TNet net, T[] x, T[] y, string name)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        GradientCheckResult right = GradientChecker.Check<TNet, T>(net, x, y);
        Assert.True(right.Passed, $"{name}: {right}");

        T size = T.CreateChecked(typeof(T) == typeof(float) ? 1e-3 : 1e-6);
        bool hasKinks = right.Skipped > 0;
        for (int place = 0; place < TNet.ParameterCount; place += 5)
        {
            int faulty = place;
            GradientCheckResult wrong = GradientChecker.Check<FaultyNetwork<TNet, T>, T>(new(net, gradients => gradients[faulty] += size), x, y);

            // A parameter that sits at a kink has no slope, so no fault.
            Assert.True(hasKinks || (wrong.Wrong, wrong.Worst?.Index) == (1, place), $"{name}, a fault in parameter {place}: {wrong}");
        }
    }

    private sealed class Checked(NetworkCase networkCase) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var data = networkCase.Draw<T>(kinkMargin: 1e-4);
            var net = new TNet();
            net.SetParameters(data.Parameters);
            Check(net, data.X, data.Y, networkCase.ToString());
            var adam = new Adam<T>(0.01);
            for (int step = 0; step < Steps; step++)
            {
                net.TrainStep(data.X, data.Y, ref adam, threads: 1);
            }

            Check(net, data.X, data.Y, $"{networkCase}, trained");
        }
    }
}
