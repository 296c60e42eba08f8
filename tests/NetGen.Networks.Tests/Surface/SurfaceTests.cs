namespace NetGen.Networks.Tests.Surface;

/// <summary>The members of a generated class, as a user meets them.</summary>
public class SurfaceTests
{
    [Fact]
    public void ConstantsSayTheSizes()
    {
        Assert.Equal((4, 3, 2, 8 * 4 + 8 + 3 * 8 + 3), (ThreeClasses.InputSize, ThreeClasses.OutputSize, ThreeClasses.LayerCount, ThreeClasses.ParameterCount));
        Assert.Equal((8, 3), (ThreeClasses.Units1, ThreeClasses.Units2));
    }

    [Fact]
    public void DescriptionSaysWhatWasDeclaredAndInferred()
    {
        NetworkDescription description = ThreeClasses.Description;
        Assert.Equal(("ThreeClasses", Loss.CrossEntropy, Initializer.ScaledNormal), (description.Name, description.Loss, description.Initializer));
        Assert.Equal([new DenseDescription(4, 8, Activation.Relu), new DenseDescription(8, 3, Activation.Softmax)], description.DenseLayers);
        Assert.Equal((Loss.BinaryCrossEntropy, Initializer.SmallNormal), (OneOutput.Description.Loss, OneOutput.Description.Initializer));
        Assert.Equal([new DenseDescription(5, 6, Activation.Tanh), new DenseDescription(6, 1, Activation.Sigmoid)], OneOutput.Description.DenseLayers);
    }

    [Fact]
    public void ViewsShowTheParametersInTheirOrderAndWriteToThem()
    {
        var network = new ThreeClasses();
        float[] parameters = [.. Enumerable.Range(0, ThreeClasses.ParameterCount).Select(i => i / 8f)];
        network.SetParameters(parameters);

        Assert.Equal((8, 4), (network.W1.Rows, network.W1.Columns));
        Assert.Equal(parameters.AsSpan()[..32], network.W1.AsSpan());
        Assert.Equal(parameters.AsSpan()[32..40], network.b1.AsSpan());
        Assert.Equal(parameters.AsSpan()[40..64], network.W2.AsSpan());
        Assert.Equal(parameters.AsSpan()[64..], network.b2.AsSpan());
        Assert.Equal(parameters[4 * 5 + 2], network.W1[5, 2]);

        network.b2.CopyFrom([7, 8, 9]);
        Assert.Equal([7, 8, 9], network.Parameters[^3..]);
    }

    [Fact]
    public void WritingToAViewInitializesTheNetworkAndShowsInPredictions()
    {
        var network = new OneOutput();
        network.b2.CopyFrom([2]);

        Assert.True(network.IsInitialized);
        Assert.Equal(1 / (1 + Math.Exp(-2)), network.Predict(new double[5])[0], 1e-15);
        network.b2.CopyFrom([-2]);
        Assert.Equal(1 / (1 + Math.Exp(2)), network.Predict(new double[5])[0], 1e-15);
    }

    [Fact]
    public void InitializeDrawsWhatNumPyDrawsInTheOrderOfTheLayers()
    {
        var network = new OneOutput();
        Assert.False(network.IsInitialized);
        network.Initialize(new NumPyRandom(3));
        Assert.True(network.IsInitialized);

        var random = new NumPyRandom(3);
        double[] expected = new double[OneOutput.ParameterCount];
        foreach (int i in Enumerable.Range(0, 30).Concat(Enumerable.Range(36, 6)))
        {
            expected[i] = random.NextNormal() * 0.01;
        }

        Assert.Equal(expected, network.Parameters);
    }

    [Fact]
    public void InitializeWithASeedDrawsTheSameEveryTimeAndOthersForAnotherSeed()
    {
        float[] first = Initialized(1), again = Initialized(1), other = Initialized(2);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);

