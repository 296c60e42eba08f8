namespace NetGen.Runtime.Tests.Data;

/// <summary>Sets from objects.</summary>
public class RowColumnsTests
{
    private static readonly Flower[] Flowers =
    [
        new(5.1, [3.5, 1.4], Colour.Red, Kind.Setosa, 2),
        new(4.9, [3.0, 1.3], Colour.Blue, Kind.Virginica, 0),
        new(6.2, [2.9, 4.3], Colour.Green, Kind.Setosa, 1),
    ];

    private enum Colour
    {
        Red,
        Green,
        Blue,
    }

    private enum Kind
    {
        Setosa = 10,
        Alias = Setosa,
        Virginica = 20,
    }

    private enum Nothing;

    private enum Signed : sbyte
    {
        Up = 1,
        Level = 0,
        Down = -1,
        Least = sbyte.MinValue,
    }

    public static TheoryData<double> NotFinite => [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static RowColumns<Flower, double> Features => new RowColumns<Flower, double>()
        .Feature("length", flower => flower.Length)
        .Features("sizes", 2, flower => flower.Sizes)
        .Category("colour", flower => flower.Colour)
        .Category("place", 3, flower => flower.Place);

    [Fact]
    public void Features_stand_in_the_order_in_which_their_columns_were_added()
    {
        Dataset<double> data = Dataset<double>.From(Flowers, Features.Label("price", flower => 2 * flower.Length));
        Assert.Equal([5.1, 3.5, 1.4, 0, 2, 4.9, 3.0, 1.3, 2, 0, 6.2, 2.9, 4.3, 1, 1], data.X.ToArray());
        Assert.Equal([10.2, 9.8, 12.4], data.Y.ToArray());
        Assert.Equal((3, 5, 1, false), (data.Count, data.InputSize, data.OutputSize, data.HasClasses));
    }

    [Fact]
    public void Labels_are_several_numbers()
    {
        RowColumns<Flower, double> columns = Features.Label("a", flower => flower.Place).Labels("b", 2, flower => flower.Sizes);
        Assert.Equal([2, 3.5, 1.4, 0, 3.0, 1.3, 1, 2.9, 4.3], Dataset<double>.From(Flowers, columns).Y.ToArray());
        Assert.Equal(3, columns.OutputSize);
    }

    [Fact]
    public void A_class_as_label_becomes_a_one_hot_row()
    {
        Dataset<double> numbers = Dataset<double>.From(Flowers, Features.ClassLabel("class", 3, flower => flower.Place));
        Assert.Equal([2, 0, 1], numbers.Classes.ToArray());
        Assert.Equal([0, 0, 1, 1, 0, 0, 0, 1, 0], numbers.Y.ToArray());
    }

    [Fact]
    public void The_classes_of_an_enumeration_are_the_places_of_its_values()
    {
        Dataset<double> kinds = Dataset<double>.From(Flowers, Features.ClassLabel("kind", flower => flower.Kind));
        Assert.Equal([0, 1, 0], kinds.Classes.ToArray());
        Assert.Equal(2, kinds.OutputSize);
    }

    [Fact]
    public void Negative_values_of_an_enumeration_come_first()
    {
        RowColumns<Signed, float> columns = new RowColumns<Signed, float>().Category("way", way => way).ClassLabel("y", way => way);
        Dataset<float> data = Dataset<float>.From([Signed.Up, Signed.Level, Signed.Down, Signed.Least], columns);
        Assert.Equal([3f, 2, 1, 0], data.X.ToArray());
        Assert.Equal([3, 2, 1, 0], data.Classes.ToArray());
    }

    [Fact]
    public void No_column_is_added_once_rows_have_been_read()
    {
        RowColumns<Flower, double> columns = Features.Label("y", flower => 1);
        Dataset<double>.From(Flowers, columns);
        string message = Assert.Throws<InvalidOperationException>(() => columns.Feature("late", flower => 1)).Message;
        Assert.StartsWith("late cannot be added: rows have been read with these columns", message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => columns.Label("late", flower => 1));
        RowColumns<Flower, double> inputs = Features;
        inputs.CopyFeatures(Flowers[0], new double[5]);
        Assert.Throws<InvalidOperationException>(() => inputs.ClassLabel("late", 2, flower => 1));
        Assert.Equal((5, 0), (inputs.InputSize, inputs.OutputSize));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void The_number_of_rows_need_not_be_known(int count)
    {
        static IEnumerable<int> Numbers(int count)
        {
            for (int i = 0; i < count; i++)
            {
                yield return i;
            }
        }

        RowColumns<int, float> columns = new RowColumns<int, float>().Feature("x", i => i).Feature("-x", i => -i).Label("y", i => 2 * i);
        Dataset<float> unknown = Dataset<float>.From(Numbers(count), columns);
        Dataset<float> known = Dataset<float>.From(Enumerable.Range(0, count).ToArray(), columns);
        Assert.Equal(Enumerable.Range(0, count).SelectMany(i => (float[])[i, -i]), unknown.X.ToArray());
        Assert.Equal(Enumerable.Range(0, count).Select(i => 2f * i), unknown.Y.ToArray());
        Assert.True(unknown.X.SequenceEqual(known.X) && unknown.Y.SequenceEqual(known.Y));
    }

    [Fact]
    public void One_row_becomes_the_inputs_of_a_prediction()
    {
        double[] x = new double[5];
        Features.CopyFeatures(Flowers[1] with { Length = double.NaN }, x);
        Assert.Equal([double.NaN, 3.0, 1.3, 2, 0], x);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Features.CopyFeatures(Flowers[1] with { Place = 3 }, x));
        Assert.Equal("row holds 3 in column place, but the column has 3 classes: 0 to 2. (Parameter 'row')", refusal.Message);
        Refused("destination holds 4 values, but a row has 5 features", () => Features.CopyFeatures(Flowers[1], x.AsSpan(1)));
        Assert.Throws<ArgumentNullException>(() => Features.CopyFeatures(null!, x));
    }

    [Theory]
    [MemberData(nameof(NotFinite))]
    public void What_is_not_finite_is_named_with_row_and_column(double value)
    {
        string text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        RowColumns<Flower, double> columns = Features.Label("price", flower => flower.Length > 6 ? value : 1);
        Refused($"rows holds {text} in row 2, column price, but an example that is learned from is made of finite numbers", Flowers, columns);
        Refused($"rows holds {text} in row 1, column length, but", [Flowers[0], Flowers[1] with { Length = value }], columns);
        Refused($"rows holds {text} in row 1, column sizes, number 1 of 2, but", [Flowers[0], Flowers[1] with { Sizes = [0, value] }], columns);
        Assert.Equal(value, Dataset<double>.From(Flowers, columns, NonFinite.Keep).Y[2]);
    }

    [Fact]
    public void What_a_row_cannot_be_is_named_with_row_and_column()
    {
        RowColumns<Flower, double> columns = Features.ClassLabel("kind", flower => flower.Kind);
        Refused("rows holds 3 in row 0, column place, but the column has 3 classes: 0 to 2.", [Flowers[0] with { Place = 3 }], columns);
        Refused("rows holds -1 in row 0, column place, but", [Flowers[0] with { Place = -1 }], columns);
        Refused(
            "rows holds 7 in row 1, column colour, which is no value of Colour: it has 3 values, Red to Blue.",
            [Flowers[0], Flowers[0] with { Colour = (Colour)7 }],
            columns);
        Refused("rows holds 0 in row 0, column kind, which is no value of Kind: it has 2 values", [Flowers[0] with { Kind = 0 }], columns);
        Refused("rows holds 1 number in row 0, column sizes, but the column has 2 a row.", [Flowers[0] with { Sizes = [1] }], columns);
        Refused("rows holds null in row 1.", [Flowers[0], null!], columns);
        Refused("rows is empty", [], columns);
    }

    [Fact]
    public void Columns_that_make_no_example_are_refused()
    {
        Refused("columns has no label", Flowers, Features);
        Refused("columns has no feature", Flowers, new RowColumns<Flower, double>().Label("y", flower => flower.Length));
        Refused("There is a column length already", () => Features.Label("length", flower => 1));
        Refused("only has 1 class, but", () => Features.ClassLabel("only", 1, flower => 0));
        Refused("Nothing has no value", () => Features.Category("nothing", flower => default(Nothing)));
        Refused("float holds whole numbers exactly up to 16777216", () => new RowColumns<int, float>().Category("x", 20_000_000, i => i));
        Assert.Throws<ArgumentException>(() => Features.Feature(" ", flower => 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Features.Features("x", 0, flower => flower.Sizes));
        Assert.Throws<InvalidOperationException>(() => Features.Label("y", flower => 1).ClassLabel("class", 2, flower => 1));
        Assert.Throws<InvalidOperationException>(() => Features.ClassLabel("class", 2, flower => 1).Label("y", flower => 1));
    }

    private static void Refused(string message, Action act) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);

    private static void Refused(string message, Flower[] flowers, RowColumns<Flower, double> columns) =>
        Refused(message, () => Dataset<double>.From(flowers, columns));

    private sealed record Flower(double Length, double[] Sizes, Colour Colour, Kind Kind, int Place);
}
