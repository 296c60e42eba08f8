using System.Collections.Immutable;
using System.Globalization;
using static NetGen.Data.Csv.Tests.Csv;

namespace NetGen.Data.Csv.Tests;

/// <summary>What becomes of the cells of a file.</summary>
public class CsvReaderTests
{
    [Fact]
    public void Columns_are_chosen_by_name_and_stand_in_the_order_in_which_they_were_added()
    {
        string train = Lines("price,id,length,width", "10,a,1.5,2", "20,b,-3e2,.25");
        Dataset<double> data = Fit(train, new CsvColumns().Number("width").Number("length").Label("price")).Read(Stream(train));
        Assert.Equal([2, 1.5, 0.25, -300], data.X.ToArray());
        Assert.Equal([10, 20], data.Y.ToArray());
        Assert.Equal("2 examples, 2 inputs, 1 output", data.ToString());
    }

    [Fact]
    public void Cells_are_quoted_as_RFC_4180_says_and_trimmed()
    {
        string train = "\"a \"\"length\"\"\", b ,y\r\n\"1.5\", \" x, y\n z\" ,0\r\n 2 ,\"\"\"q\"\"\",1\r\n\r\n";
        CsvReader<double> reader = Fit(train, new CsvColumns().Number("a \"length\"").Category("b").Label("y"));
        Assert.Equal(["\"q\"", "x, y\n z"], reader.Vocabulary("b"));
        Assert.Equal(2, reader.Read(Stream(train)).Count);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Cells_are_separated_as_the_options_say(char separator)
    {
        string train = Lines("x,y", "1,2", "3,4").Replace(',', separator);
        Dataset<double> data = Fit(train, new CsvColumns().Number("x").Label("y"), new() { Separator = separator }).Read(Stream(train));
        Assert.Equal([1, 3], data.X.ToArray());
    }

    [Fact]
    public void Numbers_have_a_point_whatever_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };
        try
        {
            string train = Lines("x;y", "1.25;2", "3;4");
            Assert.Equal([1.25, 3], Fit(train, new CsvColumns().Number("x").Label("y"), new() { Separator = ';' }).Read(Stream(train)).X.ToArray());
            Refused(
                "test.csv: line 2, column x: '1,25' was found, but a finite number of type double was expected.",
                () => Fit(train, new CsvColumns().Number("x").Label("y"), new() { Separator = ';' }).Read(["x;y", "1,25;0"]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Names_have_indices_in_ordinal_order_and_unknown_ones_the_last()
    {
        CsvReader<double> reader = Fit(Lines("c,y", "red,1", "Blue,2", "red,3", "green,4"), new CsvColumns().Category("c").Label("y"));
        Assert.Equal(["Blue", "green", "red"], reader.Vocabulary("c"));
        Assert.Equal([1, 3, 0, 2], reader.Read(["y,c", "0,green", "0,mauve", "0,Blue", "0,red"]).X.ToArray());
    }

    [Fact]
    public void One_hot_has_a_feature_for_each_name_and_one_for_all_others()
    {
        CsvReader<double> reader = Fit(Lines("c,x,y", "red,1,1", "blue,2,2"), new CsvColumns().OneHot("c").Number("x").Label("y"));
        Assert.Equal(["c = blue", "c = red", "c = unknown", "x"], reader.FeatureNames);
        Assert.Equal([0, 1, 0, 7, 0, 0, 1, 8], reader.Read(["c,x,y", "red,7,0", "mauve,8,0"]).X.ToArray());
    }

    [Fact]
    public void Rare_names_are_unknown_so_that_unknown_is_learned()
    {
        string train = Lines("c,y", "a,1", "a,1", "b,1", "c,1", "c,1");
        CsvReader<double> reader = Fit(train, new CsvColumns().Category("c", minimumCount: 2).Label("y"));
        Assert.Equal(["a", "c"], reader.Vocabulary("c"));
        Assert.Equal([0, 0, 2, 1, 1], reader.Read(Stream(train)).X.ToArray());
    }

    [Fact]
    public void A_class_as_label_is_one_of_those_of_the_training_file_or_of_those_given()
    {
        string train = Lines("x,kind", "1,setosa", "2,virginica", "3,setosa");
        CsvReader<double> fitted = Fit(train, new CsvColumns().Number("x").ClassLabel("kind"));
        Assert.Equal(["setosa", "virginica"], fitted.ClassNames);
        Assert.Equal([0, 1, 0], fitted.Read(Stream(train)).Classes.ToArray());
        CsvReader<double> given = Fit(train, new CsvColumns().Number("x").ClassLabel("kind", names: ["virginica", "setosa", "versicolor"]));
        Assert.Equal([1, 0, 1], given.Read(Stream(train)).Classes.ToArray());
        Assert.Equal(3, given.OutputSize);
        Refused(
            "test.csv: line 3, column kind: 'tulip' was found, but one of setosa, virginica was expected.",
            () => fitted.Read(["x,kind", "1,setosa", "1,tulip"]));
    }

    [Fact]
    public void A_missing_value_is_refused_unless_the_column_says_otherwise()
    {
        const string Remedy = ", unless a MissingValue of the column says what becomes of what is missing.";
        string train = Lines("x,c,y", "1,a,1", "2,b,2");
        CsvReader<double> reader = Fit(train, new CsvColumns().Number("x").Category("c").Label("y"));
        Refused(
            $"test.csv: line 3, column x: '' was found, but a finite number of type double was expected{Remedy}",
            () => reader.Read(["x,c,y", "1,a,1", " ,a,1"]));
        Refused($"test.csv: line 2, column c: '' was found, but a name was expected{Remedy}", () => reader.Read(["x,c,y", "1,\"\",1"]));
        Refused($"test.csv: line 2, column y: '' was found, but a finite number of type double was expected{Remedy}", () => reader.Read(["x,c,y", "1,a,"]));
        Refused(
            $"train.csv: line 2, column c: '' was found, but a name was expected{Remedy}",
            () => Fit(Lines("c,y", ",1"), new CsvColumns().Category("c").Label("y")));
    }

    [Fact]
    public void A_missing_number_becomes_what_the_training_file_says_and_its_indicator_1()
    {
        string train = Lines("a,b,c,y", "1,10,,1", ",20,5,1", "2,,5,1", "6,70,5,1");
        CsvReader<double> reader = Fit(train, new CsvColumns()
            .Number("a", MissingValue.Mean)
            .Number("b", MissingValue.Median.WithIndicator())
            .Number("c", MissingValue.With(-1).WithIndicator())
            .Label("y"));
        Assert.Equal(["a", "b", "b is missing", "c", "c is missing"], reader.FeatureNames);
        Assert.Equal([1, 10, 0, -1, 1, 3, 20, 0, 5, 0, 2, 20, 1, 5, 0, 6, 70, 0, 5, 0], reader.Read(Stream(train)).X.ToArray());

        // Another file is filled with what the training file says, whatever it holds itself.
        Assert.Equal([3, 20, 1, 100, 0, 100, 100, 0, 100, 0], reader.Read(["a,b,c,y", ",,100,1", "100,100,100,1"]).X.ToArray());
    }

    [Fact]
    public void A_row_without_a_value_is_dropped_where_the_column_says_so_and_teaches_nothing()
    {
        string train = Lines("a,c,y", "1,x,1", "3,y,", "5,x,1", ",z,1");
        CsvReader<double> reader = Fit(train, new CsvColumns().Number("a", MissingValue.Mean).Category("c").Label("y", MissingValue.DropRow));
        Assert.Equal(["x", "z"], reader.Vocabulary("c"));
        Assert.Equal([1, 0, 5, 0, 3, 1], reader.Read(Stream(train)).X.ToArray());
        Refused(
            "test.csv: there is no row without a missing value that drops it, but at least one is needed.",
            () => reader.Read(["a,c,y", "1,x,"]));
    }

    [Fact]
    public void Features_are_read_without_labels()
    {
        CsvReader<double> reader = Fit(
            Lines("a,c,y", "1,x,1", "3,y,2"), new CsvColumns().Label("y").Number("a", MissingValue.DropRow).OneHot("c"));
        Assert.Equal([5, 0, 1, 0, 6, 1, 0, 0], reader.ReadFeatures(Stream(Lines("c,a", "y,5", "x,6"))));
        Refused("test.csv: there is no column c: the first line names a, y.", () => reader.ReadFeatures(Stream("a,y\n1,1\n"), "test.csv"));
    }

    [Fact]
    public void No_row_to_predict_is_dropped_unless_the_lines_of_the_others_are_asked_for()
    {
        CsvReader<double> reader = Fit(
            Lines("c,a,y", "x,1,1", "x,3,2"), new CsvColumns().Label("y").Number("a", MissingValue.DropRow).OneHot("c"));
        string gaps = Lines("c,a", "y,5", "y,", "\"z\n\",6", "y,", "x,7");
        Refused(
            "test.csv: line 3, column a: the value is missing, so the row has no features and would be dropped. "
                + "ReadCompleteFeatures drops such rows and says which are left.",
            () => reader.ReadFeatures(Stream(gaps), "test.csv"));
        Assert.Equal([5, 0, 1, 6, 0, 1, 7, 1, 0], reader.ReadCompleteFeatures(Stream(gaps), out ImmutableArray<int> lines));
        Assert.Equal([2, 4, 7], lines);
        Refused(
            "test.csv: there is no row without a missing value that drops it, but at least one is needed.",
            () => reader.ReadCompleteFeatures(Stream(Lines("c,a", "y,")), out _, "test.csv"));
    }

    [Fact]
    public void What_stands_in_the_place_of_a_missing_number_is_a_number_of_the_type()
    {
        string train = Lines("a,y", "1,1", ",2");
        CsvColumns columns = new CsvColumns().Number("a", MissingValue.With(1e300)).Label("y");
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => CsvReader<float>.Fit(Stream(train), columns));
        Assert.StartsWith("1E+300 stands in the place of what is missing in column a, but Single cannot hold it.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("columns", refusal.ParamName);
        var wide = CsvReader<double>.Fit(Stream(train), columns);
        Assert.Equal([1, 1e300], wide.Read(Stream(train)).X.ToArray());
        Refused(
            "The description of CSV columns: it is damaged: 1E+300 stands in the place of what is missing in column a, but Single cannot hold it. "
                + "(Parameter 'columns')",
            () => CsvReader<float>.FromJson(wide.ToJson()));
    }

    [Fact]
    public void Columns_that_are_added_later_change_no_reader()
    {
        CsvColumns columns = new CsvColumns().Number("a").Label("y");
        CsvReader<double> reader = Fit(Lines("a,b,y", "1,2,3"), columns);
        columns.Number("b");
        Assert.Equal(["a"], reader.FeatureNames);
        Assert.Equal([1], reader.Read(Stream(Lines("a,b,y", "1,2,3"))).X.ToArray());
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => columns.Number("b")).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => columns.Number(" ")).ParamName);
    }