        static float[] Initialized(int seed)
        {
            var network = new ThreeClasses();
            network.Initialize(seed);
            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void TrainingANetworkThatWasNotInitializedStartsFromSeedZero()
    {
        var (fresh, seeded) = (new ThreeClasses(), new ThreeClasses());
        seeded.Initialize(0);
        float[] x = [1, 2, 3, 4], y = [0, 1, 0];
        fresh.TrainStep(x, y, learningRate: 0.5);
        seeded.TrainStep(x, y, learningRate: 0.5);
        Assert.Equal(seeded.Parameters, fresh.Parameters);
    }

    [Fact]
    public void PredictClassIsTheLargestOutputOrTheSideOfOneHalf()
    {
        var classes = new ThreeClasses();
        classes.SetParameters(new float[ThreeClasses.ParameterCount]);
        classes.b2.CopyFrom([1, 3, 2]);
        Assert.Equal(1, classes.PredictClass([1, 1, 1, 1]));
        Assert.Equal(1, classes.CreatePredictor().PredictClass([1, 1, 1, 1]));

        var binary = new OneOutput();
        binary.b2.CopyFrom([0.01]);
        Assert.Equal(1, binary.PredictClass(new double[5]));
        binary.b2.CopyFrom([-0.01]);
        Assert.Equal(0, binary.PredictClass(new double[5]));
    }

    [Fact]
    public void APredictorKeepsTheParametersThatItWasMadeFrom()
    {
        var network = new ThreeClasses();
        network.Initialize(1);
        float[] x = [.. Enumerable.Range(0, 4 * 37).Select(i => MathF.Sin(i))];
        float[] before = network.Predict(x);
        ThreeClasses.Predictor predictor = network.CreatePredictor();
        network.Initialize(2);

        var output = new float[3 * 37];
        predictor.Predict(x, output);
        Assert.Equal(before, predictor.Predict(x));
        Assert.Equal(before, output);
        Assert.NotEqual(before, network.Predict(x));
    }

    [Fact]
    public void PredictLeavesTheRestOfALongerOutputAlone()
    {
        var network = new ThreeClasses();
        network.Initialize(1);
        for (int examples = 0; examples < 40; examples++)
        {
            var x = new float[4 * examples];
            var output = new float[3 * examples + 50];
            Array.Fill(output, -1);
            network.Predict(x, output);
            Assert.All(output[..(3 * examples)], value => Assert.InRange(value, 0, 1));
            Assert.All(output[(3 * examples)..], value => Assert.Equal(-1, value));
        }
    }

    [Fact]
    public void GradientsLeaveTheRestOfALongerDestinationAlone()
    {
        var network = new ThreeClasses();
        network.Initialize(1);
        var gradients = new float[ThreeClasses.ParameterCount + 50];
        Array.Fill(gradients, -100);
        network.ComputeGradients([1, 2, 3, 4], [1f, 0, 0], gradients);
        Assert.All(gradients[..ThreeClasses.ParameterCount], value => Assert.InRange(value, -99, 99));
        Assert.All(gradients[ThreeClasses.ParameterCount..], value => Assert.Equal(-100, value));
    }

    [Fact]
    public void ClassIndicesTrainAsOneHotRowsDo()
    {
        var (rows, indices) = (new ThreeClasses(), new ThreeClasses());
        float[] x = [.. Enumerable.Range(0, 4 * 21).Select(i => MathF.Cos(i))];
        int[] classes = [.. Enumerable.Range(0, 21).Select(i => i * i % 3)];
        var y = new float[3 * 21];
        for (int i = 0; i < 21; i++)
        {
            y[3 * i + classes[i]] = 1;
        }

        rows.Initialize(4);
        indices.Initialize(4);

        Assert.Equal(rows.Cost(x, y), indices.Cost(x, classes), 1e-6);
        float[] fromRows = new float[ThreeClasses.ParameterCount], fromIndices = new float[ThreeClasses.ParameterCount];
        rows.ComputeGradients(x, y, fromRows);
        indices.ComputeGradients(x, classes, fromIndices);
        Assert.Equal(fromRows, fromIndices);

        var (adam, sameAdam) = (new Adam<float>(0.01), new Adam<float>(0.01));
        for (int step = 0; step < 5; step++)
        {
            rows.TrainStep(x, y, learningRate: 0.1);
            indices.TrainStep(x, classes, learningRate: 0.1);
            rows.TrainStep(x, y, ref adam);
            indices.TrainStep(x, classes, ref sameAdam);
        }

        Assert.Equal(rows.Parameters, indices.Parameters);
    }

    [Fact]
    public void ANestedNetworkWithAConstructorOfItsOwnWorks()
    {
        var network = new Shop.Prices(seed: 1);
        float before = (float)network.Cost([1, 2], [3]);
        network.TrainStep([1, 2], [3], learningRate: 0.01);
        Assert.True(network.Cost([1, 2], [3]) < before);
    }

    [Fact]
    public void FitEvaluateAndCheckGradientsAreMembers()
    {
        var network = new OneOutput();
        double[] x = [.. Enumerable.Range(0, 5 * 40).Select(i => Math.Sin(i * i))];
        double[] y = [.. Enumerable.Range(0, 40).Select(i => x[5 * i] > 0 ? 1.0 : 0.0)];
        Dataset<double> data = Dataset<double>.FromRows(x, 5, y, 1);
        network.Initialize(1);
        Assert.True(network.CheckGradients(x, y).Passed);

        double before = network.Cost(x, y);
        network.Fit(data, new GradientDescent<double>(1), new TrainingOptions { Epochs = 300, BatchSize = null });
        Assert.True(network.Cost(x, y) < before / 2);
        Assert.True(network.Evaluate(data).Accuracy > 0.9);
    }
}
