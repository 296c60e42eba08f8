namespace NetGen.Runtime.Tests.Metrics;

/// <summary>Log loss, Brier score, calibration error and top-k accuracy.</summary>
public class ProbabilityMetricsTests
{
    [Fact]
    public void The_documented_log_loss_of_spam_and_ham()
    {
        // scikit-learn's documentation of log_loss: spam, ham, ham, spam with these probabilities of spam give 0.21616.
        Assert.Equal(0.21616, Given.Binary([0.9, 0.1, 0.2, 0.65], [1, 0, 0, 1]).LogLoss, 5e-6);
    }

    [Fact]
    public void The_documented_Brier_scores()
    {
        // scikit-learn's documentation of brier_score_loss: 0.037 for two classes, 0.146 for three.
        Assert.Equal(0.0375, Given.Binary([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0]).BrierScore, 1e-15);
        Assert.Equal(0.44 / 3.0, Given.Classes([0.8, 0.1, 0.1, 0.2, 0.7, 0.1, 0.2, 0.2, 0.6], [0, 1, 2]).BrierScore, 1e-15);
    }

    [Fact]
    public void The_documented_top_k_accuracy()
    {
        // scikit-learn's documentation of top_k_accuracy_score: 0.75 with k = 2.
        Evaluation evaluation = Given.Classes([0.5, 0.2, 0.2, 0.3, 0.4, 0.2, 0.2, 0.4, 0.3, 0.7, 0.2, 0.1], [0, 1, 2, 2]);
        Assert.Equal((0.5, 0.75, 1.0), (evaluation.TopKAccuracy(1), evaluation.TopKAccuracy(2), evaluation.TopKAccuracy(3)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void They_are_what_their_definitions_say(int seed)
    {
        var random = new Random(seed);
        double[] yhat = Given.Shares(random, 100);
        int[] classes = [.. Enumerable.Range(0, 100).Select(_ => random.Next(3))];
        Evaluation evaluation = Given.Classes(yhat, classes), single = Given.Classes<float>(yhat, classes);
        double[][] rows = [.. yhat.Chunk(3)];
        double loss = rows.Select((row, i) => -Math.Log(row[classes[i]])).Average();
        double brier = rows.Select((row, i) => row.Select((p, j) => Math.Pow(p - (j == classes[i] ? 1 : 0), 2)).Sum()).Average();
        Assert.Equal(loss, evaluation.LogLoss, 1e-14);
        Assert.Equal(brier, evaluation.BrierScore, 1e-14);

        // These outputs are exact in either precision, and what is computed of them is computed in double.
        Assert.Equal((evaluation.LogLoss, evaluation.BrierScore), (single.LogLoss, single.BrierScore));
        Assert.Equal(evaluation.ExpectedCalibrationError(7), single.ExpectedCalibrationError(7));
        Assert.Equal(evaluation.Accuracy, evaluation.TopKAccuracy(1));
        for (int k = 1; k <= 3; k++)
        {
            // A stable sort leaves the first of equals in front.
            int right = rows.Where((row, i) => Enumerable.Range(0, 3).OrderByDescending(j => row[j]).Take(k).Contains(classes[i])).Count();
            Assert.Equal(right / 100.0, evaluation.TopKAccuracy(k));
        }
    }

    [Fact]
    public void Several_labels_are_averaged_as_predictions_of_their_own()
    {
        var random = new Random(4);
        double[] yhat = Given.Probabilities(random, 3 * 50), y = Given.ZerosAndOnes(random, 3 * 50);
        Evaluation evaluation = Given.Labels(yhat, y);
        Assert.Equal(yhat.Select((p, i) => -Math.Log(y[i] == 1 ? p : 1 - p)).Average(), evaluation.LogLoss, 1e-14);
        Assert.Equal(yhat.Select((p, i) => Math.Pow(p - y[i], 2)).Average(), evaluation.BrierScore, 1e-14);
        Assert.Equal(NaiveCalibrationError([.. yhat], [.. y.Select(label => label == 1)], 10), evaluation.ExpectedCalibrationError(10), 1e-14);
        Assert.True(double.IsNaN(evaluation.TopKAccuracy(1)));
    }

    [Fact]
    public void Labels_may_be_probabilities()
    {
        double loss = -(0.25 * Math.Log(0.5)) - (0.75 * Math.Log(0.5));
        Assert.Equal(loss, Given.Binary([0.5], [0.25]).LogLoss, 1e-15);
        Assert.Equal(0.0625, Given.Binary([0.5], [0.25]).BrierScore);
    }

    [Fact]
    public void The_log_loss_of_certain_and_wrong_is_that_of_the_precision()
    {
        Assert.Equal(-Math.Log(Math.Pow(2, -52)), Given.Binary([0.0], [1]).LogLoss, 1e-12);
        Assert.Equal(-Math.Log(Math.Pow(2, -23)), Given.Binary<float>([0.0], [1]).LogLoss, 1e-12);
        Assert.Equal(-Math.Log(1.0 - Math.Pow(2, -23)), Given.Binary<float>([1.0], [1]).LogLoss, 1e-12);
        Assert.Equal(-Math.Log(Math.Pow(2, -52)), Given.Classes([0.0, 1.0, 0.0], [0]).LogLoss, 1e-12);
    }

    [Fact]
    public void Calibration_is_measured_in_bins_of_confidence()
    {
        // Confidence 0.75 twice, right once; 0.9375 once, right. By two bins all lie in one: |2 - 2.4375| / 3.
        Evaluation evaluation = Given.Binary([0.75, 0.25, 0.9375], [1, 1, 1]);
        Assert.Equal(((2 * Math.Abs(0.5 - 0.75)) + Math.Abs(1 - 0.9375)) / 3, evaluation.ExpectedCalibrationError(), 1e-15);
        Assert.Equal((2.4375 - 2.0) / 3, evaluation.ExpectedCalibrationError(2), 1e-15);

        // The upper edge of a bin belongs to it: 0.5 lies in the first of two.
        Assert.Equal((0.5 + 0.25) / 2, Given.Binary([0.5, 0.75], [1, 1]).ExpectedCalibrationError(2), 1e-15);
        Assert.Equal(0.0, Given.Binary([1.0, 0.0], [1, 0]).ExpectedCalibrationError(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(1000)]
    public void The_calibration_error_is_what_its_definition_says(int bins)
    {
        var random = new Random(9);
        double[] yhat = Given.Probabilities(random, 400), y = Given.ZerosAndOnes(random, 400);
        Assert.Equal(
            NaiveCalibrationError(yhat, [.. y.Select(label => label == 1)], bins), Given.Binary(yhat, y).ExpectedCalibrationError(bins), 1e-13);
    }

    [Fact]
    public void With_an_output_that_is_NaN_probabilities_are_not_measured_and_classes_are_wrong()
    {
        Evaluation binary = Given.Binary([double.NaN, 0.9], [1, 1]), labels = Given.Labels([double.NaN, 0.9, 0.9], [0, 1, 1]);
        Evaluation classes = Given.Classes([0.5, 0.25, double.NaN, 0.5, 0.25, 0.25], [0, 0]);
        foreach (Evaluation evaluation in new[] { binary, labels, classes })
        {
            Assert.True(double.IsNaN(evaluation.LogLoss) && double.IsNaN(evaluation.BrierScore) && double.IsNaN(evaluation.ExpectedCalibrationError()));
        }

        Assert.Equal((0.5, 0.5), (binary.TopKAccuracy(1), binary.TopKAccuracy(2)));
        Assert.Equal((0.5, 0.5), (classes.TopKAccuracy(1), classes.TopKAccuracy(3)));
    }

    [Fact]
    public void One_output_has_two_places()
    {
        Evaluation evaluation = Given.Binary([0.9, 0.1, 0.5], [1, 1, 0]);
        Assert.Equal((evaluation.Accuracy, 1.0), (evaluation.TopKAccuracy(1), evaluation.TopKAccuracy(2)));
    }

    [Fact]
    public void A_regression_has_none()
    {
        Evaluation evaluation = Given.Numbers([1, 2], [1, 2]);
        Assert.True(double.IsNaN(evaluation.LogLoss) && double.IsNaN(evaluation.BrierScore) && double.IsNaN(evaluation.ExpectedCalibrationError()));
        Assert.True(double.IsNaN(evaluation.TopKAccuracy(5)));
    }

    [Fact]
    public void Percentage_errors_are_parts_of_the_labels_and_leave_out_labels_of_0()
    {
        // scikit-learn's documentation of mean_absolute_percentage_error: 0.3273... for 3, -0.5, 2, 7.
        Assert.Equal(((0.5 / 3.0) + 1.0 + 0.0 + (1.0 / 7.0)) / 4.0, Given.Numbers([2.5, 0, 2, 8], [3, -0.5, 2, 7]).MeanAbsolutePercentageError, 1e-15);
        Assert.Equal(0.5, Given.Numbers([5, 3], [0, 2]).MeanAbsolutePercentageError);
        Assert.True(double.IsNaN(Given.Numbers([5, 0], [0, 0]).MeanAbsolutePercentageError));
        Assert.True(double.IsNaN(Given.Numbers([double.NaN, 1], [1, 1]).MeanAbsolutePercentageError));
        Assert.True(double.IsNaN(Given.Binary([0.5], [1]).MeanAbsolutePercentageError));
    }

    [Fact]
    public void Numbers_that_make_no_sense_are_refused()
    {
        Assert.StartsWith(
            "k is 4, but there are 3 classes: it must lie between 1 and 3.",
            Assert.Throws<ArgumentOutOfRangeException>("k", () => Given.Classes([0.5, 0.25, 0.25], [0]).TopKAccuracy(4)).Message);
        Assert.StartsWith(
            "k is 0, but there are 2 classes",
            Assert.Throws<ArgumentOutOfRangeException>("k", () => Given.Binary([0.5], [0]).TopKAccuracy(0)).Message);
        Assert.StartsWith(
            "bins is 0, but must be at least 1.",
            Assert.Throws<ArgumentOutOfRangeException>("bins", () => Given.Binary([0.5], [0]).ExpectedCalibrationError(0)).Message);
    }

    private static double NaiveCalibrationError(double[] p, bool[] isTrue, int bins)
    {
        double error = 0.0;
        for (int bin = 1; bin <= bins; bin++)
        {
            int[] within =
            [
                .. Enumerable.Range(0, p.Length).Where(i => Math.Max(p[i], 1 - p[i]) * bins is var place && place > bin - 1 && place <= bin),
            ];
            if (within.Length > 0)
            {
                double confidence = within.Average(i => Math.Max(p[i], 1 - p[i]));
                double accuracy = within.Average(i => p[i] > 0.5 == isTrue[i] ? 1.0 : 0.0);
                error += (double)within.Length / p.Length * Math.Abs(accuracy - confidence);
            }
        }

        return error;
    }
}
