using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Training;

/// <summary>How Fit deals the examples of a set into batches.</summary>
public class MiniBatchTests
{
    [Fact]
    public void Mini_batches_take_every_example_once_an_epoch_and_the_last_one_takes_what_is_left()
    {
        List<double[]> batches = [];
        TrainingResult result = Fit(new LogisticNet { OnStep = batches.Add }, new() { Epochs = 4, BatchSize = 2 });
        Assert.Equal(12, result.Steps);
        foreach (double[][] epoch in batches.Chunk(3))
        {
            Assert.Equal([4, 4, 2], epoch.Select(batch => batch.Length));
            Assert.Equal(X.Chunk(2).Select(example => example[0]).Order(), epoch.SelectMany(batch => batch.Chunk(2)).Select(example => example[0]).Order());
        }

        Assert.True(batches.Chunk(3).Select(epoch => string.Join(' ', epoch.SelectMany(batch => batch))).Distinct().Count() > 1);
    }

    [Fact]
    public void Mini_batches_follow_the_seed()
    {
        string first = Order(seed: 1);
        Assert.Equal(first, Order(seed: 1));
        Assert.NotEqual(first, Order(seed: 2));

        static string Order(int seed)
        {
            List<double> order = [];
            Fit(new LogisticNet { OnStep = order.AddRange }, new() { Epochs = 4, BatchSize = 2, Seed = seed });
            return string.Join(' ', order);
        }
    }

    [Fact]
    public void Without_shuffling_batches_come_in_the_order_of_the_set()
    {
        List<double> order = [];
        Fit(new LogisticNet { OnStep = order.AddRange }, new() { Epochs = 2, BatchSize = 3, Shuffle = false });
        Assert.Equal([.. X, .. X], order);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_cost_of_an_epoch_of_mini_batches_weighs_every_example_alike(bool shuffle)
    {
        // With a rate of 0 the parameters stay, so the epoch's cost is that of the set, although its batches differ in size.
        var network = new LogisticNet();
        network.SetParameters([0.3, -0.7, 0.1]);
        TrainingResult result = Fit(network, new() { Epochs = 1, BatchSize = 2, LearningRate = 0.0, Shuffle = shuffle });
        Assert.Equal(network.Cost(X, Y), result.FinalCost, 1e-15);
    }

    [Fact]
    public void A_batch_larger_than_the_set_is_the_set()
    {
        List<double> order = [];
        Fit(new LogisticNet { OnStep = order.AddRange }, new() { Epochs = 1, BatchSize = 100 });
        Assert.Equal(X, order);
    }
}
