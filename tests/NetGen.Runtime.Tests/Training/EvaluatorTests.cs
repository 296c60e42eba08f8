using System.Globalization;

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

        Assert.Equal((EvaluationKind.Binary, 4, 0.5), (evaluation.Kind, evaluation.Count, evaluation.Accuracy));
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
        Assert.Equal((EvaluationKind.OneOfMany, 0.75), (evaluation.Kind, evaluation.Accuracy));
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

        // The means of the labels are 3 and -3: 1 - (1 + 0 + 4 + 1) / (9 + 4 + 9 + 4).
        Assert.Equal(1.0 - (6.0 / 26.0), evaluation.RSquared, 1e-15);
        Assert.Equal(EvaluationKind.Regression, evaluation.Kind);
        Assert.Equal("2 examples: mean absolute error 1, root mean squared error 1.225, R2 0.7692, cost 1.5", evaluation.ToString());
    }

    [Fact]
    public void Labels_that_never_vary_leave_no_coefficient_of_determination()
    {
        // Three times 0.1 has a mean that is not 0.1 in floating point.
        var network = new ShareNet();
        network.SetParameters([0.0, 0.0]);
        Evaluation evaluation = Evaluator.Evaluate(network, Dataset<double>.FromRows([1.0, 2.0, 3.0], 1, [0.1, 0.1, 0.1], 1));
        Assert.True(double.IsNaN(evaluation.RSquared));
        Assert.Equal(0.4, evaluation.MeanAbsoluteError, 1e-15);
    }

    [Fact]
    public void A_sigmoid_with_squared_error_is_a_regression()
    {
        var network = new ShareNet();
        network.SetParameters([0.0, 0.0]);
        Evaluation evaluation = Evaluator.Evaluate(network, Dataset<double>.FromRows([1.0, 2.0], 1, [0.0, 1.0], 1));
        Assert.Equal(EvaluationKind.Regression, evaluation.Kind);
        Assert.Equal((0.5, 0.5, 0.0), (evaluation.MeanAbsoluteError, evaluation.RootMeanSquaredError, evaluation.RSquared));
        Assert.True(double.IsNaN(evaluation.Accuracy));
    }

    [Fact]
    public void Several_sigmoid_outputs_are_labels_of_their_own()
    {
        // The outputs are above one half where x1, x2 and -x1 are positive.
        var network = new LabelsNet();
        network.SetParameters([1.0, 0.0, 0.0, 1.0, -1.0, 0.0, 0.0, 0.0, 0.0]);
        double[] x = [1.0, 1.0, 1.0, -1.0, -1.0, 1.0, -1.0, -1.0];
        double[] y = [1.0, 1.0, 0.0, /**/ 1.0, 1.0, 0.0, /**/ 0.0, 1.0, 0.75, /**/ 1.0, 0.0, 0.0];
        Evaluation evaluation = Evaluator.Evaluate(network, Dataset<double>.FromRows(x, 2, y, 3));

        // Wrong are the second label of the second example, and the first and third of the fourth.
        Assert.Equal((EvaluationKind.SeveralLabels, 0.5), (evaluation.Kind, evaluation.Accuracy));
        Assert.Equal([0.75, 0.75, 0.75], evaluation.LabelAccuracies);
        Assert.Equal(0.75, evaluation.LabelAccuracy);
        Assert.Null(evaluation.Confusion);
        Assert.True(double.IsNaN(evaluation.MeanAbsoluteError));
        Assert.Equal(
            $"4 examples: all labels right 50 %, labels right 75 %, cost {evaluation.Cost.ToString("G4", CultureInfo.InvariantCulture)}",
            evaluation.ToString());
    }

    [Fact]
    public void Labels_that_are_all_right_are_all_right()
    {
        var network = new LabelsNet();
        network.SetParameters([1.0, 0.0, 0.0, 1.0, -1.0, 0.0, 0.0, 0.0, 0.0]);
        Evaluation evaluation = Evaluator.Evaluate(network, Dataset<double>.FromRows([1.0, 1.0, -1.0, -1.0], 2, [1, 1, 0, 0, 0, 1], 3));
        Assert.Equal((1.0, 1.0), (evaluation.Accuracy, evaluation.LabelAccuracy));
    }

    [Fact]
    public void An_output_that_is_NaN_is_never_right()
    {
        double[] x = [double.NaN, 0.0, -2.0, 0.0];
        var binary = new LogisticNet();
        binary.SetParameters([1.0, 0.0, 0.0]);
        Evaluation evaluation = Evaluator.Evaluate(binary, Dataset<double>.FromRows(x, 2, [0, 0], 1, NonFinite.Keep));
        Assert.Equal((0.5, 1), (evaluation.Accuracy, evaluation.Undecided));
        Assert.Equal((1, 1, 2), (evaluation.Confusion![0, 0], evaluation.Confusion.Undecided, evaluation.Confusion.Count));
        Assert.Equal("2 examples: accuracy 50 %, cost NaN, 1 with an output that is NaN", evaluation.ToString());

        var classes = new SoftmaxNet();
        classes.SetParameters([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
        evaluation = Evaluator.Evaluate(classes, Dataset<double>.FromRows(x, 2, [0, 0], 3, NonFinite.Keep));
        Assert.Equal((0.5, 1), (evaluation.Accuracy, evaluation.Undecided));

        var labels = new LabelsNet();
        labels.SetParameters(new double[9]);
        evaluation = Evaluator.Evaluate(labels, Dataset<double>.FromRows(x, 2, [0, 0, 0, 0, 0, 0], 3, NonFinite.Keep));
        Assert.Equal((0.5, 0.5, 1), (evaluation.Accuracy, evaluation.LabelAccuracy, evaluation.Undecided));

        var line = new LinearNet();
        line.SetParameters(new double[4]);
        evaluation = Evaluator.Evaluate(line, Dataset<double>.FromRows([double.NaN, 1.0], 1, [0.0, 0.0, 1.0, 1.0], 2, NonFinite.Keep));
        Assert.Equal(1, evaluation.Undecided);
        Assert.True(double.IsNaN(evaluation.MeanAbsoluteError) && double.IsNaN(evaluation.RootMeanSquaredError) && double.IsNaN(evaluation.RSquared));
    }

    [Fact]
    public void A_network_of_NaN_has_an_accuracy_of_zero()
    {
        var network = new SoftmaxNet();
        network.SetParameters([.. Enumerable.Repeat(double.NaN, 9)]);
        Evaluation evaluation = Evaluator.Evaluate(network, Dataset<double>.FromRows(new double[8], 2, [0, 0, 0, 0], 3));
        Assert.Equal((0.0, 4), (evaluation.Accuracy, evaluation.Undecided));
    }

    [Fact]
    public void Very_many_classes_need_no_memory_of_their_square()
    {
        var network = new ManyClassesNet();
        float[] parameters = new float[ManyClassesNet.ParameterCount];
        parameters[^1] = 1f;
        network.SetParameters(parameters);
        int last = ManyClassesNet.OutputSize - 1;
        Dataset<float> data = Dataset<float>.FromRows([1f, 2f, 3f], 1, [last, 0, last], ManyClassesNet.OutputSize);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Evaluation evaluation = Evaluator.Evaluate(network, data);
        ConfusionMatrix confusion = evaluation.Confusion!;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);

        Assert.Equal(2.0 / 3.0, evaluation.Accuracy);
        Assert.Equal((2, 1, 0), (confusion[last, last], confusion[0, last], confusion[0, 0]));
        Assert.Equal("46342 classes, 3 examples, accuracy 66.7 %, most often predicted wrong: 0 as 46341 (1)", confusion.ToString());
    }

    [Fact]
    public void Labels_that_the_loss_is_not_defined_for_are_refused() => Assert.StartsWith(
        "data holds the label -1 in row 1, column 0, but the binary cross-entropy of LogisticNet takes labels from 0 to 1: use 0 and 1 instead of -1 and 1.",
        Assert.Throws<ArgumentException>("data", () => Evaluator.Evaluate(new LogisticNet(), Dataset<double>.FromRows(new double[4], 2, [1, -1], 1))).Message);

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
            "data has examples of 1 input, but LogisticNet takes 2.",
            Assert.Throws<ArgumentException>("data", () => Evaluator.Evaluate(new LogisticNet(), data)).Message);
        Assert.StartsWith("LinearNet has no parameters yet", Assert.Throws<InvalidOperationException>(() => Evaluator.Evaluate(new LinearNet(), data)).Message);
    }
}
