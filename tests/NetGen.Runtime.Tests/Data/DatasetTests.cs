namespace NetGen.Runtime.Tests.Data;

public class DatasetTests
{
    private static Dataset<float> Numbered(int count, int inputSize = 2) => Dataset<float>.FromRows(
        [.. Enumerable.Range(0, count * inputSize).Select(i => (float)i)], inputSize, [.. Enumerable.Range(0, count).Select(i => (float)(i * inputSize))], 1);

    [Fact]
    public void Rows_are_kept_as_they_are()
    {
        Dataset<float> data = Dataset<float>.FromRows([1, 2, 3, 4, 5, 6], 3, [7, 8], 1);
        Assert.Equal(2, data.Count);
        Assert.Equal(3, data.InputSize);
        Assert.Equal(1, data.OutputSize);
        Assert.Equal([1, 2, 3, 4, 5, 6], data.X.ToArray());
        Assert.Equal([7, 8], data.Y.ToArray());
        Assert.False(data.HasClasses);
        Assert.Equal("2 examples, 3 inputs, 1 output", data.ToString());
    }

    [Fact]
    public void Later_changes_of_the_arguments_do_not_reach_the_set()
    {
        double[] x = [1, 2];
        Dataset<double> data = Dataset<double>.FromRows(x, 1, [0, 1], 1);
        x[0] = 9;
        Assert.Equal([1, 2], data.X.ToArray());
    }

    [Fact]
    public void Classes_become_one_hot_rows()
    {
        Dataset<float> data = Dataset<float>.FromRows([1, 2, 3], 1, [2, 0, 1], classCount: 3);
        Assert.Equal([0, 0, 1, 1, 0, 0, 0, 1, 0], data.Y.ToArray());
        Assert.Equal(3, data.OutputSize);
        Assert.True(data.HasClasses);
        Assert.Equal([2, 0, 1], data.Classes.ToArray());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(16, 16)]
    [InlineData(17, 33)]
    [InlineData(100, 7)]
    public void Columns_are_transposed(int inputSize, int count)
    {
        double[,] x = new double[inputSize, count];
        for (int feature = 0; feature < inputSize; feature++)
        {
            for (int example = 0; example < count; example++)
            {
                x[feature, example] = (example * 1000) + feature;
            }
        }

        double[] columns = [.. x.Cast<double>()];
        Dataset<double> data = Dataset<double>.FromColumns(columns, inputSize, new double[2 * count], 2);
        Assert.Equal(count, data.Count);
        for (int example = 0; example < count; example++)
        {
            for (int feature = 0; feature < inputSize; feature++)
            {
                Assert.Equal((example * 1000) + feature, data.X[(example * inputSize) + feature]);
            }
        }
    }

    [Fact]
    public void Columns_with_classes_are_transposed_too()
    {
        Dataset<float> data = Dataset<float>.FromColumns([1, 2, 3, 4], 2, [1, 0], classCount: 2);
        Assert.Equal([1, 3, 2, 4], data.X.ToArray());
        Assert.Equal([0, 1, 1, 0], data.Y.ToArray());
    }

    [Fact]
    public void Arrays_have_examples_as_rows()
    {
        Dataset<float> data = Dataset<float>.FromArrays(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }, new float[,] { { 0 }, { 1 }, { 0 } });
        Assert.Equal((3, 2, 1), (data.Count, data.InputSize, data.OutputSize));
        Assert.Equal([1, 2, 3, 4, 5, 6], data.X.ToArray());