    [Fact]
    public void A_missing_name_can_be_unknown()
    {
        CsvReader<double> reader = Fit(Lines("c,y", "a,1", ",1", "b,2"), new CsvColumns().Category("c", MissingValue.Unknown).Label("y"));
        Assert.Equal(["a", "b"], reader.Vocabulary("c"));
        Assert.Equal([2, 1], reader.Read(["c,y", ",1", "b,1"]).X.ToArray());
    }

    [Fact]
    public void The_options_say_what_is_missing()
    {
        string train = Lines("x,y", "1,1", "NA,1", "n/a,1", "3,1");
        var options = new CsvOptions { MissingTexts = ["", "NA", "n/a"] };
        Assert.Equal([1, 2, 2, 3], Fit(train, new CsvColumns().Number("x", MissingValue.Mean).Label("y"), options).Read(Stream(train)).X.ToArray());
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-∞")]
    [InlineData("1e999")]
    [InlineData("0x10")]
    [InlineData("1,000")]
    [InlineData("12 13")]
    public void What_is_no_finite_number_is_refused_with_line_and_column(string text)
    {
        CsvReader<double> reader = Fit(Lines("x,y", "1,1"), new CsvColumns().Number("x", MissingValue.Mean).Label("y"));
        Refused(
            $"test.csv: line 4, column x: '{text}' was found, but a finite number of type double was expected.",
            () => reader.Read(["x,y", "\"1\",\"1\"", "", $"\"{text}\",1"]));
    }

    [Fact]
    public void Floats_are_rounded_once_and_refused_beyond_their_range()
    {
        var columns = new CsvColumns().Number("x").Label("y");
        CsvReader<float> reader = CsvReader<float>.Fit(Stream("x,y\n1,1\n"), columns);

        // Halfway between two floats but for a digit that double does not hold.
        Assert.Equal(1.00000012f, reader.Read(Stream("x,y\n1.000000059604644775390626,1\n")).X[0]);
        Refused(
            "The stream: line 2, column x: '1e39' was found, but a finite number of type float was expected.", () => reader.Read(Stream("x,y\n1e39,1\n")));
    }

    [Fact]
    public void Lines_are_counted_as_editors_do_within_quotes_too()
    {
        CsvReader<double> reader = Fit(Lines("x,c,y", "1,a,1"), new CsvColumns().Number("x").Label("y"));
        Refused(
            "test.csv: line 5, column x: 'b' was found, but a finite number of type double was expected.",
            () => reader.Read(["x,c,y", "1,\"two", "lines\",1", "", "b,c,1"]));
    }

    [Fact]
    public void A_file_that_is_no_table_is_refused_with_a_reason()
    {
        var columns = new CsvColumns().Number("x").Label("y");
        Refused("train.csv: the file is empty, but its first line must name the columns.", () => Fit("", columns));
        Refused("train.csv: there is no column y: the first line names x, z.", () => Fit("x,z\n1,2\n", columns));
        Refused("train.csv: the first line names the column x twice.", () => Fit("x,x,y\n1,2,3\n", columns));
        Refused("train.csv: line 3 has 1 cell, but the first line names 2 columns.", () => Fit("x,y\n1,2\n3\n", columns));
        Refused("train.csv: line 2 has 3 cells, but the first line names 2 columns.", () => Fit("x,y\n1,2,3\n", columns));
        Refused("train.csv: the row that begins at line 2 has a quote that is not closed.", () => Fit("x,y\n1,\"2\n3,4\n", columns));
        Refused(
            "train.csv: column x holds no number, so there is none to stand in the place of its missing values.",
            () => Fit("x,y\n,1\n", new CsvColumns().Number("x", MissingValue.Median).Label("y")));
        Refused(
            "train.csv: column c holds 1 name often enough, but it needs at least 2.",
            () => Fit("x,c\n1,a\n", new CsvColumns().Number("x").ClassLabel("c")));
        Refused(
            "test.csv: there is no row without a missing value that drops it, but at least one is needed.",
            () => Fit("x,y\n1,1\n", columns).Read(["x,y"]));
    }

    [Fact]
    public void Columns_that_cannot_be_are_refused_where_they_are_added()
    {
        Assert.Throws<ArgumentException>(() => new CsvColumns().Number("x").Label("x"));
        Assert.Throws<ArgumentException>(() => new CsvColumns().Number(""));
        Assert.Throws<ArgumentException>(() => new CsvColumns().Number("x", MissingValue.Unknown));
        Assert.Throws<ArgumentException>(() => new CsvColumns().Category("x", MissingValue.Mean));
        Assert.Throws<ArgumentException>(() => new CsvColumns().Label("x", MissingValue.With(0)));
        Assert.Throws<ArgumentException>(() => new CsvColumns().ClassLabel("x", MissingValue.Unknown));
        Assert.Throws<ArgumentException>(() => new CsvColumns().OneHot("x", names: ["a", "a"]));
        Assert.Throws<ArgumentException>(() => new CsvColumns().ClassLabel("x", names: ["a"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvColumns().OneHot("x", minimumCount: 0));
        Assert.Throws<InvalidOperationException>(() => new CsvColumns().ClassLabel("x").Label("y"));
        Assert.Throws<InvalidOperationException>(() => new CsvColumns().Label("x").ClassLabel("y"));
        Assert.Throws<InvalidOperationException>(() => MissingValue.DropRow.WithIndicator());
        Assert.Throws<ArgumentOutOfRangeException>(() => MissingValue.With(double.NaN));
        Assert.ThrowsAny<ArgumentException>(() => new CsvOptions { Separator = '"' });
        Assert.Throws<ArgumentException>(() => Fit("x\n1\n", new CsvColumns().Number("x")));
        Assert.Throws<ArgumentException>(() => Fit("x\n1\n", new CsvColumns().Label("x")));
    }

    [Fact]
    public void Files_are_read_by_path_and_named_by_it()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "\ufeffx,y\n1,2\n3,4\n");
            CsvReader<double> reader = CsvReader<double>.Fit(path, new CsvColumns().Number("x").Label("y"));
            Assert.Equal([1, 3], reader.Read(path).X.ToArray());
            File.WriteAllText(path, "x,y\n1,z\n");
            Assert.Equal(path, Assert.Throws<DataFormatException>(() => reader.Read(path)).File);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
