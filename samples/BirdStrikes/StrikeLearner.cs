using NetGen;

namespace BirdStrikes;

/// <summary>
/// A network that learns from strikes and is asked about one. This file, Networks.cs, Strike.cs, StrikeTable.cs with its data and CategoryNames.cs need nothing
/// but NetGen.
/// </summary>
/// <param name="train">The strikes to learn from: they say which names are known.</param>
internal sealed class StrikeLearner(Strike[] train)
{
    // The speed that is noted most often. Any would do: the column beside it says that it is none.
    private const float UnknownSpeed = 140;

    private readonly CategoryNames aircraft = new(train.Select(strike => strike.Aircraft));
    private readonly CategoryNames airlines = new(train.Select(strike => strike.Airline));
    private readonly CategoryNames airports = new(train.Select(strike => strike.Airport));
    private readonly CategoryNames species = new(train.Select(strike => strike.Species));
    private readonly CategoryNames sizes = new(train.Select(strike => strike.Size));
    private readonly CategoryNames phases = new(train.Select(strike => strike.Phase));
    private readonly CategoryNames times = new(train.Select(strike => strike.Time));

    /// <summary>The network.</summary>
    public StrikeNet Net { get; } = new();

    /// <summary>The strikes as the network takes them: all of them, whatever is missing.</summary>
    /// <param name="strikes">The strikes.</param>
    public Dataset<float> ToDataset(Strike[] strikes)
    {
        var x = new float[strikes.Length * StrikeNet.InputSize];
        for (int example = 0; example < strikes.Length; example++)
        {
            Strike strike = strikes[example];
            Span<float> row = x.AsSpan(example * StrikeNet.InputSize, StrikeNet.InputSize);
            Numbers(strike).CopyTo(row);
            int[] classes =
            [
                aircraft.ClassOf(strike.Aircraft), airlines.ClassOf(strike.Airline), airports.ClassOf(strike.Airport), species.ClassOf(strike.Species),
                sizes.ClassOf(strike.Size), phases.ClassOf(strike.Phase), times.ClassOf(strike.Time),
            ];
            Array.ConvertAll(classes, index => (float)index).CopyTo(row[Numbers(strike).Length..]);
        }

        return Dataset<float>.FromRows(x, StrikeNet.InputSize, [.. strikes.Select(strike => strike.DidDamage ? 1f : 0f)], StrikeNet.OutputSize);
    }

    /// <summary>Trains the network; its first step finds mean and scale of the numbers, which are saved with it.</summary>
    /// <param name="seed">What the initial weights are drawn from.</param>
    /// <param name="rate">The learning rate of Adam.</param>
    /// <param name="options">How to train.</param>
    /// <param name="cancellationToken">Stops after the current update.</param>
    public TrainingResult Train(int seed, double rate, TrainingOptions options, CancellationToken cancellationToken = default)
    {
        Net.Initialize(seed);
        return Trainer.Fit(Net, ToDataset(train), new Adam<float>(rate), options, cancellationToken);
    }

    /// <summary>The probability that a strike does damage.</summary>
    /// <param name="strike">The strike, as far as it is known.</param>
    public float Probability(Strike strike) => Net.Predict(
        numbers: Numbers(strike),
        aircraft: [aircraft.ClassOf(strike.Aircraft)],
        airline: [airlines.ClassOf(strike.Airline)],
        airport: [airports.ClassOf(strike.Airport)],
        species: [species.ClassOf(strike.Species)],
        size: [sizes.ClassOf(strike.Size)],
        phase: [phases.ClassOf(strike.Phase)],
        time: [times.ClassOf(strike.Time)])[0];

    // The month as a point on a circle, so that December is next to January.
    private static float[] Numbers(Strike strike)
    {
        (float sine, float cosine) = MathF.SinCos(MathF.Tau * strike.Date.Month / 12);
        return [strike.Speed ?? UnknownSpeed, strike.Speed is null ? 0 : 1, sine, cosine];
    }
}
