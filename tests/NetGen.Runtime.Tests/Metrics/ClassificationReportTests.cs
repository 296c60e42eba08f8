namespace NetGen.Runtime.Tests.Metrics;

public class ClassificationReportTests
{
    [Fact]
    public void The_documented_example_has_its_documented_values()
    {
        // scikit-learn's documentation of classification_report: y_true, y_pred, and a table of two digits.
        ClassificationReport report = new ConfusionMatrix(3, [0, 1, 2, 2, 2], [0, 0, 2, 2, 1]).Report();
        Assert.Equal([new(0.5, 1, 2.0 / 3.0, 1), new(0, 0, 0, 1), new(1, 2.0 / 3.0, 0.8, 3)], report.Classes);
        Assert.Equal((0.50, 0.56, 0.49), Rounded(report.Macro));
        Assert.Equal((0.70, 0.60, 0.61), Rounded(report.Weighted));
        Assert.Equal((0.60, 0.60, 0.60), Rounded(report.Micro));
        Assert.Equal(
            """
                       precision    recall        F1   support
            0             0.5000    1.0000    0.6667         1
            1             0.0000    0.0000    0.0000         1
            2             1.0000    0.6667    0.8000         3
            macro         0.5000    0.5556    0.4889         5
            micro         0.6000    0.6000    0.6000         5
            weighted      0.7000    0.6000    0.6133         5
            """.ReplaceLineEndings("\n"),
            report.ToString());
        Assert.Equal("precision 1, recall 0.6667, F1 0.8 of 3 examples", report.Classes[2].ToString());
    }

