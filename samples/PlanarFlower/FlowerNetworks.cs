using System.CommandLine.Parsing;
using NetGen;
using NetGen.Reports;
using Samples.CommandLine;

namespace PlanarFlower;

/// <summary>Finds the network of a size and precision, and trains it.</summary>
internal static class FlowerNetworks
{
    private static readonly int[] Sizes = [1, 2, 3, 4, 5, 20, 50];

    /// <summary>Reads a list of sizes such as 1,4,20.</summary>
    /// <param name="result">The word on the command line.</param>
    public static int[] ParseSizes(ArgumentResult result)
    {
        string given = result.Tokens[0].Value;
        var sizes = new List<int>();
        foreach (string part in given.Split(','))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && Sizes.Contains(size))
            {
                sizes.Add(size);
                continue;
            }

            result.AddError($"--hidden takes sizes out of {string.Join(", ", Sizes)}, separated by commas, but '{given}' was given.");
            break;
        }

        return [.. sizes];
    }

    /// <summary>Trains the network of a size.</summary>
    /// <param name="size">The size of the hidden layer.</param>
    /// <param name="precision">The numbers computed with.</param>
    /// <param name="session">The run.</param>
    /// <param name="settings">How to train.</param>
    public static TrainedFlower Train(int size, ElementType precision, SampleSession session, FlowerSettings settings) => (size, precision) switch
    {
        (1, ElementType.Float) => Train<Flower1, float>(session, settings),
        (1, _) => Train<Flower1Double, double>(session, settings),
        (2, ElementType.Float) => Train<Flower2, float>(session, settings),
        (2, _) => Train<Flower2Double, double>(session, settings),
        (3, ElementType.Float) => Train<Flower3, float>(session, settings),
        (3, _) => Train<Flower3Double, double>(session, settings),
        (4, ElementType.Float) => Train<Flower4, float>(session, settings),
        (4, _) => Train<Flower4Double, double>(session, settings),
        (5, ElementType.Float) => Train<Flower5, float>(session, settings),
        (5, _) => Train<Flower5Double, double>(session, settings),
        (20, ElementType.Float) => Train<Flower20, float>(session, settings),
        (20, _) => Train<Flower20Double, double>(session, settings),
        (_, ElementType.Float) => Train<Flower50, float>(session, settings),
        (_, _) => Train<Flower50Double, double>(session, settings),
    };

    private static TrainedFlower Train<TNet, T>(SampleSession session, FlowerSettings settings)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Dataset<T> points = Flower.Draw<T>();
        int hiddenUnits = TNet.Description.DenseLayers[0].Units;

        var net = new TNet();
        TrainingResult result = session.Train($"{hiddenUnits} hidden units", "iteration", linesEvery: 1000, progress =>
            settings.Train(net, points, session.Seed, session.Threads, progress, session.CancellationToken));

        double accuracy = Evaluator.Evaluate(net, points).Accuracy;
        return new TrainedFlower(
            hiddenUnits, TNet.ParameterCount, accuracy, result, DecisionPlane.Ask<T>(-5, 5, -5, 5, (places, answers) => net.Predict(places, answers)));
    }
}
