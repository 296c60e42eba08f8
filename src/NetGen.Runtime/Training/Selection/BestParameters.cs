using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// The parameters that a training goes back to, in one copy: with a validation set the best, without one the last that were looked at and finite; at first
/// those from before the training.
/// </summary>
internal sealed class BestParameters<TNetwork, T>
    where TNetwork : class, INetwork<TNetwork, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TNetwork network;
    private readonly ValidationPass<TNetwork, T>? validation;
    private readonly WeightAverage<T>? average;
    private readonly TrainingOptions options;
    private readonly T[] parameters;

    /// <exception cref="InvalidOperationException">A parameter is not finite.</exception>
    public BestParameters(TNetwork network, ValidationPass<TNetwork, T>? validation, TrainingOptions options, WeightAverage<T>? average)
    {
        this.network = network;
        this.validation = validation;
        this.options = options;
        this.average = average;
        if (FiniteScan.IndexOfNonFinite(network.Parameters) is >= 0 and int index)
        {
            throw new InvalidOperationException(
                Text($"{Describe(index)} of {TNetwork.Description.Name} before its training, which can only spread that: ")
                + "call Initialize, SetParameters or Load to give it parameters that are finite.");
        }

        parameters = network.Parameters.ToArray();
    }

    /// <summary>How the best is remembered from here to another process.</summary>
    public BestRecord Record { get; private set; }

    /// <summary>The kept parameters.</summary>
    public ReadOnlyMemory<T> Parameters => parameters;

    /// <summary>Whether the validation set has not improved for as long as training is patient.</summary>
    /// <param name="epoch">The epoch that was looked at last.</param>
    public bool IsOutOfPatience(int epoch) => options.Patience is { } patience && Record.ImprovementEpoch is { } improved && epoch - improved >= patience;

    /// <summary>
    /// Measures the validation set, if there is one, with the present parameters, and keeps them when there were none better. Without a validation set keeps
    /// them whatever the cost.
    /// </summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="result">What was measured; null without a validation set.</param>
    /// <returns>What is not finite, so that nothing is kept; null where everything is, or nobody asks.</returns>
    public string? Observe(int epoch, out ValidationResult? result)
    {
        result = null;
        int index = FiniteScan.IndexOfNonFinite(network.Parameters);
        if (index >= 0 && options.StopsAtDivergence)
        {
            return Describe(index);
        }

        if (validation is not null)
        {
            ValidationResult measured = validation.Measure();
            result = measured;
            if (!double.IsFinite(measured.Cost) && options.StopsAtDivergence)
            {
                return Text($"the validation cost is {measured.Cost}");
            }

            bool isHigherBetter = options.Monitor?.IsHigherBetter ?? false;
            if (double.IsNaN(measured.Monitored) || !Record.IsImprovedBy(measured.Monitored, isHigherBetter, out double margin))
            {
                return null;
            }

            Record = margin > options.MinimumChange || Record.ImprovementEpoch is null
                ? new(epoch, measured.Cost, measured.Monitored, epoch, measured.Monitored)
                : Record with { Epoch = epoch, Cost = measured.Cost, Value = measured.Monitored };
        }
        else if (index < 0)
        {
            Record = default(BestRecord) with { Epoch = epoch };
        }
        else
        {
            return null;
        }

        (average is { IsBegun: true } ? average.Values.Span : network.Parameters).CopyTo(parameters);
        return null;
    }

    /// <summary>Goes on from what was kept before.</summary>
    public void Restore(BestRecord record, ReadOnlySpan<T> kept)
    {
        Record = record;
        kept.CopyTo(parameters);
    }

    /// <summary>Gives the network the kept parameters.</summary>
    public void GiveBack() => network.SetParameters(parameters);

    /// <summary>
    /// What a training that ends by an exception leaves: the kept parameters where there is a validation set, or where those of the last step are not finite.
    /// </summary>
    public void GiveBackAfterException()
    {
        if (validation is not null || FiniteScan.IndexOfNonFinite(network.Parameters) >= 0)
        {
            GiveBack();
        }
    }

    private string Describe(int index) => Text($"{ParameterLayout.NameOf(TNetwork.Description, index)} is {network.Parameters[index]}");
}
