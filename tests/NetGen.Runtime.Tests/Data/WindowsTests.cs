namespace NetGen.Runtime.Tests.Data;

/// <summary>Sets of windows over a series, against the same examples written out one after the other.</summary>
public class WindowsTests
{
    public static TheoryData<int, int, int, int> Shapes =>
    [
        .. from columns in (int[])[1, 3] from length in (int[])[1, 4, 7] from horizon in (int[])[0, 1, 5] from stride in (int[])[1, 2, 4, 9]
           select (columns, length, horizon, stride),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_window_holds_its_points_and_the_label_of_the_horizon(int columns, int length, int horizon, int stride)
    {
        const int Points = 25;
        double[] series = [.. Enumerable.Range(0, Points * columns).Select(i => i + 0.5)];
        double[] labels = [.. Enumerable.Range(0, Points * 2).Select(i => -(double)i)];
        int[] classes = [.. Enumerable.Range(0, Points).Select(i => i % 3)];
        var numbers = Dataset<double>.FromWindows(series, columns, length, labels, 2, horizon, stride);
        var kinds = Dataset<double>.FromWindows(series, columns, length, classes, 3, horizon, stride);

        int count = 0;
        for (int first = 0; first + length - 1 + horizon < Points; first += stride)
        {
            int label = first + length - 1 + horizon;
            double[] expected = series[(first * columns)..((first + length) * columns)];
            Assert.Equal(expected, numbers.Features(count).ToArray());
            Assert.Equal(expected, kinds.Features(count).ToArray());
            Assert.Equal(expected, numbers.X.Slice(count * length * columns, length * columns).ToArray());
            Assert.Equal(labels[(2 * label)..((2 * label) + 2)], numbers.Y.Slice(2 * count, 2).ToArray());
            Assert.Equal(classes[label], kinds.Classes[count]);
            Assert.Equal(1, kinds.Y[(3 * count) + classes[label]]);
            count++;
        }

        Assert.Equal((count, length * columns, 2), (numbers.Count, numbers.InputSize, numbers.OutputSize));
        Assert.Equal((count, length * columns, 3), (kinds.Count, kinds.InputSize, kinds.OutputSize));
    }

    [Fact]
    public void Whatever_is_made_of_a_set_of_windows_equals_what_is_made_of_a_copy()
    {
        (Dataset<double> windows, Dataset<double> copy) = Both();
        AssertEqual(copy.Slice(3, 20), windows.Slice(3, 20));
        AssertEqual(copy.Shuffle(5), windows.Shuffle(5));
        AssertEqual(copy.Shuffle(5).Take(9), windows.Shuffle(5).Take(9));
        AssertEqual(copy.DividedBy(3), windows.DividedBy(3));
        AssertEqual(copy.StratifiedSplit(0.7, seed: 2).Second, windows.StratifiedSplit(0.7, seed: 2).Second);
        AssertEqual(copy.KFold(3, seed: 2)[1].Train, windows.KFold(3, seed: 2)[1].Train);
        AssertEqual(Standardization<double>.Fit(copy).Apply(copy), Standardization<double>.Fit(windows).Apply(windows));
        AssertEqual(MinMaxScaling<double>.Fit(copy).Apply(copy), MinMaxScaling<double>.Fit(windows).Apply(windows));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(1000)]
    public void Batches_equal_those_of_a_copy(int batchSize)
    {
        (Dataset<double> windows, Dataset<double> copy) = Both();
        Assert.Equal(Batches(copy, batchSize), Batches(windows, batchSize));
    }

    [Fact]
    public void Windows_take_the_memory_of_the_series_and_of_their_labels()
    {
        float[] series = new float[20_000];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Dataset<float> windows = Dataset<float>.FromWindows(series, 1, 1000, series, 1);
        (Dataset<float> train, Dataset<float> test) = windows.Split(0.8, seed: 1);
        MiniBatches<float> batches = new(train, 16, seed: 1);
        foreach (Batch<float> batch in batches.BeginEpoch(0))
        {
            Assert.Equal(batch.Count * 1000, batch.X.Length);
        }

        Standardization<float>.Fit(windows);

        // A copy would take 76 MB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        Assert.Equal(19_000, train.Count + test.Count);
    }

    [Fact]
    public void The_set_stays_what_it_is_whatever_happens_to_the_series()
    {
        float[] series = [1, 2, 3, 4];
        var windows = Dataset<float>.FromWindows(series, 1, 2, series, 1);
        series.AsSpan().Clear();
        Assert.Equal([2f, 3f], windows.Features(1).ToArray());
        Assert.Equal([3f, 4f], windows.Y.ToArray());
    }

    [Fact]
    public void What_is_not_finite_is_named_with_its_point_and_column()
    {
        // Rows 0 to 3 are the windows' only points, rows 2 to 4 their labels.
        double[] series = [0, 1, 2, 3, 4, double.NaN, 6, 7, 8, 9], y = [double.NaN, double.NaN, 2, double.PositiveInfinity, 4];
        Refused("series holds NaN in row 2, column 1, but", () => Dataset<double>.FromWindows(series, 2, 2, new double[5], 1));
        Refused("y holds Infinity in row 3, column 0, but", () => Dataset<double>.FromWindows(new double[10], 2, 2, y, 1));
        Assert.Equal(double.NaN, Dataset<double>.FromWindows(series, 2, 2, y, 1, nonFinite: NonFinite.Keep).Features(1)[3]);

        // What belongs to no window is not looked at.
        double[] ends = [0, 1, 2, 3, double.NaN];
        Assert.Equal(3, Dataset<double>.FromWindows(ends, 1, 2, [double.NaN, double.NaN, 1, 2, 3], 1).Count);
    }

    [Fact]
    public void What_makes_no_windows_is_refused_with_a_reason()
    {
        Refused(
            "series has 5 rows, but a window of 5 and its label 1 row later needs 6.",
            () => Dataset<float>.FromWindows(new float[5], 1, 5, new float[5], 1));
        Refused("series has 5 rows, but a window of 6 needs 6.", () => Dataset<float>.FromWindows(new float[5], 1, 6, new float[5], 1, horizon: 0));
        Refused("needs 2147483652", () => Dataset<float>.FromWindows(new float[5], 1, 5, new float[5], 1, horizon: int.MaxValue));
        Refused("series has 5 rows, but y has 4: each point in time needs its label.", () => Dataset<float>.FromWindows(new float[10], 2, 2, new float[4], 1));
        Refused("series has 5 rows, but classes has 4", () => Dataset<float>.FromWindows(new float[5], 1, 2, new int[4], 2));
        Refused("Example 1 is of class 2, but there are 2 classes", () => Dataset<float>.FromWindows(new float[4], 1, 1, (int[])[0, 0, 2, 0], 2));
        Refused("series holds 5 values, but an example has 2 values", () => Dataset<float>.FromWindows(new float[5], 2, 2, new float[2], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dataset<float>.FromWindows(new float[5], 1, 0, new float[5], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dataset<float>.FromWindows(new float[5], 1, 2, new float[5], 1, horizon: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dataset<float>.FromWindows(new float[5], 1, 2, new float[5], 1, stride: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Both().Windows.Features(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Both().Windows.Features(1000));
        Refused("value 2 of the series divided by", () => Dataset<float>.FromWindows([1, 2, 3e38f, 4], 1, 2, [1f, 2, 3, 4], 1).DividedBy(0.5));
    }

    /// <summary>Windows of 4 points of 2 columns, and the same examples one after the other.</summary>
    private static (Dataset<double> Windows, Dataset<double> Copy) Both()
    {
        double[] series = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(i))];
        int[] classes = [.. Enumerable.Range(0, 50).Select(i => i % 2)];
        var windows = Dataset<double>.FromWindows(series, 2, 4, classes, 2);
        double[] rows = [.. Enumerable.Range(0, windows.Count).SelectMany(i => series[(2 * i)..((2 * i) + 8)])];
        return (windows, Dataset<double>.FromRows(rows, 8, windows.Classes, 2));
    }

    private static void AssertEqual(Dataset<double> expected, Dataset<double> actual)
    {
        Assert.Equal(expected.ToString(), actual.ToString());
        Assert.Equal(expected.X.ToArray(), actual.X.ToArray());
        Assert.Equal(expected.X.ToArray(), Enumerable.Range(0, actual.Count).SelectMany(i => actual.Features(i).ToArray()));
        Assert.Equal(expected.Y.ToArray(), actual.Y.ToArray());
        Assert.Equal(expected.Classes.ToArray(), actual.Classes.ToArray());
    }

    private static List<double[]> Batches(Dataset<double> data, int batchSize)
    {
        List<double[]> result = [];
        foreach (Batch<double> batch in new MiniBatches<double>(data, batchSize, seed: 3).BeginEpoch(2))
        {
            result.Add([.. batch.X, .. batch.Y]);
        }

        return result;
    }

    private static void Refused(string message, Action act) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
}
