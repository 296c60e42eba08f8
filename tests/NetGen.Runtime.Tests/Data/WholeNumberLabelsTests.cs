namespace NetGen.Runtime.Tests.Data;

/// <summary>
/// Labels of type int: as many as examples are class indices, as many as outputs in all are rows. Every way to write them compiles and means that.
/// </summary>
public class WholeNumberLabelsTests
{
    private static readonly float[] X = [1, 2, 3];
    private static readonly double[] DoubleX = [1, 2, 3];
    private static readonly float[] OneHot = [1, 0, 0, 0, 0, 1, 0, 1, 0];

    [Fact]
    public void A_literal_with_one_number_for_each_example_is_class_numbers()
    {
        AssertClasses(Dataset<float>.FromRows(X, 1, [0, 2, 1], 3));
        AssertClasses(Dataset<double>.FromRows(DoubleX, 1, [0, 2, 1], 3));
        AssertClasses(Dataset<float>.FromColumns(X, 1, [0, 2, 1], 3));
        AssertClasses(Dataset<double>.FromColumns(DoubleX, 1, [0, 2, 1], 3));
        AssertClasses(Dataset<float>.FromArrays(new float[3, 1], [0, 2, 1], 3));
        AssertClasses(Dataset<double>.FromArrays(new double[3, 1], [0, 2, 1], 3));
        AssertClasses(Dataset<float>.FromRows([1, 2, 3], 1, [0, 2, 1], 3));
    }

    [Fact]
    public void Arrays_spans_lists_and_spreads_of_int_are_the_same_as_a_literal()
    {
        int[] array = [0, 2, 1];
        List<int> list = [0, 2, 1];
        AssertClasses(Dataset<float>.FromRows(X, 1, array, 3));
        AssertClasses(Dataset<float>.FromRows(X, 1, new[] { 0, 2, 1 }, 3));
        AssertClasses(Dataset<float>.FromRows(X, 1, array.AsSpan(), 3));
        AssertClasses(Dataset<float>.FromRows(X, 1, (ReadOnlySpan<int>)array, 3));
        AssertClasses(Dataset<float>.FromRows(X, 1, stackalloc int[] { 0, 2, 1 }, 3));
        AssertClasses(Dataset<float>.FromRows(X, 1, [.. list], 3));
        AssertClasses(Dataset<double>.FromRows(DoubleX, 1, list.ToArray(), 3));
        AssertClasses(Dataset<double>.FromRows(DoubleX, 1, [.. array.Where(_ => true)], classCount: 3));
        AssertClasses(Dataset<float>.FromArrays(NdArray.Create<float>(X, 3, 1), NdArray.Create<byte>([0, 2, 1], 3), 3));
    }

    [Fact]
    public void As_many_whole_numbers_as_outputs_in_all_are_rows()
    {
        AssertRows(Dataset<float>.FromRows(X, 1, [1, 0, 0, 0, 0, 1, 0, 1, 0], 3));
        AssertRows(Dataset<double>.FromRows(DoubleX, 1, [1, 0, 0, 0, 0, 1, 0, 1, 0], 3));
        AssertRows(Dataset<float>.FromArrays(new float[3, 1], [1, 0, 0, 0, 0, 1, 0, 1, 0], 3));
        AssertRows(Dataset<float>.FromColumns(X, 1, [1, 0, 0, 0, 0, 1, 0, 1, 0], 3));
        AssertRows(Dataset<float>.FromArrays(NdArray.Create<float>(X, 3, 1), NdArray.Create<byte>([1, 0, 0, 0, 0, 1, 0, 1, 0], 3, 3), 3));
        Assert.Equal([5, -7, 0, 2], Dataset<float>.FromRows([1f, 2f], 1, [5, -7, 0, 2], 2).Y.ToArray());
        Assert.Equal([5, 0, -7, 2], Dataset<float>.FromColumns([1f, 2f], 1, [5, -7, 0, 2], 2).Y.ToArray());
    }

    [Fact]
    public void With_one_output_the_numbers_are_the_labels()
    {
        int[] prices = [100, -20, 3];
        foreach (Dataset<float> data in new[] { Dataset<float>.FromRows(X, 1, [100, -20, 3], 1), Dataset<float>.FromColumns(X, 1, prices, 1) })
        {
            Assert.Equal([100, -20, 3], data.Y.ToArray());
            Assert.False(data.HasClasses);
        }

        Assert.Equal([0, 1, 1, 0], Dataset<float>.FromRows([0, 0, 0, 1, 1, 0, 1, 1], 2, [0, 1, 1, 0], 1).Y.ToArray());
    }

    [Fact]
    public void A_literal_with_any_number_that_is_not_an_int_is_rows_of_labels()
    {
        Assert.Equal([0, 2.5f, 1], Dataset<float>.FromRows(X, 1, [0, 2.5f, 1], 1).Y.ToArray());
        Assert.Equal([0, 2.5, 1], Dataset<double>.FromRows(DoubleX, 1, [0, 2.5, 1], 1).Y.ToArray());
        Assert.Equal([0, 2, 1], Dataset<double>.FromRows(DoubleX, 1, [0L, 2L, 1L], 1).Y.ToArray());
        Assert.False(Dataset<float>.FromRows(X, 1, OneHot, 3).HasClasses);
    }

    [Fact]
    public void Numbers_of_the_element_type_that_fit_only_as_classes_are_said_so()
    {
        const string Message = "x holds 3 examples and y as many values, but 3 outputs need 9 labels: pass class indices as int, with a classCount of 3.";
        Assert.StartsWith(Message, Assert.Throws<ArgumentException>("y", () => Dataset<float>.FromRows(X, 1, [0f, 2f, 1f], 3)).Message);
        Assert.StartsWith(Message, Assert.Throws<ArgumentException>("y", () => Dataset<double>.FromColumns(DoubleX, 1, [0.0, 2.0, 1.0], 3)).Message);
        Assert.StartsWith(
            "x holds 3 examples, but y holds 1", Assert.Throws<ArgumentException>("y", () => Dataset<float>.FromRows(X, 1, [0f, 2f, 1.5f], 3)).Message);
    }

    private static void AssertClasses<T>(Dataset<T> data)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal([0, 2, 1], data.Classes.ToArray());
        Assert.Equal(OneHot, data.Y.ToArray().Select(float.CreateTruncating));
    }

    private static void AssertRows<T>(Dataset<T> data)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Assert.False(data.HasClasses);
        Assert.Equal(OneHot, data.Y.ToArray().Select(float.CreateTruncating));
    }
}
