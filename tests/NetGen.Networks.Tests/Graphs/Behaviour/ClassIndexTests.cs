namespace NetGen.Networks.Tests.Graphs.Behaviour;

/// <summary>A number that is no class is refused by everything that takes examples, before anything is written.</summary>
public class ClassIndexTests
{
    private const int Row = 2;
    private const int Column = 8;
    private const int Examples = 4;
    private const float Untouched = 77;

    [Theory]
    [InlineData(TableNet.Countries)]
    [InlineData(-1)]
    [InlineData(0.5f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e30f)]
    public void EveryEntryNamesRowAndColumnAndWritesNothing(float index)
    {
        var network = new TableNet();
        network.Initialize(seed: 1);
        var batch = new GraphBatch<float>(TableNet.Description, Examples);
        float[] one = [.. batch.X[..TableNet.InputSize]];
        batch.X[Row * TableNet.InputSize + Column] = one[Column] = index;
        TableNet.Predictor predictor = network.CreatePredictor();
        float[] before = network.Parameters.ToArray();
        float[] output = [.. Enumerable.Repeat(Untouched, Examples)], gradients = [.. Enumerable.Repeat(Untouched, TableNet.ParameterCount)];
        var adam = new Adam<float>();

        Refuses(Row, () => network.Predict(batch.X, output));
        Refuses(Row, () => network.Predict(batch.X));
        Refuses(0, () => network.Predict(one, output));
        Refuses(0, () => network.PredictClass(one));
        Refuses(Row, () => network.Cost(batch.X, batch.Y));
        Refuses(Row, () => network.ComputeGradients(batch.X, batch.Y, gradients));
        Refuses(Row, () => network.TrainStep(batch.X, batch.Y, learningRate: 0.1));
        Refuses(Row, () => network.TrainStep(batch.X, batch.Y, ref adam));
        Refuses(Row, () => network.TrainStepWithCost(batch.X, batch.Y, ref adam));
        Refuses(Row, () => network.Forward(batch.X));
        Refuses(Row, () => predictor.Predict(batch.X, output));
        Refuses(Row, () => predictor.Predict(batch.X));
        Refuses(0, () => predictor.PredictClass(one));

        // What is not even finite, the check of gradients has a message of its own for.
        string message = Assert.ThrowsAny<ArgumentException>(() => network.CheckGradients(batch.X, batch.Y)).Message;
        Assert.Contains($"row {Row}, column {Column}", message, StringComparison.Ordinal);

        Assert.All(output, static value => Assert.Equal(Untouched, value));
        Assert.All(gradients, static value => Assert.Equal(Untouched, value));
        Assert.Equal(before, network.Parameters);
    }

    [Theory]
    [InlineData(TableNet.Countries)]
    [InlineData(-1)]
    public void InputsThatComeApartAreNamedAndKnownOnesAlone(int index)
    {
        var network = new TableNet();
        network.Initialize(seed: 1);
        float[] numbers = new float[16], output = [Untouched, Untouched];
        string expected = $"country holds {index} at 1, but is a category of TableNet: 0 to 49. (Parameter 'country')";
        Assert.Equal(expected, Assert.Throws<ArgumentException>("country", () => network.Predict(numbers, [0, index], [0, 0])).Message);
        Assert.Equal(expected, Assert.Throws<ArgumentException>("country", () => network.Predict(numbers, [0, index], [0, 0], output)).Message);
        Assert.Equal([Untouched, Untouched], output);
        Assert.Equal(network.Predict(numbers, [0, 1], [0, 0]), network.Predict(numbers, [0, 1], [index, int.MaxValue]));
    }

    [Theory]
    [InlineData(TableNet.Countries)]
    [InlineData(-1)]
    [InlineData(0.5f)]
    public void FitAndEvaluateNameRowAndColumnBeforeTheFirstStep(float index)
    {
        var network = new TableNet();
        network.Initialize(seed: 1);
        float[] before = network.Parameters.ToArray();
        var batch = new GraphBatch<float>(TableNet.Description, Examples);
        Dataset<float> right = Dataset<float>.FromRows(batch.X, TableNet.InputSize, batch.Y, 1);
        float[] x = [.. batch.X];
        x[Row * TableNet.InputSize + Column] = index;
        Dataset<float> wrong = Dataset<float>.FromRows(x, TableNet.InputSize, batch.Y, 1);

        Refuses(Row, () => network.Evaluate(wrong));
        Refuses(Row, () => network.Fit(wrong));
        Refuses(Row, () => network.Fit(right, new TrainingOptions { Validation = wrong }));
        Assert.Equal(before, network.Parameters);
    }

    [Fact]
    public void TheColumnThatHasAnUnknownClassTakesAnything()
    {
        var network = new TableNet();
        network.Initialize(seed: 1);
        float[] known = new GraphBatch<float>(TableNet.Description, examples: 1).X;
        known[^1] = 0;
        float expected = network.Predict(known)[0];
        foreach (float index in (float[])[-1, 9, 0.5f, float.NaN, float.NegativeInfinity])
        {
            known[^1] = index;
            Assert.Equal(expected, network.Predict(known)[0]);
        }
    }

    private static void Refuses(int row, Action action)
    {
        ArgumentException refusal = Assert.ThrowsAny<ArgumentException>(action);
        Assert.Contains($"row {row}, column {Column}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"0 to {TableNet.Countries - 1}", refusal.Message, StringComparison.Ordinal);
    }
}
