using NetGen;
using Samples.CommandLine;

namespace HousePrices;

/// <summary>A trained network that is asked for prices.</summary>
/// <param name="Name">What its output unit is.</param>
/// <param name="Result">How training went.</param>
/// <param name="TestError">How far its prices are from the true ones of the test houses, on average, in thousands.</param>
/// <param name="Price">The price that it predicts for a size and a number of bedrooms, in thousands.</param>
internal sealed record PriceModel(string Name, TrainingResult Result, double TestError, Func<float, int, float> Price)
{
    /// <summary>Trains a network.</summary>
    /// <param name="name">What its output unit is.</param>
    /// <param name="session">The run.</param>
    /// <param name="train">The houses to learn from.</param>
    /// <param name="test">The houses to be tried on.</param>
    /// <param name="options">How to train.</param>
    public static PriceModel Train<TNet>(string name, SampleSession session, House[] train, House[] test, TrainingOptions options)
        where TNet : class, INetwork<TNet, float>, new()
    {
        session.Print($"Training with a {name}:");
        var learner = new PriceLearner<TNet>(train);
        TrainingResult result = session.Train(name, "iteration", linesEvery: 1000, progress =>
            learner.Train(session.Seed, options with { Progress = progress }, session.CancellationToken));

        double error = test.Average(house => Math.Abs(learner.Price(house.Size, house.Bedrooms) - house.Price));
        return new PriceModel(name, result, error, learner.Price);
    }
}
