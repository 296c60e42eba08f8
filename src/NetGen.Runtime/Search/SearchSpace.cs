using System.Collections.Immutable;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>All combinations of the values of a search.</summary>
internal sealed record SearchSpace(
    ImmutableArray<string> Networks,
    ImmutableArray<string> Optimizers,
    SearchValues? LearningRates,
    ImmutableArray<int?> BatchSizes,
    SearchValues WeightScales,
    SearchValues L2Penalties,
    SearchValues WeightDecays,
    ImmutableArray<int> Seeds,
    double? LearningRate)
{
    /// <summary>More than anybody waits for: a slip in a range.</summary>
    private const long MostTrials = 1_000_000;

    /// <summary>How often another combination is drawn, for one that was drawn already.</summary>
    private const int DrawsOfTrial = 100;

    private long Count => (long)Networks.Length * Optimizers.Length * (LearningRates?.Count ?? 1) * BatchSizes.Length * WeightScales.Count * L2Penalties.Count
        * WeightDecays.Count * Seeds.Length;

    private IEnumerable<double?> Rates => LearningRates?.Select(static rate => (double?)rate) ?? [LearningRate];

    /// <summary>Every combination of a grid.</summary>
    /// <exception cref="ArgumentException">There are too many.</exception>
    public TrialSettings[] All()
    {
        if (Count > MostTrials)
        {
            throw new ArgumentException(Text(
                $"The grid has {Count} combinations, and the most that are tried are {MostTrials}: search at random, or leave values out."));
        }

        return
        [
            .. from network in Networks
               from optimizer in Optimizers
               from rate in Rates
               from batchSize in BatchSizes
               from scale in WeightScales
               from penalty in L2Penalties
               from decay in WeightDecays
               from seed in Seeds
               select new TrialSettings(network, optimizer, rate, batchSize, scale, penalty, decay, seed),
        ];
    }

    /// <summary>Some combinations, each once.</summary>
    public TrialSettings[] Draw(int trials, int seed)
    {
        var random = new RandomSource(seed);
        OrderedDictionary<TrialSettings, bool> drawn = [];
        for (long draws = 0; drawn.Count < trials && draws < (long)trials * DrawsOfTrial; draws++)
        {
            drawn.TryAdd(
                new(
                    Networks[random.NextInt32(Networks.Length)],
                    Optimizers[random.NextInt32(Optimizers.Length)],
                    LearningRates?.Draw(random) ?? LearningRate,
                    BatchSizes[random.NextInt32(BatchSizes.Length)],
                    WeightScales.Draw(random),
                    L2Penalties.Draw(random),
                    WeightDecays.Draw(random),
                    Seeds[random.NextInt32(Seeds.Length)]),
                true);
        }

        return [.. drawn.Keys];
    }
}
