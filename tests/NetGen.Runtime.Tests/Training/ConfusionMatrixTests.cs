namespace NetGen.Runtime.Tests.Training;

public class ConfusionMatrixTests
{
    private static ConfusionMatrix Matrix => new(3, [0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    [Fact]
    public void It_counts_actual_classes_in_rows_and_predicted_ones_in_columns()
    {
        Assert.Equal((10, 1, 1, 1), (Matrix[0, 0], Matrix[0, 1], Matrix[1, 0], Matrix[1, 1]));
        Assert.Equal((3, 13), (Matrix.Classes, Matrix.Count));
    }

    [Fact]
    public void Precision_is_of_what_was_predicted_and_recall_of_what_there_is()
    {
        Assert.Equal(11.0 / 13.0, Matrix.Accuracy);
        Assert.Equal((10.0 / 11.0, 0.5), (Matrix.Precision(0), Matrix.Precision(1)));
        Assert.Equal((10.0 / 11.0, 0.5), (Matrix.Recall(0), Matrix.Recall(1)));
    }

    [Fact]
    public void A_class_that_never_occurs_has_neither()
    {
        Assert.True(double.IsNaN(Matrix.Precision(2)));
        Assert.True(double.IsNaN(Matrix.Recall(2)));
    }

    [Fact]
    public void It_prints_as_an_aligned_table() => Assert.Equal(
        """
        actual \ predicted       0       1  2  recall
        0                       10       1  0  90.9 %
        1                        1       1  0  50.0 %
        2                        0       0  0       -
        precision           90.9 %  50.0 %  -  84.6 %
        """.ReplaceLineEndings("\n"),
        Matrix.ToString());

    [Fact]
    public void An_example_without_a_prediction_is_wrong_and_has_a_column_of_its_own()
    {
        var matrix = new ConfusionMatrix(2, [0, 0, 1, 1, 1], [0, -1, 1, -1, -1]);
        Assert.Equal((5, 3, 0.4), (matrix.Count, matrix.Undecided, matrix.Accuracy));
        Assert.Equal((0.5, 1.0 / 3.0, 1.0, 1.0), (matrix.Recall(0), matrix.Recall(1), matrix.Precision(0), matrix.Precision(1)));
        Assert.Equal(
            """
            actual \ predicted        0        1  none  recall
            0                         1        0     1  50.0 %
            1                         0        1     2  33.3 %
            precision           100.0 %  100.0 %     -  40.0 %
            """.ReplaceLineEndings("\n"),
            matrix.ToString());
    }

    [Fact]
    public void More_than_ten_classes_print_as_one_line()
    {
        int[] actual = [.. Enumerable.Range(0, 3000)], predicted = [.. actual];
        (predicted[4], predicted[5], predicted[7]) = (9, -1, 1);
        Assert.Equal(
            "3000 classes, 3000 examples, accuracy 99.9 %, most often predicted wrong: 4 as 9 (1), 7 as 1 (1), 1 not predicted (NaN)",
            new ConfusionMatrix(3000, actual, predicted).ToString());
        Assert.Equal("11 classes, 1 example, accuracy 100.0 %", new ConfusionMatrix(11, [3], [3]).ToString());
        Assert.Equal(12, new ConfusionMatrix(10, [3], [3]).ToString().Split('\n').Length);
    }

    [Fact]
    public void Classes_that_there_are_not_are_refused()
    {
        Assert.Equal("predicted", Assert.Throws<ArgumentException>(() => new ConfusionMatrix(2, [0, 1], [0])).ParamName);
        Assert.StartsWith(
            "actual is 2, but there are 2 classes: it must lie between 0 and 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(2, [2], [0])).Message);
        Assert.Equal("predicted", Assert.Throws<ArgumentOutOfRangeException>(() => Matrix[0, -1]).ParamName);
        Assert.Equal("predicted", Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(2, [0], [-2])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(0, [], []));
    }
}
