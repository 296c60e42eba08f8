using System.Text;

namespace NetGen.Data.Csv.Tests;

/// <summary>Readers and sets of texts, whose messages call them train.csv and test.csv.</summary>
internal static class Csv
{
    public static CsvReader<double> Fit(string train, CsvColumns columns, CsvOptions? options = null) =>
        CsvReader<double>.Fit(Stream(train), columns, options, "train.csv");

    public static Dataset<double> Read(this CsvReader<double> reader, string[] lines) => reader.Read(Stream(Lines(lines)), "test.csv");

    public static string Lines(params string[] lines) => string.Join("\n", lines) + "\n";

    public static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    public static void Refused(string message, Action act) => Assert.Equal(message, Assert.Throws<DataFormatException>(act).Message);
}
