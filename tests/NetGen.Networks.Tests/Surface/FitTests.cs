using System.Globalization;
using System.IO.Compression;

namespace NetGen.Networks.Tests.Surface;

/// <summary>Eight by eight pixels, ten digits: declared as a newcomer would.</summary>
[Layers(64, 32, 10)]
public sealed partial class NewcomerDigits;

/// <summary>Three labels of their own, with sigmoid outputs.</summary>
[Layers(2, 8, 3, Output = Activation.Sigmoid)]
public sealed partial class ThreeLabels;

/// <summary>An autoencoder of pictures.</summary>
[Layers(12288, 16, 12288, Output = Activation.Sigmoid)]
public sealed partial class PictureAutoencoder;

/// <summary>What Fit and Evaluate do unless told otherwise, on emitted networks.</summary>
public class FitTests
{
    [Fact]
    public void FitWithNothingButDataReachesATrainedNetwork()
    {
        (Dataset<float> train, Dataset<float> test) = Digits();
        var network = new NewcomerDigits();
        TrainingResult result = network.Fit(train);
        Assert.Equal((TrainingEnd.Completed, 100), (result.End, result.Epochs));
        Assert.Equal(100L * ((train.Count + 31) / 32), result.Steps);
        Evaluation evaluation = network.Evaluate(test);
        Assert.True(evaluation.Accuracy > 0.95, $"{evaluation}");
    }