    [Fact]
    public void Animals_have_their_documented_values()
    {
        // scikit-learn's documentation of precision_recall_fscore_support: cat, dog, pig, cat, dog, pig predicted as cat, pig, dog, cat, cat, dog.
        ClassificationReport report = new ConfusionMatrix(3, [0, 1, 2, 0, 1, 2], [0, 2, 1, 0, 0, 1]).Report();
        Assert.Equal((0.22, 0.33, 0.27), Rounded(report.Macro));
        Assert.Equal((0.33, 0.33, 0.33), Rounded(report.Micro));
        Assert.Equal((0.22, 0.33, 0.27), Rounded(report.Weighted));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Scores_are_those_of_counting_each_class(int seed)
    {
        var random = new Random(seed);
        double[] yhat = Given.Shares(random, 120);
        int[] classes = [.. Enumerable.Range(0, 120).Select(_ => random.Next(3))];
        for (int i = 0; i < 12; i++)
        {
            yhat[random.Next(yhat.Length)] = double.NaN;
        }

        int[] predicted = [.. yhat.Chunk(3).Select(row => row.Any(double.IsNaN) ? -1 : Array.IndexOf(row, row.Max()))];
        bool[][] actualOf = [.. Enumerable.Range(0, 3).Select(index => classes.Select(actual => actual == index).ToArray())];
        bool[][] predictedOf = [.. Enumerable.Range(0, 3).Select(index => predicted.Select(found => found == index).ToArray())];
        Check(Given.Classes(yhat, classes).Report!, actualOf, predictedOf);
        Check(Given.Classes<float>(yhat, classes).Report!, actualOf, predictedOf);
    }

    [Fact]
    public void Labels_are_counted_each_for_itself()
    {
        var random = new Random(3);
        double[] yhat = Given.Probabilities(random, 3 * 80), y = Given.ZerosAndOnes(random, 3 * 80);
        for (int i = 0; i < 12; i++)
        {
            yhat[random.Next(yhat.Length)] = double.NaN;
        }

        bool[][] actual = [.. Enumerable.Range(0, 3).Select(label => Enumerable.Range(0, 80).Select(i => y[(3 * i) + label] > 0.5).ToArray())];
        bool[][] predicted = [.. Enumerable.Range(0, 3).Select(label => Enumerable.Range(0, 80).Select(i => yhat[(3 * i) + label] > 0.5).ToArray())];
        Check(Given.Labels(yhat, y).Report!, actual, predicted);
        Check(Given.Labels<float>(yhat, y).Report!, actual, predicted);
    }

    [Fact]
    public void One_output_has_two_classes()
    {
        ClassificationReport report = Given.Binary([0.9, 0.8, 0.3, 0.1, 0.5], [1, 0, 1, 0, 0]).Report!;
        Assert.Equal([new(2.0 / 3.0, 2.0 / 3.0, 2.0 / 3.0, 3), new(0.5, 0.5, 0.5, 2)], report.Classes);
    }

    [Fact]
    public void A_class_that_is_never_predicted_counts_as_0_and_one_that_is_nowhere_not_at_all()
    {
        // Class 0 occurs twice and is found once; class 1 is predicted once and never occurs; class 2 occurs once and is never predicted; class 3 is nowhere.
        ClassificationReport report = new ConfusionMatrix(4, [0, 0, 2], [0, 1, 0]).Report();
        Assert.Equal(
            [new(0.5, 0.5, 0.5, 2), new(0, double.NaN, 0, 0), new(double.NaN, 0, 0, 1), new(double.NaN, double.NaN, double.NaN, 0)],
            report.Classes);
        Assert.Equal(new ClassScores(0.5 / 3.0, 0.5 / 3.0, 0.5 / 3.0, 3), report.Macro);
        Assert.Equal(new ClassScores(1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0, 3), report.Weighted);
        Assert.Contains("3                  -         -         -         0", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_example_or_a_label_that_holds_there_is_nothing_to_average()
    {
        ClassScores nothing = new(double.NaN, double.NaN, double.NaN, 0);
        ClassificationReport empty = new ConfusionMatrix(2, [], []).Report(), labels = Given.Labels([0.1, 0.2, 0.3], [0, 0, 0]).Report!;
        Assert.Equal([nothing, nothing, nothing], [empty.Macro, empty.Micro, empty.Weighted]);
        Assert.Equal([nothing, nothing, nothing], [labels.Macro, labels.Micro, labels.Weighted]);
    }

    [Fact]
    public void Of_many_classes_only_the_means_are_printed()
    {
        int[] classes = [.. Enumerable.Range(0, 21)];
        Assert.Equal(4, new ConfusionMatrix(21, classes, classes).Report().ToString().Split('\n').Length);
        Assert.Equal(24, new ConfusionMatrix(20, classes.AsSpan(0, 20), classes.AsSpan(0, 20)).Report().ToString().Split('\n').Length);
    }

    [Fact]
    public void A_confusion_matrix_has_the_F1_of_its_classes()
    {
        var matrix = new ConfusionMatrix(3, [0, 1, 1], [0, 0, 1]);
        Assert.Equal((2.0 / 3.0, 2.0 / 3.0, double.NaN), (matrix.F1(0), matrix.F1(1), matrix.F1(2)));
        Assert.Equal("index", Assert.Throws<ArgumentOutOfRangeException>(() => matrix.F1(3)).ParamName);
    }

    [Fact]
    public void A_regression_has_none() => Assert.Null(Given.Numbers([1, 2], [1, 2]).Report);

    private static void Check(ClassificationReport report, bool[][] actual, bool[][] predicted)
    {
        ClassScores[] naive = [.. actual.Select((flags, index) => NaiveMetrics.Scores(flags, predicted[index]))];
        Assert.Equal(naive.Length, report.Classes.Length);
        for (int index = 0; index < naive.Length; index++)
        {
            Near(naive[index], report.Classes[index]);
        }

        double support = naive.Sum(scores => scores.Support);
        Near(NaiveMetrics.Scores([.. actual.SelectMany(flags => flags)], [.. predicted.SelectMany(flags => flags)]), report.Micro);
        Near(new(naive.Average(s => s.Precision), naive.Average(s => s.Recall), naive.Average(s => s.F1), (int)support), report.Macro);
        Near(
            new(
                naive.Sum(s => s.Support * s.Precision) / support,
                naive.Sum(s => s.Support * s.Recall) / support,
                naive.Sum(s => s.Support * s.F1) / support,
                (int)support),
            report.Weighted);
    }

    private static void Near(ClassScores expected, ClassScores actual)
    {
        Assert.Equal(expected.Precision, actual.Precision, 1e-14);
        Assert.Equal(expected.Recall, actual.Recall, 1e-14);
        Assert.Equal(expected.F1, actual.F1, 1e-14);
        Assert.Equal(expected.Support, actual.Support);
    }

    private static (double Precision, double Recall, double F1) Rounded(ClassScores scores) =>
        (Math.Round(scores.Precision, 2), Math.Round(scores.Recall, 2), Math.Round(scores.F1, 2));
}
