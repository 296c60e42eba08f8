namespace NetGen.Runtime.Tests.Training;

public class EvaluatorTests
{
    [Fact]
    public void One_sigmoid_output_is_class_1_above_one_half()
    {
        // z = x1: the outputs are above, at and below 0.5.
        var network = new LogisticNet();
        network.SetParameters([1.0, 0.0, 0.0]);
        Dataset<double> data = Dataset<double>.FromRows([2.0, 0.0, 0.0, 0.0, -2.0, 0.0, 3.0, 0.0], 2, [1.0, 1.0, 0.0, 0.0], 1);
        Evaluation evaluation = Evaluator.Evaluate(network, data);

        Assert.Equal((4, 0.5), (evaluation.Count, evaluation.Accuracy));
        Assert.Equal(network.Cost(data.X, data.Y), evaluation.Cost, 1e-14);
        ConfusionMatrix confusion = evaluation.Confusion!;
        Assert.Equal((1, 1, 1, 1), (confusion[0, 0], confusion[0, 1], confusion[1, 0], confusion[1, 1]));
        Assert.True(double.IsNaN(evaluation.MeanAbsoluteError) && double.IsNaN(evaluation.RootMeanSquaredError));
    }

    [Fact]
    public void Several_outputs_are_the_class_of_the_largest()
    {
        var network = new SoftmaxNet();
        network.SetParameters([1.0, 0.0, 0.0, 1.0, -1.0, -1.0, 0.0, 0.0, 0.0]);
        int[] classes = [0, 1, 2, 1];
        Dataset<double> data = Dataset<double>.FromRows([3.0, 1.0, 1.0, 3.0, -3.0, -3.0, 5.0, 0.0], 2, classes, 3);
        Evaluation evaluation = Evaluator.Evaluate(network, data);
        Assert.Equal(0.75, evaluation.Accuracy);
        Assert.Equal(1, evaluation.Confusion![1, 0]);
        Assert.Equal(3, evaluation.Confusion.Classes);
    }

    [Fact]
    public void A_regression_has_errors_instead_of_an_accuracy()
    {
        // The outputs are x and -x; the errors 1, 0, -2, 1.
        var network = new LinearNet();
        network.SetParameters([1.0, -1.0, 0.0, 0.0]);
        Dataset<double> data = Dataset<double>.FromRows([1.0, 4.0], 1, [0.0, -1.0, 6.0, -5.0], 2);
        Evaluation evaluation = Evaluator.Evaluate(network, data);
        Assert.Equal(1.0, evaluation.MeanAbsoluteError);
        Assert.Equal(Math.Sqrt(1.5), evaluation.RootMeanSquaredError, 1e-15);
        Assert.True(double.IsNaN(evaluation.Accuracy));
        Assert.Null(evaluation.Confusion);
    }

    [Fact]
    public void A_big_set_is_evaluated_in_parts_that_count_every_example_once()
    {
        var random = new Random(3);
        double[] x = [.. Enumerable.Range(0, 2 * 2500).Select(_ => random.NextDouble() - 0.5)];
        double[] y = [.. Enumerable.Range(0, 2500).Select(i => x[2 * i] > 0.1 ? 1.0 : 0.0)];
        var network = new LogisticNet();
        network.SetParameters([4.0, 0.0, 0.0]);
        Evaluation evaluation = Evaluator.Evaluate(network, Dataset<double>.FromRows(x, 2, y, 1));
        Assert.Equal(2500, evaluation.Confusion!.Count);
        Assert.Equal(network.Cost(x, y), evaluation.Cost, 1e-12);
        Assert.Equal(Enumerable.Range(0, 2500).Count(i => (x[2 * i] > 0.0 ? 1.0 : 0.0) == y[i]) / 2500.0, evaluation.Accuracy);
    }

    [Fact]
    public void A_set_that_does_not_fit_and_a_network_without_parameters_are_refused()
    {
        Dataset<double> data = Dataset<double>.FromRows([1.0], 1, [1.0, 2.0], 2);
        Assert.StartsWith(
            "data has examples of 1 input, but layer 1 of LogisticNet takes 2.",
            Assert.Throws<ArgumentException>("data", () => Evaluator.Evaluate(new LogisticNet(), data)).Message);
        Assert.StartsWith("LinearNet has no parameters yet", Assert.Throws<InvalidOperationException>(() => Evaluator.Evaluate(new LinearNet(), data)).Message);
    }
}