    [Fact]
    public void EveryWayToLeaveOptionsOutIsTheSame()
    {
        (Dataset<float> train, _) = Digits();
        float[] expected = Trained(network => network.Fit(train.Take(100)));
        Assert.Equal(expected, Trained(network => network.Fit(train.Take(100), new())));
        Assert.Equal(expected, Trained(network => network.Fit(train.Take(100), null, CancellationToken.None)));
        Assert.Equal(expected, Trained(network => network.Fit(train.Take(100), cancellationToken: CancellationToken.None)));
        Assert.Equal(expected, Trained(network => network.Fit(train.Take(100), new Adam<float>())));
        Assert.Equal(expected, Trained(network => network.Fit(train.Take(100), new Adam<float>(), new() { BatchSize = 32, Epochs = 100 })));
        Assert.Equal(expected, Trained(network => Trainer.Fit<NewcomerDigits, float>(network, train.Take(100))));
        Assert.Equal(expected, Trained(network => Trainer.Fit(network, train.Take(100), new Adam<float>())));
        Assert.NotEqual(expected, Trained(network => network.Fit(train.Take(100), new GradientDescent<float>())));
        Assert.NotEqual(expected, Trained(network => network.Fit(train.Take(100), new() { BatchSize = null })));

        static float[] Trained(Func<NewcomerDigits, TrainingResult> fit)
        {
            var network = new NewcomerDigits();
            fit(network);
            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void FiveTimesTenEpochsAreFiftyEpochsBitForBit()
    {
        (Dataset<float> train, _) = Digits();
        NewcomerDigits whole = new(), parts = new();
        var options = new TrainingOptions { Epochs = 50, Seed = 4 };
        whole.Fit(train, new GradientDescent<float>(0.1), options);
        for (int first = 0; first < 50; first += 10)
        {
            parts.Fit(train, new GradientDescent<float>(0.1), options with { Epochs = 10, FirstEpoch = first });
        }

        Assert.Equal(whole.Parameters, parts.Parameters);
    }

    [Fact]
    public void ARegressionThatDivergesEndsWithFiniteParameters()
    {
        var network = new Shop.Prices(seed: 1);
        float[] x = [.. Enumerable.Range(0, 40).Select(i => i / 4f)], y = [.. Enumerable.Range(0, 20).Select(i => 3f * i)];
        TrainingResult result = network.Fit(Dataset<float>.FromRows(x, 2, y, 1), new GradientDescent<float>(100));
        Assert.Equal(TrainingEnd.Diverged, result.End);
        Assert.All(network.Parameters.ToArray(), parameter => Assert.True(float.IsFinite(parameter)));
        Assert.All(result.History, record => Assert.True(double.IsFinite(record.Cost)));
    }

    [Fact]
    public void LabelsOfAnotherLossAreRefusedByFitCostEvaluateAndComputeGradients()
    {
        var binary = new OneOutput();
        binary.Initialize(1);
        double[] x = new double[10], y = [1, -1];
        Dataset<double> data = Dataset<double>.FromRows(x, 5, y, 1);
        const string Message =
            "the label -1 in row 1, column 0, but the binary cross-entropy of OneOutput takes labels from 0 to 1: use 0 and 1 instead of -1 and 1.";
        AssertRefused(Message, () => binary.Cost(x, y));
        AssertRefused(Message, () => binary.ComputeGradients(x, y, new double[OneOutput.ParameterCount]));
        AssertRefused(Message, () => binary.Evaluate(data));
        AssertRefused(Message, () => binary.Fit(data));

        var classes = new ThreeClasses();
        classes.Initialize(1);
        AssertRefused("y holds labels in row 0 that sum to 2", () => classes.Cost([1, 2, 3, 4], [1f, 1f, 0f]));
        AssertRefused("classes holds labels in row 0 that sum to 2", () => classes.Cost([1, 2, 3, 4], [1, 1, 0]));
        AssertRefused("pass class indices 0..2 as int", () => classes.ComputeGradients([1, 2, 3, 4], [0.5f, 0f, 0f], new float[ThreeClasses.ParameterCount]));

        var prices = new Shop.Prices(seed: 1);
        AssertRefused("the label NaN in row 0, column 0, but the cost of Prices is defined for finite labels only", () => prices.Cost([1, 2], [float.NaN]));
    }

    [Fact]
    public void SoftLabelsHaveTheGradientOfTheirCost()
    {
        var network = new ThreeClasses();
        network.Initialize(3);
        float[] x = [.. Enumerable.Range(0, 8).Select(i => MathF.Sin(i))], y = [0.2f, 0.3f, 0.5f, 0f, 0.25f, 0.75f];
        GradientCheckResult result = network.CheckGradients(x, y);
        Assert.True(result.Passed, $"{result}");
    }

    [Fact]
    public void WholeNumbersAreClassIndicesOrRowsInEveryMember()
    {
        float[] x = [1, 2, 3, 4, 4, 3, 2, 1, 0, 1, 0, 1], rows = [1, 0, 0, 0, 0, 1, 0, 1, 0];
        int[] array = [0, 2, 1];
        List<int> list = [0, 2, 1];
        var expected = new ThreeClasses();
        expected.Initialize(1);
        double cost = expected.Cost(x, rows);
        Assert.Equal(cost, expected.Cost(x, [0, 2, 1]));
        Assert.Equal(cost, expected.Cost(x, array));
        Assert.Equal(cost, expected.Cost(x, new[] { 0, 2, 1 }));
        Assert.Equal(cost, expected.Cost(x, [.. list]));
        Assert.Equal(cost, expected.Cost(x, [1, 0, 0, 0, 0, 1, 0, 1, 0]));
        Assert.Equal(cost, expected.Cost(x, [1f, 0, 0, 0, 0, 1, 0, 1, 0]));

        float[] gradients = new float[ThreeClasses.ParameterCount], same = new float[ThreeClasses.ParameterCount];
        expected.ComputeGradients(x, rows, gradients);
        expected.ComputeGradients(x, [0, 2, 1], same);
        Assert.Equal(gradients, same);
        expected.ComputeGradients(x, [1, 0, 0, 0, 0, 1, 0, 1, 0], same);
        Assert.Equal(gradients, same);

        float[] trained = Trained(network => network.TrainStep(x, rows, learningRate: 0.5));
        Assert.Equal(trained, Trained(network => network.TrainStep(x, [0, 2, 1], 0.5)));
        Assert.Equal(trained, Trained(network => network.TrainStep(x, array, 0.5)));
        Assert.Equal(trained, Trained(network => network.TrainStep(x, [1, 0, 0, 0, 0, 1, 0, 1, 0], 0.5)));
        Assert.Equal(trained, Trained(network =>
        {
            var descent = new GradientDescent<float>(0.5);
            network.TrainStepWithCost(x, [0, 2, 1], ref descent);
        }));

        AssertRefused(
            "y holds 3 values, but x holds 3 examples and ThreeClasses gives 3 outputs an example: "
                + "it must hold 9; class indices, one for each example, are passed as int.",
            () => expected.Cost(x, Unseen([0f, 2f, 1f])));
        AssertRefused("classes holds 4 values, but x holds 3 examples", () => expected.Cost(x, Unseen([0, 2, 1, 1])));

        static float[] Trained(Action<ThreeClasses> step)
        {
            var network = new ThreeClasses();
            network.Initialize(1);
            step(network);
            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void PredictClassOfNaNThrowsByNameInNetworkAndPredictor()
    {
        var classes = new ThreeClasses();
        classes.Initialize(1);
        float[] x = [1, float.NaN, 0, 0];
        foreach (Func<int> predict in new[] { () => classes.PredictClass(x), () => classes.CreatePredictor().PredictClass(x) })
        {
            Assert.Matches(
                "^Output unit [0-2] of ThreeClasses is NaN, so the example has no class",
                Assert.Throws<ArithmeticException>(() => predict()).Message);
        }

        var binary = new OneOutput();
        binary.SetParameters([.. Enumerable.Repeat(double.NaN, OneOutput.ParameterCount)]);
        foreach (Func<int> predict in new[] { () => binary.PredictClass(new double[5]), () => binary.CreatePredictor().PredictClass(new double[5]) })
        {
            Assert.StartsWith("Output unit 0 of OneOutput is NaN", Assert.Throws<ArithmeticException>(() => predict()).Message);
        }
    }

    [Fact]
    public void ThreeLabelsOfTheirOwnCanAllBeRight()
    {
        var random = new Random(2);
        float[] x = [.. Enumerable.Range(0, 600).Select(_ => (random.NextSingle() * 2) - 1)];
        int[] y = [.. x.Chunk(2).SelectMany(point => new[] { point[0] > 0, point[1] > 0, point[0] + point[1] > 0 }).Select(label => label ? 1 : 0)];
        Dataset<float> data = Dataset<float>.FromRows(x, 2, y, 3);
        var network = new ThreeLabels();
        network.Fit(data, new Adam<float>(0.02));
        Evaluation evaluation = network.Evaluate(data);
        Assert.Equal(EvaluationKind.SeveralLabels, evaluation.Kind);
        Assert.True(evaluation.Accuracy > 0.9, $"{evaluation}");

        // Counted once more, without the evaluation.
        float[] yhat = network.Predict(x);
        int[] wrong = [.. Enumerable.Range(0, 3)
            .Select(label => Enumerable.Range(0, 300).Count(i => (yhat[(3 * i) + label] > 0.5f ? 1 : 0) != y[(3 * i) + label]))];
        Assert.Equal(wrong.Select(count => (300.0 - count) / 300.0), evaluation.LabelAccuracies);
    }

    [Fact]
    public void AnAutoencoderIsEvaluatedInLittleMemory()
    {
        var network = new PictureAutoencoder();
        network.Initialize(1);
        float[] x = [.. Enumerable.Range(0, 2 * 12288).Select(i => (MathF.Sin(i) + 1) / 2)];
        Dataset<float> data = Dataset<float>.FromRows(x, 12288, x, 12288);
        network.Evaluate(data);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Evaluation evaluation = network.Evaluate(data);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal((EvaluationKind.SeveralLabels, 12288), (evaluation.Kind, evaluation.LabelAccuracies.Length));
        Assert.InRange(evaluation.ToString().Length, 20, 160);
    }

    /// <summary>So that no analyzer sees what the run-time checks are to find.</summary>
    private static T[] Unseen<T>(T[] values) => values;

    private static void AssertRefused(string message, Action call) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(call).Message, StringComparison.Ordinal);

    /// <summary>The digits that come with the sample, 1437 to learn from and 360 held out.</summary>
    private static (Dataset<float> Train, Dataset<float> Test) Digits()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "NetGen.sln")))
        {
            root = Path.GetDirectoryName(root);
        }

        using var file = new GZipStream(File.OpenRead(Path.Combine(root!, "samples", "Digits", "Data", "digits.csv.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        float[][] rows = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(',').Select(number => float.Parse(number, CultureInfo.InvariantCulture)).ToArray())];
        float[] x = [.. rows.SelectMany(row => row[..64]).Select(ink => ink / 16)];
        int[] digits = [.. rows.Select(row => (int)row[64])];
        return Dataset<float>.FromRows(x, 64, digits, 10).Split(0.8, seed: 1);
    }
}