        Dataset<float> classes = Dataset<float>.FromArrays(new float[,] { { 1, 2 }, { 3, 4 } }, [0, 1], 2);
        Assert.Equal([1, 0, 0, 1], classes.Y.ToArray());
    }

    [Fact]
    public void Pictures_are_flattened_into_examples()
    {
        NdArray x = NdArray.Create<byte>([1, 2, 3, 4, 5, 6, 7, 8], 2, 2, 2);
        Dataset<float> labelled = Dataset<float>.FromArrays(x, NdArray.Create<long>([0, 1], 2));
        Assert.Equal((2, 4, 1), (labelled.Count, labelled.InputSize, labelled.OutputSize));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], labelled.X.ToArray());

        Dataset<double> classes = Dataset<double>.FromArrays(x, NdArray.Create<byte>([1, 0], 2), classCount: 3);
        Assert.Equal([0, 1, 0, 1, 0, 0], classes.Y.ToArray());
    }

    [Fact]
    public void Wrong_lengths_are_refused_with_both_numbers()
    {
        void Refused(string message, Action make) => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);

        Refused("x holds 10 values, but an example has 4 inputs: the length must be a multiple of 4", () => Dataset<float>.FromRows(new float[10], 4, [1], 1));
        Refused("x holds 3 examples, but y holds 2: each example needs its label", () => Dataset<float>.FromRows(new float[3], 1, [1f, 2f], 1));
        Refused("y holds 3 values, but an example has 2 outputs", () => Dataset<float>.FromColumns(new float[3], 1, [1f, 2f, 3f], 2));
        Refused("x is empty, but a dataset needs at least one example", () => Dataset<float>.FromRows([], 1, [], 1));
        Refused("x is empty", () => Dataset<float>.FromArrays(new float[0, 3], new float[0, 1]));
        Refused("x has 0 inputs an example", () => Dataset<float>.FromArrays(new float[3, 0], new float[3, 1]));
        Refused("x holds 2 examples, but classes holds 1", () => Dataset<float>.FromRows(new float[2], 1, [1], classCount: 2));
        Refused("each example needs its label, or 4 numbers as rows of 2 labels", () => Dataset<float>.FromRows(new float[2], 1, [1], classCount: 2));
        Refused("There are 0 classes, but there must be at least 1", () => Dataset<float>.FromRows(new float[1], 1, [0], classCount: 0));
        Refused(
            "Example 1 is of class 2, but there are 2 classes: a class must lie between 0 and 1",
            () => Dataset<float>.FromRows(new float[2], 1, [1, 2], classCount: 2));
        Refused("Example 0 is of class -1", () => Dataset<float>.FromRows(new float[1], 1, [-1], classCount: 2));
        Refused("x is empty (Single 0x4)", () => Dataset<float>.FromArrays(NdArray.Create<float>([], 0, 4), NdArray.Create<float>([], 0)));
        Refused("more than an array can hold", () => Dataset<float>.FromRows(new float[2], 1, [1, 0], classCount: int.MaxValue));
    }

    [Fact]
    public void Sizes_that_are_none_are_refused_by_their_name()
    {
        Assert.Equal("inputSize", Assert.Throws<ArgumentException>(() => Dataset<float>.FromRows([1, 2], 0, [1f, 2], 1)).ParamName);
        Assert.Equal("outputSize", Assert.Throws<ArgumentException>(() => Dataset<float>.FromColumns([1, 2], 1, [1f, 2], 0)).ParamName);
        Assert.Equal("columns", Assert.Throws<ArgumentException>(() => Dataset<float>.FromWindows([1, 2], -1, 1, [1f, 2], 1)).ParamName);
    }

    [Fact]
    public void Slices_hold_the_examples_asked_for_without_copying()
    {
        Dataset<float> data = Dataset<float>.FromRows([1, 2, 3, 4, 5, 6, 7, 8], 2, [0, 1, 2, 1], classCount: 3);
        Dataset<float> slice = data.Slice(1, 2);
        Assert.Equal([3, 4, 5, 6], slice.X.ToArray());
        Assert.Equal([0, 1, 0, 0, 0, 1], slice.Y.ToArray());
        Assert.Equal([1, 2], slice.Classes.ToArray());
        Assert.True(data.X.Slice(2, 4) == slice.X);
        Assert.Equal(3, data.Take(3).Count);
        Assert.Equal([5, 6], data.Slice(1, 3).Slice(1, 1).X.ToArray());
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(4, 1)]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(3, 2)]
    [InlineData(1, int.MaxValue)]
    public void Slices_outside_the_set_are_refused(int start, int count) => Assert.Throws<ArgumentOutOfRangeException>(() => Numbered(4).Slice(start, count));

    [Fact]
    public void Shuffling_keeps_each_example_with_its_label()
    {
        Dataset<float> data = Numbered(100);
        Dataset<float> shuffled = data.Shuffle(seed: 1);
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal((shuffled.Y[i], shuffled.Y[i] + 1), (shuffled.X[2 * i], shuffled.X[(2 * i) + 1]));
        }

        Assert.Equal(data.Y.ToArray(), shuffled.Y.ToArray().Order());
        Assert.NotEqual(data.Y.ToArray(), shuffled.Y.ToArray());
        Assert.Equal(shuffled.Y.ToArray(), data.Shuffle(seed: 1).Y.ToArray());
        Assert.NotEqual(shuffled.Y.ToArray(), data.Shuffle(seed: 2).Y.ToArray());
    }

    [Fact]
    public void Shuffling_keeps_classes_and_one_hot_rows_together()
    {
        int[] classes = [.. Enumerable.Range(0, 50).Select(i => i % 5)];
        Dataset<float> shuffled = Dataset<float>.FromRows([.. classes.Select(index => (float)index)], 1, classes, 5).Shuffle(3);
        for (int i = 0; i < 50; i++)
        {
            Assert.Equal(shuffled.Classes[i], (int)shuffled.X[i]);
            Assert.Equal(1, shuffled.Y[(i * 5) + shuffled.Classes[i]]);
        }
    }

    [Fact]
    public void Splits_share_out_every_example_once()
    {
        Dataset<float> data = Numbered(10);
        (Dataset<float> train, Dataset<float> test) = data.Split(0.75, seed: 1);
        Assert.Equal((8, 2), (train.Count, test.Count));
        Assert.Equal(data.Y.ToArray(), train.Y.ToArray().Concat(test.Y.ToArray()).Order());
        Assert.Equal(train.X.ToArray(), data.Split(0.75, seed: 1).First.X.ToArray());
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(0.01)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void Splits_that_leave_a_side_empty_are_refused(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered(10).Split(fraction, seed: 1));

    [Fact]
    public void Dividing_scales_every_feature_and_no_label()
    {
        Dataset<double> data = Dataset<double>.FromRows([.. Enumerable.Range(0, 37).Select(i => (double)i)], 1, new double[37], 1);
        Assert.Equal(Enumerable.Range(0, 37).Select(i => i / 255.0), data.DividedBy(255).X.ToArray());
        Assert.Equal(2, Numbered(2).DividedBy(2).Y[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.DividedBy(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.DividedBy(double.NaN));
    }
}
