namespace NetGen.Networks.Tests.Tables;

/// <summary>Training as the course does it: the whole set in every iteration, at a fixed rate.</summary>
internal static class Course
{
    /// <summary>Trains and returns the cost before the update of every given iteration.</summary>
    public static Dictionary<int, double> Train<TNet>(TNet network, double[] x, double[] y, double learningRate, int iterations, int costEvery)
        where TNet : class, INetwork<TNet, double>
    {
        var costs = new Dictionary<int, double>();
        var descent = new GradientDescent<double>(learningRate);
        for (int i = 0; i < iterations; i++)
        {
            if (i % costEvery == 0)
            {
                costs[i] = network.TrainStepWithCost(x, y, ref descent);
            }
            else
            {
                network.TrainStep(x, y, ref descent);
            }
        }

        return costs;
    }

    /// <summary>How many examples are predicted right: above one half is a 1.</summary>
    public static int CountCorrect<TNet>(TNet network, double[] x, double[] y)
        where TNet : class, INetwork<TNet, double>
    {
        var output = new double[y.Length];
        network.Predict(x, output);
        return output.Zip(y).Count(pair => pair.First > 0.5 == pair.Second > 0.5);
    }

    /// <summary>Fails where a cost differs from the published one.</summary>
    public static void AssertPublished(Dictionary<int, double> costs, double tolerance, params (int Iteration, double Cost)[] published)
    {
        string[] wrong = [.. published.Where(row => !(Math.Abs(costs[row.Iteration] - row.Cost) <= tolerance))
            .Select(row => FormattableString.Invariant($"iteration {row.Iteration}: {costs[row.Iteration]:R}, published {row.Cost:R}"))];
        Assert.Empty(wrong);
    }
}
