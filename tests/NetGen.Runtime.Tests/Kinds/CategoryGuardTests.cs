using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Kinds;

/// <summary>Columns of class indices hold class indices.</summary>
public sealed class CategoryGuardTests
{
    private static readonly NetworkDescription Network = new(
        "Net",
        [
            new ColumnsDescription(3, 1, 1),
            new EmbedDescription(12, 2),
            new ColumnsDescription(3, 2, 1) { Sources = [0] },
            new OneHotDescription(2) { Unknown = 0 },
            new ConcatDescription([2, 2]) { Sources = [2, 4] },
        ],
        Loss.SquaredError,
        Initializer.He);

    [Theory]
    [InlineData(12.0, "12")]
    [InlineData(-1.0, "-1")]
    [InlineData(2.5, "2.5")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(4294967296.0, "4294967296")]
    public void What_is_no_index_is_refused_with_its_place(double value, string text)
    {
        double[] x = [7, 0, 0, 7, value, 0];
        string message = Assert.Throws<ArgumentException>("x", () => CategoryGuard.Check<double>(Network, x)).Message;
        Assert.StartsWith($"x holds {text} in row 1, column 1, but column 1 of Net is a category: 0 to 11.", message);
        Assert.Throws<ArgumentException>("x", () => ForwardPass<double>.Compute(Network, new double[24], x));
    }

    [Fact]
    public void A_window_of_a_series_is_checked_where_it_stands()
    {
        // Windows of 3 points: the second point of window 2 is no index.
        double[] series = [7, 1, 2, 12, 7, 7];
        var windows = Dataset<double>.FromWindows(series, 1, 3, new double[6], 1, horizon: 0);
        string message = Assert.Throws<ArgumentException>("train", () => DatasetGuard.FitsInputs(windows, Network, "train")).Message;
        Assert.StartsWith("train holds 12 in row 2, column 1, but column 1 of Net is a category: 0 to 11.", message);
        DatasetGuard.FitsInputs(windows.Take(2), Network, "train");
    }

    [Fact]
    public void Indices_pass_and_anything_does_where_there_is_an_index_for_unknown_ones()
    {
        CategoryGuard.Check<float>(Network, [float.NaN, 11, float.NaN, 0.5f, -0f, 99]);
        CategoryGuard.Check<float>(Network, []);
        CategoryGuard.Check<float>(new("Other", [new DenseDescription(1, 1, Activation.Linear)], Loss.SquaredError, Initializer.He), [float.NaN]);
        Assert.Throws<ArgumentNullException>("description", () => CategoryGuard.Check<float>(null!, [1f]));
    }

    [Fact]
    public void A_check_allocates_nothing()
    {
        float[] x = [0, 1, 0];
        CategoryGuard.Check<float>(Network, x);
        long before = GC.GetAllocatedBytesForCurrentThread();
        CategoryGuard.Check<float>(Network, x);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
