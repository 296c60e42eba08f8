using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Training;

public class ViewTests
{
    private readonly float[] values = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void Weights_are_a_matrix_of_units_and_inputs_row_by_row()
    {
        var view = new WeightsView<float>(values, 2, 3, "W1 of Net");
        Assert.Equal((2, 3, 6f), (view.Rows, view.Columns, view[1, 2]));
        Assert.Equal([4f, 5f, 6f], view.Row(1).ToArray());
        Assert.Equal(values, view.AsSpan().ToArray());
        Assert.Equal(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }, view.ToArray());
    }

    [Fact]
    public void Weights_are_replaced_by_values_matrices_and_rows()
    {
        var view = new WeightsView<float>(values, 2, 3, "W1 of Net");
        view.CopyFrom([6, 5, 4, 3, 2, 1]);
        Assert.Equal([6f, 5f, 4f, 3f, 2f, 1f], values);
        view.CopyFrom(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal([1f, 2f, 3f, 4f, 5f, 6f], values);
        view.CopyFrom([[7f, 8f, 9f], [1f, 2f, 3f]]);
        Assert.Equal([7f, 8f, 9f, 1f, 2f, 3f], values);
    }

    [Fact]
    public void Biases_are_a_list()
    {
        var view = new VectorView<float>(values, "b1 of Net");
        Assert.Equal((6, 3f), (view.Length, view[2]));
        view.CopyFrom([6, 5, 4, 3, 2, 1]);
        Assert.Equal([6f, 5f, 4f, 3f, 2f, 1f], values);
        Assert.Equal(values, view.ToArray());
        Assert.Equal(values, view.AsSpan().ToArray());
    }

    [Fact]
    public void A_replacement_is_noted()
    {
        AssertNoted(state => new WeightsView<float>(state.View(0, 6), 2, 3, "W1 of Net", state).CopyFrom(new float[6]));
        AssertNoted(state => new WeightsView<float>(state.View(0, 6), 2, 3, "W1 of Net", state).CopyFrom(new float[2, 3]));
        AssertNoted(state => new WeightsView<float>(state.View(0, 6), 2, 3, "W1 of Net", state).CopyFrom([new float[3], new float[3]]));
        AssertNoted(state => new VectorView<float>(state.View(0, 6), "b1 of Net", state).CopyFrom(new float[6]));

        static void AssertNoted(Action<NetworkState<float>> write)
        {
            int packed = 0;
            var state = new NetworkState<float>(6, 6, "Net", isWatched: false);
            Assert.False(state.IsInitialized);
            state.EnsurePacked((ref _, ref _) => packed++);
            write(state);
            Assert.True(state.IsInitialized);
            state.EnsurePacked((ref _, ref _) => packed++);
            Assert.Equal(2, packed);
        }
    }

    [Fact]
    public void Weights_of_another_shape_are_refused_with_both_shapes()
    {
        AssertRefused("source is 3x2, but W1 of Net is 2x3.", view => view.CopyFrom(new float[3, 2]));
        AssertRefused("source holds 5 values, but W1 of Net is 2x3: it must hold 6, row by row.", view => view.CopyFrom(new float[5]));
        AssertRefused("source has 1 row, but W1 of Net is 2x3.", view => view.CopyFrom([new float[3]]));
        AssertRefused("Row 1 of source holds 2 values, but W1 of Net is 2x3: each row must hold 3.", view => view.CopyFrom([new float[3], new float[2]]));
        AssertRefused("Row 1 of source is null, but W1 of Net is 2x3: each row must hold 3.", view => view.CopyFrom([new float[3], null!]));
        AssertRefused("row is 2, but W1 of Net has 2 rows: it must lie between 0 and 1.", view => _ = view[2, 0]);
        AssertRefused("column is -1, but W1 of Net has 3 columns: it must lie between 0 and 2.", view => _ = view[0, -1]);
        AssertRefused("row is 7, but W1 of Net has 2 rows: it must lie between 0 and 1.", view => _ = view.Row(7));
        Assert.Equal([1f, 2f, 3f, 4f, 5f, 6f], values);
    }

    [Fact]
    public void Biases_of_another_length_are_refused_with_both_lengths()
    {
        Assert.StartsWith(
            "source holds 5 values, but b1 of Net holds 6.",
            Assert.Throws<ArgumentException>("source", () => new VectorView<float>(values, "b1 of Net").CopyFrom(new float[5])).Message);
        Assert.StartsWith(
            "unit is 6, but b1 of Net has 6 units: it must lie between 0 and 5.",
            Assert.Throws<ArgumentOutOfRangeException>("unit", () => new VectorView<float>(values, "b1 of Net")[6]).Message);
    }

    [Fact]
    public void A_view_of_too_few_values_cannot_be_made() =>
        Assert.Throws<ArgumentException>("values", () => new WeightsView<float>(new float[5], 2, 3, "W1 of Net").Rows);

    [Theory]
    [InlineData(-2, -3, "rows", "rows is -2, but W1 of Net must have at least 1 row.")]
    [InlineData(-6, -1, "rows", "rows is -6, but W1 of Net must have at least 1 row.")]
    [InlineData(2, -3, "columns", "columns is -3, but W1 of Net must have at least 1 column.")]
    [InlineData(0, 6, "rows", "rows is 0, but W1 of Net must have at least 1 row.")]
    [InlineData(6, 0, "columns", "columns is 0, but W1 of Net must have at least 1 column.")]
    public void A_view_of_no_rows_or_columns_cannot_be_made(int rows, int columns, string parameter, string message)
    {
        Assert.StartsWith(
            message,
            Assert.Throws<ArgumentOutOfRangeException>(
                parameter, () => new WeightsView<float>(new float[6], rows, columns, "W1 of Net").Rows).Message);
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => new WeightsView<float>(new float[6], rows, columns, "W1 of Net", null).Rows);
    }

    [Fact]
    public void A_view_whose_sizes_overflow_cannot_be_made() =>
        Assert.Throws<ArgumentException>("values", () => new WeightsView<float>([], 65536, 65536, "W1 of Net").Rows);

    [Fact]
    public void A_view_without_values_or_a_name_cannot_be_made()
    {
        Assert.StartsWith(
            "values is empty, but b1 of Net must hold at least 1 value: one for each unit.",
            Assert.Throws<ArgumentException>("values", () => new VectorView<float>([], "b1 of Net").Length).Message);
        Assert.Throws<ArgumentNullException>("layerName", () => new VectorView<float>(new float[1], null!).Length);
        Assert.Throws<ArgumentNullException>("layerName", () => new WeightsView<float>(new float[1], 1, 1, null!).Rows);
        Assert.Throws<ArgumentNullException>("source", () => new WeightsView<float>(new float[1], 1, 1, "W1 of Net").CopyFrom((float[,])null!));
        Assert.Throws<ArgumentNullException>("source", () => new WeightsView<float>(new float[1], 1, 1, "W1 of Net").CopyFrom((float[][])null!));
    }

    [Fact]
    public void A_default_view_holds_nothing_and_says_so()
    {
        Assert.Equal((0, 0, 0), (default(WeightsView<float>).Rows, default(WeightsView<float>).ToArray().Length, default(VectorView<float>).Length));
        Assert.StartsWith(
            "row is 0, but a default view, which shows no network's values, has no row.",
            Assert.Throws<ArgumentOutOfRangeException>("row", () => default(WeightsView<float>)[0, 0]).Message);
        Assert.Throws<ArgumentOutOfRangeException>("unit", () => default(VectorView<float>)[0]);
        Assert.Throws<ArgumentException>("source", () => default(WeightsView<float>).CopyFrom(new float[1]));
        Assert.StartsWith(
            "source holds 1 value, but a default view, which shows no network's values, holds 0.",
            Assert.Throws<ArgumentException>("source", () => default(VectorView<float>).CopyFrom([1f])).Message);
    }

    private void AssertRefused(string message, ViewAction action) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => action(new WeightsView<float>(values, 2, 3, "W1 of Net"))).Message);

    private delegate void ViewAction(WeightsView<float> view);
}
