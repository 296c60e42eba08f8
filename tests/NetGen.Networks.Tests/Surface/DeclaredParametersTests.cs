namespace NetGen.Networks.Tests.Surface;

/// <summary>LoadDeclaredParameters: parameters that members of the class hold are copied in, all of them or none.</summary>
public class DeclaredParametersTests
{
    [Fact]
    public void DeclaredParametersAreCopiedIn()
    {
        var network = new Trained();
        network.LoadDeclaredParameters();

        Assert.Equal([1, 2, 3, 4, 0.5f, -10, 10, 100, 1000], network.Parameters);
        Assert.Equal(1000 + 10 * 3.5f, network.Predict([1, 1])[0], 1e-3);
    }

    [Fact]
    public void LayersThatAreNotDeclaredAreDrawnInANetworkWithoutParameters()
    {
        var drawn = new TrainedAtTheEnd();
        drawn.Initialize(seed: 0);
        var network = new TrainedAtTheEnd();
        network.LoadDeclaredParameters();

        Assert.Equal([.. drawn.Parameters[..9], 0.5f, 0.5f, 0.5f, 0.25f], network.Parameters);
    }

    [Fact]
    public void DeclaredParametersThatDoNotFitReplaceNothing()
    {
        var network = new TrainedAtTheEnd { LastLength = 4 };
        network.Initialize(seed: 3);
        float[] before = network.Parameters.ToArray();

        var refused = Assert.Throws<ArgumentException>(network.LoadDeclaredParameters);
        Assert.Contains("4 values, but W2 of TrainedAtTheEnd is 1x3", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, network.Parameters);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhateverADeclaredMemberThrowsNothingIsReplaced(bool isInitialized)
    {
        var network = new TrainedByHand { Failure = new InvalidOperationException("no weights today") };
        if (isInitialized)
        {
            network.Initialize(seed: 3);
        }

        float[] before = network.Parameters.ToArray();
        float[]? outputs = isInitialized ? network.Predict([1, 2]) : null;

        Assert.Same(network.Failure, Assert.Throws<InvalidOperationException>(network.LoadDeclaredParameters));
        Assert.Equal(before, network.Parameters);
        Assert.Equal(isInitialized, network.IsInitialized);
        if (outputs is not null)
        {
            Assert.Equal(outputs, network.Predict([1, 2]));
        }

        network.Failure = null;
        network.LoadDeclaredParameters();
        Assert.Equal([1, 2, 3, 4, 5, 6], network.W1.AsSpan().ToArray());
        Assert.True(network.IsInitialized);
    }

    [Fact]
    public void AMemberThatIsNullIsRefusedAndNothingIsReplaced()
    {
        var network = new TrainedByHand { Hidden = null! };
        Assert.Throws<ArgumentException>(network.LoadDeclaredParameters);
        Assert.False(network.IsInitialized);
    }
}
