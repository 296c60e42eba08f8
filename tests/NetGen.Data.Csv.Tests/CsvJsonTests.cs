using static NetGen.Data.Csv.Tests.Csv;

namespace NetGen.Data.Csv.Tests;

/// <summary>What was learned survives as JSON.</summary>
public class CsvJsonTests
{
    private static readonly string Train = Lines("a;b;c;d;kind", "1;2;x;p;no", "NA;;y;q;yes", "0.1;4;x;\"z \"\"ü\"\"\";no");

    private static CsvReader<double> Fitted => Fit(
        Train,
        new CsvColumns()
            .Number("a", MissingValue.Mean.WithIndicator())
            .Number("b", MissingValue.With(-0.1))
            .Category("c", MissingValue.Unknown)
            .OneHot("d", minimumCount: 1)
            .ClassLabel("kind", MissingValue.DropRow),
        new() { Separator = ';', MissingTexts = ["", "NA"] });

    [Fact]
    public void A_reader_comes_back_and_reads_the_same_bit_for_bit()
    {
        CsvReader<double> loaded = CsvReader<double>.FromJson(Fitted.ToJson());
        Assert.Equal(Fitted.ToJson(), loaded.ToJson());
        Assert.Equal(Fitted.FeatureNames, loaded.FeatureNames);
        Assert.Equal(["no", "yes"], loaded.ClassNames);
        string[] test = ["a;b;c;d;kind", "NA;;new;new;yes", "7;8;;p;no"];
        Assert.Equal(Fitted.Read(test).X.ToArray(), loaded.Read(test).X.ToArray());
        Assert.Equal([1, 0], loaded.Read(test).Classes.ToArray());
    }

    [Fact]
    public void A_newer_format_is_refused() => Refused(
        "The description of CSV columns: its format is 2, but this version of NetGen.Data.Csv reads up to 1.",
        () => CsvReader<double>.FromJson(Fitted.ToJson().Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal)));

    [Fact]
    public void A_damaged_text_is_refused_and_never_surprises()
    {
        string json = Fitted.ToJson();
        Random random = new(1);
        for (int mutation = 0; mutation < 4000; mutation++)
        {
            char[] changed = json.ToCharArray();
            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                changed[random.Next(changed.Length)] = json[random.Next(json.Length)];
            }

            try
            {
                CsvReader<double>.FromJson(new string(changed));
            }
            catch (DataFormatException exception)
            {
                Assert.StartsWith("The description of CSV columns: ", exception.Message, StringComparison.Ordinal);
            }
        }
    }
}
