using System.Collections.Immutable;

namespace NetGen.Runtime.Tests.Metrics;

/// <summary>The areas under curves, and the curves.</summary>
public class RankingTests
{
    // The example of scikit-learn's documentation of roc_curve, roc_auc_score and average_precision_score: 0.75, and 0.83.
    private static readonly double[] KnownLabels = [0, 0, 1, 1];
    private static readonly double[] KnownScores = [0.1, 0.4, 0.35, 0.8];

    [Fact]
    public void The_documented_example_has_its_documented_values()
    {
        Evaluation evaluation = Given.Binary(KnownScores, KnownLabels);
        Assert.Equal(0.75, evaluation.RocAuc);
        Assert.Equal(5.0 / 6.0, evaluation.AveragePrecision, 1e-15);
        Assert.Equal([0.75], evaluation.RocAucs);
        Assert.Equal(evaluation.AveragePrecision, Assert.Single(evaluation.AveragePrecisions));
        Assert.Equal(
            [new(0, 0, double.PositiveInfinity), new(0, 0.5, 0.8), new(0.5, 0.5, 0.4), new(0.5, 1, 0.35), new(1, 1, 0.1)],
            evaluation.RocCurve());
        Assert.Equal(
            [new(0, 1, double.PositiveInfinity), new(0.5, 1, 0.8), new(0.5, 0.5, 0.4), new(1, 2.0 / 3.0, 0.35), new(1, 0.5, 0.1)],
            evaluation.PrecisionRecallCurve());
    }

    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(2, 0.0)]
    [InlineData(3, 0.1)]
    [InlineData(4, 0.4)]
    public void Areas_and_curves_are_those_of_counting_pairs_and_thresholds(int seed, double partOfNaN)
    {
        var random = new Random(seed);
        double[] scores = Given.Probabilities(random, 300), y = Given.ZerosAndOnes(random, 300);
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = random.NextDouble() < partOfNaN ? double.NaN : scores[i];
        }

        bool[] isPositive = [.. y.Select(label => label > 0.5)];
        foreach (Evaluation evaluation in new[] { Given.Binary(scores, y), Given.Binary<float>(scores, y) })
        {
            Assert.Equal(NaiveMetrics.RocAuc(scores, isPositive), evaluation.RocAuc, 1e-15);
            Assert.Equal(NaiveMetrics.AveragePrecision(scores, isPositive), evaluation.AveragePrecision, 1e-14);
            ImmutableArray<RocPoint> roc = evaluation.RocCurve();
            Assert.Equal(NaiveMetrics.RocCurve(scores, isPositive), roc);
            Assert.Equal(evaluation.RocAuc, NaiveMetrics.Trapezoids(roc), 1e-14);
            Assert.Equal(NaiveMetrics.PrecisionRecallCurve(scores, isPositive), evaluation.PrecisionRecallCurve());
        }
    }

    [Fact]
    public void Each_class_is_ranked_against_the_rest()
    {
        var random = new Random(5);
        double[] yhat = Given.Shares(random, 200);
        int[] classes = [.. Enumerable.Range(0, 200).Select(_ => random.Next(3))];
        Evaluation evaluation = Given.Classes(yhat, classes), single = Given.Classes<float>(yhat, classes);
        for (int output = 0; output < 3; output++)
        {
            double[] scores = [.. Enumerable.Range(0, 200).Select(i => yhat[(3 * i) + output])];
            bool[] isPositive = [.. classes.Select(index => index == output)];
            Assert.Equal(NaiveMetrics.RocAuc(scores, isPositive), evaluation.RocAucs[output], 1e-15);
            Assert.Equal(NaiveMetrics.AveragePrecision(scores, isPositive), evaluation.AveragePrecisions[output], 1e-14);
            Assert.Equal(NaiveMetrics.RocCurve(scores, isPositive), evaluation.RocCurve(output));
            Assert.Equal(NaiveMetrics.PrecisionRecallCurve(scores, isPositive), evaluation.PrecisionRecallCurve(output));
        }

        Assert.Equal(evaluation.RocAucs.Average(), evaluation.RocAuc, 1e-15);
        Assert.Equal(evaluation.AveragePrecisions.Average(), evaluation.AveragePrecision, 1e-15);
        Assert.Equal((evaluation.RocAuc, evaluation.AveragePrecision), (single.RocAuc, single.AveragePrecision));
    }

    [Fact]
    public void Each_label_is_ranked_alone()
    {
        var random = new Random(6);
        double[] yhat = Given.Probabilities(random, 3 * 150), y = Given.ZerosAndOnes(random, 3 * 150);
        Evaluation evaluation = Given.Labels(yhat, y);
        for (int label = 0; label < 3; label++)
        {
            double[] scores = [.. Enumerable.Range(0, 150).Select(i => yhat[(3 * i) + label])];
            bool[] isPositive = [.. Enumerable.Range(0, 150).Select(i => y[(3 * i) + label] > 0.5)];
            Assert.Equal(NaiveMetrics.RocAuc(scores, isPositive), evaluation.RocAucs[label], 1e-15);
            Assert.Equal(NaiveMetrics.AveragePrecision(scores, isPositive), evaluation.AveragePrecisions[label], 1e-14);
        }
    }

    [Fact]
    public void A_big_set_is_measured_as_one_although_it_is_predicted_in_parts()
    {
        var random = new Random(8);
        double[] yhat = Given.Shares(random, 2500);
        int[] classes = [.. Enumerable.Range(0, 2500).Select(_ => random.Next(3))];
        Evaluation evaluation = Given.Classes<float>(yhat, classes);
        double[] scores = [.. Enumerable.Range(0, 2500).Select(i => yhat[(3 * i) + 2])];
        Assert.Equal(NaiveMetrics.RocAuc(scores, [.. classes.Select(index => index == 2)]), evaluation.RocAucs[2], 1e-15);
        Assert.Equal(yhat.Chunk(3).Select((row, i) => -Math.Log(row[classes[i]])).Average(), evaluation.LogLoss, 1e-13);
        Assert.Equal(evaluation.Accuracy, evaluation.TopKAccuracy(1));
    }

    [Fact]
    public void Equal_outputs_know_nothing()
    {
        Evaluation evaluation = Given.Binary([0.3, 0.3, 0.3, 0.3, 0.3], [1, 0, 0, 1, 0]);
        Assert.Equal((0.5, 0.4), (evaluation.RocAuc, evaluation.AveragePrecision));
        Assert.Equal([new(0, 0, double.PositiveInfinity), new(1, 1, 0.3)], evaluation.RocCurve());
    }

    [Fact]
    public void Where_only_one_class_occurs_there_is_no_pair()
    {
        Evaluation zeros = Given.Binary([0.2, 0.9], [0, 0]), ones = Given.Binary([0.2, 0.9], [1, 1]), one = Given.Binary([0.7], [1]);
        Assert.True(double.IsNaN(zeros.RocAuc) && double.IsNaN(ones.RocAuc) && double.IsNaN(one.RocAuc));
        Assert.True(double.IsNaN(zeros.AveragePrecision));
        Assert.Equal((1.0, 1.0), (ones.AveragePrecision, one.AveragePrecision));
        Assert.All(zeros.RocCurve(), point => Assert.True(double.IsNaN(point.TruePositiveRate)));
        Assert.All(ones.RocCurve(), point => Assert.True(double.IsNaN(point.FalsePositiveRate)));
        Assert.Equal([double.NaN, double.NaN, double.NaN], zeros.PrecisionRecallCurve().Select(point => point.Recall));
    }

    [Fact]
    public void A_class_that_does_not_occur_counts_in_no_mean()
    {
        Evaluation evaluation = Given.Classes([0.5, 0.25, 0.25, 0.25, 0.5, 0.25, 0.125, 0.375, 0.5], [0, 1, 1]);
        Assert.Equal([1.0, 1.0, double.NaN], evaluation.RocAucs);
        Assert.Equal([1.0, 1.0, double.NaN], evaluation.AveragePrecisions);
        Assert.Equal((1.0, 1.0), (evaluation.RocAuc, evaluation.AveragePrecision));
    }

    [Fact]
    public void Outputs_that_are_NaN_are_never_right()
    {
        Evaluation nothing = Given.Binary([double.NaN, double.NaN], [1, 0]);
        Assert.Equal((0.0, 0.0), (nothing.RocAuc, nothing.AveragePrecision));
        Assert.Equal([new(1, 0, double.PositiveInfinity)], nothing.RocCurve());

        // Found at 0.5 are both: the second is right, and a third of the positives is never found.
        Evaluation part = Given.Binary([0.4, 0.6, double.NaN, double.NaN], [0, 1, 1, 0]);
        Assert.Equal((0.25, 0.5), (part.RocAuc, part.AveragePrecision));
        Assert.Equal(2, part.Undecided);
    }

    [Fact]
    public void A_regression_has_none()
    {
        Evaluation evaluation = Given.Numbers([1, 2], [1, 2]);
        Assert.True(double.IsNaN(evaluation.RocAuc) && double.IsNaN(evaluation.AveragePrecision));
        Assert.Empty(evaluation.RocAucs);
        Assert.Empty(evaluation.AveragePrecisions);
        Assert.Empty(evaluation.RocCurve());
        Assert.Empty(evaluation.PrecisionRecallCurve(7));
    }

    [Fact]
    public void An_output_that_there_is_not_is_refused()
    {
        Assert.StartsWith(
            "output is 3, but there are 3 outputs: it must lie between 0 and 2.",
            Assert.Throws<ArgumentOutOfRangeException>("output", () => Given.Classes([0.5, 0.25, 0.25], [0]).RocCurve(3)).Message);
        Assert.StartsWith(
            "output is -1, but there is 1 output: it must lie between 0 and 0.",
            Assert.Throws<ArgumentOutOfRangeException>("output", () => Given.Binary([0.5], [0]).PrecisionRecallCurve(-1)).Message);
    }

    [Fact]
    public void Points_say_what_they_are()
    {
        Assert.Equal("false positive rate 0.25, true positive rate 0.875 from 0.4 on", new RocPoint(0.25, 0.875, 0.4).ToString());
        Assert.Equal("recall 0.875, precision 0.7 from 0.4 on", new PrecisionRecallPoint(0.875, 0.7, 0.4).ToString());
    }

    [Fact]
    public void Outputs_are_predicted_again_once_and_only_when_they_are_asked_for()
    {
        var network = new GivenBinary<double>();
        Evaluation evaluation = Evaluator.Evaluate(network, Dataset<double>.FromRows(KnownScores, 1, KnownLabels, 1));
        Assert.NotNull(evaluation.Report);
        Assert.NotNull(evaluation.Confusion);
        Assert.Equal(4, network.Predicted);
        Assert.Equal((0.75, 5), (evaluation.RocAuc, evaluation.RocCurve().Length));
        Assert.True(evaluation.LogLoss > 0.0 && evaluation.TopKAccuracy(2) == 1.0 && evaluation.ExpectedCalibrationError() > 0.0);
        Assert.Equal(8, network.Predicted);
    }

    [Theory]
    [InlineData(-1.0, 0.5, 0.25)]
    [InlineData(-1.0, -0.5, 0.25)]
    [InlineData(-1.0, -0.5, -0.25)]
    [InlineData(0.5, 1.0, 0.25)]
    [InlineData(1.0, 0.5, 0.25000000000000006)]
    public void A_network_that_has_changed_is_not_taken_for_the_one_that_was_evaluated(double w0, double w1, double b)
    {
        var network = new Training.LogisticNet();
        network.SetParameters([1.0, 0.5, 0.25]);
        Dataset<double> data = Dataset<double>.FromRows([2.0, 0.0, -1.0, 0.0], 2, [1.0, 0.0], 1);
        Evaluation evaluation = Evaluator.Evaluate(network, data), asked = Evaluator.Evaluate(network, data), again = Evaluator.Evaluate(network, data);
        Assert.Equal(1.0, asked.RocAuc);
        network.SetParameters([w0, w1, b]);
        Assert.Equal(
            "LogisticNet has other parameters than when it was evaluated, and what needs all of its outputs is computed when it is first asked for: "
            + "ask for it before the network changes, or evaluate again.",
            Assert.Throws<InvalidOperationException>(() => evaluation.RocAuc).Message);
        Assert.Equal((1.0, 1.0), (asked.AveragePrecision, evaluation.Report!.Micro.F1));
        network.SetParameters([1.0, 0.5, 0.25]);
        Assert.Equal(1.0, again.RocAuc);

        // That it had changed when it was asked before does not matter any more.
        Assert.Equal((1.0, 1.0, again.LogLoss), (evaluation.RocAuc, evaluation.AveragePrecision, evaluation.LogLoss));
    }

    [Fact]
    public void A_network_of_float_that_has_changed_is_noticed_by_its_last_parameter()
    {
        var network = new Training.SingleNet();
        network.SetParameters([1f, 0.5f, 0.25f]);
        Evaluation evaluation = Evaluator.Evaluate(network, Dataset<float>.FromRows([2f, 0f], 2, [1f], 1));
        network.SetParameters([1f, 0.5f, 0.375f]);
        Assert.Throws<InvalidOperationException>(() => evaluation.LogLoss);
    }
}
