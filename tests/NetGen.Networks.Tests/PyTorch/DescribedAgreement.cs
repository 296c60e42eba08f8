using System.Numerics;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.PyTorch;

/// <summary>Does with a network what described.py did with its twin, and compares.</summary>
/// <param name="run">What both start from.</param>
internal sealed class DescribedAgreement(DescribedRun run) : INetworkAction
{
    /// <inheritdoc/>
    public void Run<TNet, T>()
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] x = Array.ConvertAll(run.X, T.CreateChecked);
        var y = new T[run.Classes.Length * TNet.OutputSize];
        for (int example = 0; example < run.Classes.Length; example++)
        {
            y[(example * TNet.OutputSize) + run.Classes[example]] = T.One;
        }

        TNet network = Fresh<TNet, T>();
        Compare<TNet, T>("outputs", Outputs<TNet, T>(network, x), Example);
        Compare<TNet, T>("losses", Losses<TNet, T>(x, y), Example);
        var gradients = new T[TNet.ParameterCount];
        network.ComputeGradients(Batch(x, TNet.InputSize, 0), Batch(y, TNet.OutputSize, 0), gradients);
        Compare<TNet, T>("gradients", gradients, index => Place(TNet.Description, index));

        var descent = new GradientDescent<T>(DescribedRun.LearningRate);
        var costs = new T[DescribedRun.Steps];
        for (int step = 0; step < costs.Length; step++)
        {
            costs[step] = T.CreateTruncating(
                network.TrainStepWithCost(Batch(x, TNet.InputSize, step), Batch(y, TNet.OutputSize, step), ref descent));
        }

        Compare<TNet, T>("costs", costs, step => $"step {step}");
        Compare<TNet, T>("trained", network.Parameters, index => Place(TNet.Description, index));
        Compare<TNet, T>("trainedOutputs", Outputs<TNet, T>(network, x), Example);

        string Example(int index) => $"place {index}";
    }

    /// <summary>The largest difference allowed, of values near 1.</summary>
    private static double Tolerance<T>() => typeof(T) == typeof(float) ? 1e-5 : 1e-12;

    private static string Place(NetworkDescription description, int index)
    {
        ParameterDescription parameter = description.Parameters.Last(parameter => parameter.Offset <= index);
        return parameter.NameOf(index - parameter.Offset);
    }

    private static T[] Outputs<TNet, T>(TNet network, T[] x)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var outputs = new T[x.Length / TNet.InputSize * TNet.OutputSize];
        network.Predict(x, outputs);
        return outputs;
    }

    /// <summary>
    /// The loss of each example of the first batch as a step computes it. When all other labels are zeros, the cost is the loss of one example over their
    /// number.
    /// </summary>
    private T[] Losses<TNet, T>(T[] x, T[] y)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var losses = new T[run.BatchSize];
        var descent = new GradientDescent<T>(DescribedRun.LearningRate);
        for (int example = 0; example < losses.Length; example++)
        {
            var alone = new T[run.BatchSize * TNet.OutputSize];
            y.AsSpan(example * TNet.OutputSize, TNet.OutputSize).CopyTo(alone.AsSpan(example * TNet.OutputSize));
            losses[example] = T.CreateTruncating(
                run.BatchSize * Fresh<TNet, T>().TrainStepWithCost(Batch(x, TNet.InputSize, 0), alone, ref descent));
        }

        return losses;
    }

    private TNet Fresh<TNet, T>()
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = new TNet();
        network.SetParameters(Array.ConvertAll(run.Parameters, T.CreateChecked));
        return network;
    }

    private ReadOnlySpan<T> Batch<T>(T[] rows, int size, int step)
    {
        T[][] batches = [.. rows.Chunk(run.BatchSize * size)];
        return batches[step % batches.Length];
    }

    private void Compare<TNet, T>(string what, ReadOnlySpan<T> actual, Func<int, string> place)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] expected = TorchPython.Read(run.Folder, what);
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(double.CreateChecked(actual[i]) - expected[i]) / Math.Max(1, Math.Abs(expected[i]));
            Assert.True(
                error <= Tolerance<T>(),
                FormattableString.Invariant(
                    $"{TNet.Description.Name} in {typeof(T).Name}, {what}: {place(i)} is {actual[i]}, PyTorch has {expected[i]:R}: error {error:E2}"));
        }
    }
}
