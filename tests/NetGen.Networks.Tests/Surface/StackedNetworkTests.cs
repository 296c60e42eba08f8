namespace NetGen.Networks.Tests.Surface;

/// <summary>Layers of a stack with batch normalization and dropout, and parameters that are declared by the name of their layer.</summary>
public sealed class StackedNetworkTests
{
    private static readonly float[] Examples = [1, -2, 3, 0.5f, 0, 1, 2, -1, 0.5f, 0.25f, -1, 2, -3, 1, 0, 1];

    [Fact]
    public void AStackTrainsAsItsLayersSpelledOutDo()
    {
        var stacked = new StackedClasses();
        var described = new SpelledOutClasses();
        stacked.Initialize(seed: 3);
        described.Initialize(seed: 3);
        var ofStacked = new Adam<float>();
        var ofDescribed = new Adam<float>();
        for (int step = 0; step < 5; step++)
        {
            Assert.Equal(
                stacked.TrainStepWithCost(Examples, [0, 1, 1, 0], ref ofStacked), described.TrainStepWithCost(Examples, [0, 1, 1, 0], ref ofDescribed));
        }

        Assert.Equal(stacked.Parameters, described.Parameters);
        Assert.Equal(stacked.Predict(Examples), described.Predict(Examples));
    }

    [Fact]
    public void ItsParametersGoByTheDeclaredNumbers()
    {
        Assert.Equal(3, StackedClasses.LayerCount);
        Assert.Equal((5, 3, 2), (StackedClasses.Units1, StackedClasses.Units2, StackedClasses.Units3));
        Assert.Equal(
            ["W1", "b1", "gamma1", "beta1", "mean1", "variance1", "W2", "b2", "W3", "b3"],
            StackedClasses.Description.Parameters.Select(static parameter => parameter.Name));
        var network = new StackedClasses();
        network.Initialize(seed: 1);
        network.gamma1.CopyFrom([1, 2, 3, 4, 5]);
        Assert.Equal([1, 2, 3, 4, 5], network.Parameters[25..30]);
        Assert.Equal([1, 1, 1, 1, 1], network.variance1.ToArray());
    }

    [Fact]
    public void ItsGradientsAgree()
    {
        var classes = new StackedClasses();
        classes.Initialize(seed: 5);
        Assert.True(classes.CheckGradients(Examples, [1, 0, 0, 1, 0, 1, 1, 0]).Passed);

        var numbers = new StackedNumbers();
        numbers.Initialize(seed: 5);
        double[] x = [.. Examples[..12].Select(static value => (double)value)];
        Assert.True(numbers.CheckGradients(x, [1, 2, -1, 0.5, 0, 3, 2, 1]).Passed);
    }

    [Fact]
    public void ASavedStackIsLoadedWithTheSameBits()
    {
        var (saved, loaded) = (new StackedClasses(), new StackedClasses());
        saved.Initialize(1);
        saved.TrainStep(Examples, [0, 1, 1, 0], learningRate: 0.1);
        using var stream = new MemoryStream();
        saved.Save(stream);
        stream.Position = 0;
        loaded.Load(stream);
        Assert.Equal(saved.Parameters, loaded.Parameters);
    }

    [Fact]
    public void DeclaredParametersOfAStackAreThoseOfTheNumber()
    {
        var drawn = new StackedClasses();
        drawn.Initialize(seed: 0);
        var network = new StackedClasses();
        network.LoadDeclaredParameters();
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], network.W2.AsSpan());
        Assert.Equal([0.5f, 1.5f, 2.5f], network.b2.AsSpan());
        Assert.Equal(drawn.W1.AsSpan(), network.W1.AsSpan());
        Assert.Equal(drawn.W3.AsSpan(), network.W3.AsSpan());
    }

    [Fact]
    public void DeclaredParametersAreCopiedInByTheNamesOfLayers()
    {
        var network = new TrainedByName();
        network.LoadDeclaredParameters();
        Assert.Equal([1, 2, 3, 4, 5, 6, 10, 100, 1, 0.5f, 2, 0.25f], network.Parameters);
        Assert.Equal(3 + (0.5f * 4) + (2 * (10 * 0.1f + 100 * 0.01f)) + 0.25f, network.Predict([1, 0.1f, 0.01f])[0], 1e-5);
    }
}
