namespace NetGen.Networks.Tests.Graphs.Behaviour;

/// <summary>When training measures what inputs are standardized with, and when the network has it already.</summary>
public class StatisticsTests
{
    private static readonly Dataset<float> Train = Dataset<float>.FromRows([1, 10, 3, 30, 5, 50], 2, [1f, 2, 3], 1);

    private static readonly TrainingOptions Once = new() { Epochs = 1 };

    [Fact]
    public void TheFirstFitMeasuresThemFrozenOrNot()
    {
        var network = new FrozenTableNet();
        network.Fit(Train, Once);
        Assert.Equal([3f, 30], network.standardize1_mean.ToArray());

        network.Fit(Dataset<float>.FromRows([7, 70, 9, 90], 2, [1f, 2], 1), Once);
        Assert.Equal([3f, 30], network.standardize1_mean.ToArray());
    }

    [Fact]
    public void ParametersThatStepsHaveTrainedKeepTheStatisticsThatTheyWereTrainedWith()
    {
        var network = new FrozenTableNet();
        var adam = new Adam<float>(0.01);
        network.TrainStep(Train.X, Train.Y, ref adam);
        network.Fit(Train, Once);
        Assert.Equal([0f, 0], network.standardize1_mean.ToArray());

        network.FitStatistics(Train);
        Assert.Equal([3f, 30], network.standardize1_mean.ToArray());
        network.Initialize(seed: 1);
        Assert.Equal([0f, 0], network.standardize1_mean.ToArray());
        network.Fit(Train, Once);
        Assert.Equal([3f, 30], network.standardize1_mean.ToArray());
    }

    [Fact]
    public void ParametersThatWereSetOrLoadedKeepTheirStatistics()
    {
        var first = new FrozenTableNet();
        first.Initialize(seed: 1);
        using var stream = new MemoryStream();
        first.Save(stream);
        stream.Position = 0;
        FrozenTableNet loaded = new(), set = new();
        loaded.Load(stream);
        set.SetParameters(first.Parameters);
        foreach (FrozenTableNet network in new[] { loaded, set })
        {
            network.Fit(Train, Once);
            Assert.Equal([0f, 0], network.standardize1_mean.ToArray());
        }
    }

    [Fact]
    public void AHeadOfItsOwnIsKeptWhenTheRestIsLoaded()
    {
        FrozenTableNet trained = new(), taking = new();
        trained.Fit(Train, Once);
        taking.Initialize(seed: 2);
        float[,] head = taking.head_W.ToArray();
        using var stream = new MemoryStream();
        trained.Save(stream);
        stream.Position = 0;
        taking.Load(stream, new ModelLoadOptions { Ignore = ["head.W", "head.b"] });
        Assert.Equal(head, taking.head_W.ToArray());
        Assert.Equal(trained.stem_W.ToArray(), taking.stem_W.ToArray());
        Assert.Equal([3f, 30], taking.standardize1_mean.ToArray());
    }

    [Fact]
    public void WhatAViewWritesBeforeTheFirstFitDoesNotKeepItFromMeasuring()
    {
        var network = new FrozenTableNet();
        network.Initialize(seed: 1);
        network.head_b.CopyFrom([2]);
        network.Fit(Train, Once);
        Assert.Equal([3f, 30], network.standardize1_mean.ToArray());

        network.Initialize(seed: 1);
        network.standardize1_mean.CopyFrom([1, 1]);
        network.Fit(Train, Once);
        Assert.Equal([1f, 1], network.standardize1_mean.ToArray());
    }
}
