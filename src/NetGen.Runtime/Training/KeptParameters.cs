using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// The parameters that a training goes back to, in one copy: with a validation set those for which its cost was lowest, without one the last that were looked
/// at and finite; at first those from before the training.
/// </summary>
internal sealed class KeptParameters<TNetwork, T>
    where TNetwork : class, INetwork<TNetwork, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many windows are copied at once, which is what their cost is computed of.</summary>
    private const int MostWindows = 1024;

    private readonly TNetwork network;
    private readonly Dataset<T>? validation;
    private readonly int threads;
    private readonly T[] parameters;
    private readonly FeatureBuffer<T>? windows;

    /// <exception cref="InvalidOperationException">A parameter is not finite.</exception>
    public KeptParameters(TNetwork network, Dataset<T>? validation, int threads)
    {
        this.network = network;
        this.validation = validation;
        this.threads = threads;
        if (FiniteScan.IndexOfNonFinite(network.Parameters) is >= 0 and int index)
        {
            throw new InvalidOperationException(
                Text($"{Describe(index)} of {TNetwork.Description.Name} before its training, which can only spread that: ")
                + "call Initialize, SetParameters or Load to give it parameters that are finite.");
        }

        parameters = network.Parameters.ToArray();
        windows = validation is { SharesRows: true } ? new FeatureBuffer<T>(validation, Math.Min(MostWindows, validation.Count)) : null;
    }

    /// <summary>The epoch whose end (or whose last step) had these parameters; null for those from before the training.</summary>
    public int? Epoch { get; private set; }

    /// <summary>The lowest cost of the validation set; null without one, and before the first epoch that was looked at.</summary>
    public double? ValidationCost { get; private set; }

    /// <summary>
    /// Computes the cost of the validation set, if there is one, with the present parameters, and keeps them when there was no lower one. Without a validation
    /// set keeps them whatever the cost.
    /// </summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="validationCost">The cost of the validation set; null without one.</param>
    /// <returns>What is not finite, so that nothing is kept; null where everything is.</returns>
    public string? Observe(int epoch, out double? validationCost)
    {
        validationCost = null;
        if (FiniteScan.IndexOfNonFinite(network.Parameters) is >= 0 and int index)
        {
            return Describe(index);
        }

        if (validation is not null)
        {
            double cost = CostOf(validation);
            validationCost = cost;
            if (!double.IsFinite(cost))
            {
                return Text($"the validation cost is {cost}");
            }

            if (cost >= ValidationCost)
            {
                return null;
            }

            ValidationCost = cost;
        }

        Epoch = epoch;
        network.Parameters.CopyTo(parameters);
        return null;
    }

    /// <summary>Gives the network the kept parameters back.</summary>
    public void Restore() => network.SetParameters(parameters);

    /// <summary>
    /// What a training that ends by an exception leaves: the kept parameters where there is a validation set, or where those of the last step are not finite.
    /// </summary>
    public void RestoreAfterException()
    {
        if (validation is not null || FiniteScan.IndexOfNonFinite(network.Parameters) >= 0)
        {
            Restore();
        }
    }

    private double CostOf(Dataset<T> set)
    {
        if (windows is null)
        {
            return network.Cost(set.X, set.Y, threads);
        }

        double sum = 0.0;
        for (int first = 0; first < set.Count; first += MostWindows)
        {
            int count = Math.Min(MostWindows, set.Count - first);
            ReadOnlySpan<T> y = set.Y.Slice(first * set.OutputSize, count * set.OutputSize);
            sum += network.Cost(windows.Of(first, count), y, threads) * count;
        }

        return sum / set.Count;
    }

    private string Describe(int index) => Text($"{ParameterLayout.NameOf(TNetwork.Description, index)} is {network.Parameters[index]}");
}
