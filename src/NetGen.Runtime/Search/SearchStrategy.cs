using static NetGen.MessageText;

namespace NetGen;

/// <summary>Which combinations of values a search tries, and for how long.</summary>
public abstract record SearchStrategy
{
    private protected SearchStrategy()
    {
    }

    /// <summary>Every combination.</summary>
    public static SearchStrategy Grid { get; } = new GridStrategy();

    /// <summary>Combinations that are drawn: with few hyperparameters that matter, better than a grid of as many (Bergstra and Bengio, 2012).</summary>
    /// <param name="trials">How many, at least 1; fewer where there are not as many different ones.</param>
    /// <param name="seed">The same seed draws the same.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static SearchStrategy Random(int trials, int seed = 0) => new RandomStrategy(AtLeastOne(trials, nameof(trials)), seed);

    /// <summary>
    /// Combinations that are drawn, trained for few epochs; the better ones go on for <paramref name="factor"/> times as many, and so on up to all epochs
    /// (successive halving: Jamieson and Talwalkar, 2016). What goes on is not trained again.
    /// </summary>
    /// <param name="trials">How many are begun, at least 1.</param>
    /// <param name="firstEpochs">The epochs of the first round, at least 1.</param>
    /// <param name="factor">How many there are in a round for one that goes on, at least 2.</param>
    /// <param name="seed">The same seed draws the same.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below its least.</exception>
    public static SearchStrategy Halving(int trials, int firstEpochs, int factor = 3, int seed = 0) => new HalvingStrategy(
        AtLeastOne(trials, nameof(trials)),
        AtLeastOne(firstEpochs, nameof(firstEpochs)),
        factor >= 2 ? factor : throw Refused(nameof(factor), factor, 2),
        seed);

    private static int AtLeastOne(int value, string name) => value >= 1 ? value : throw Refused(name, value, 1);

    private static ArgumentOutOfRangeException Refused(string name, int value, int least) =>
        new(name, value, Text($"{name} is {value}, but must be at least {least}."));
}

/// <summary>Every combination.</summary>
internal sealed record GridStrategy : SearchStrategy;

/// <summary>Some combinations.</summary>
internal sealed record RandomStrategy(int Trials, int Seed) : SearchStrategy;

/// <summary>Some combinations, of which the better go on.</summary>
internal sealed record HalvingStrategy(int Trials, int FirstEpochs, int Factor, int Seed) : SearchStrategy;
