using System.Text;
using System.Text.Json;
using NetGen.Runtime.Tests.Data;

namespace NetGen.Runtime.Tests.Training.Fitting;

/// <summary>Histories as tables.</summary>
public class HistoryTests
{
    private static TrainingHistory History => new(
        [
            new(0, 0.1 + 0.2, 1e-300) { Steps = 5, LearningRate = 0.001, Elapsed = TimeSpan.FromSeconds(1.5), Metrics = [1.0, double.NaN] },
            new(2, 2.5, null) { Steps = 15, LearningRate = 1.0 / 3.0, Elapsed = TimeSpan.FromSeconds(2), Metrics = [0.5, -1.0] },
        ],
        ["accuracy", "a \"b\", c"]);

    [Fact]
    public void Csv_has_a_header_and_a_line_for_each_record()
    {
        var text = new StringWriter();
        History.WriteCsv(text);
        Assert.Equal(
            "epoch,steps,cost,validation_cost,learning_rate,seconds,accuracy,\"a \"\"b\"\", c\"\n"
            + "0,5,0.30000000000000004,1E-300,0.001,1.5,1,NaN\n"
            + "2,15,2.5,,0.3333333333333333,2,0.5,-1\n",
            text.ToString());
    }

    [Fact]
    public void Json_has_an_object_for_each_record()
    {
        using var stream = new MemoryStream();
        History.WriteJson(stream);
        using JsonDocument document = JsonDocument.Parse(stream.ToArray());
        JsonElement first = document.RootElement[0], second = document.RootElement[1];
        Assert.Equal(2, document.RootElement.GetArrayLength());
        Assert.Equal((0, 5, 0.1 + 0.2, 1e-300), (
            first.GetProperty("epoch").GetInt32(), first.GetProperty("steps").GetInt32(), first.GetProperty("cost").GetDouble(),
            first.GetProperty("validation_cost").GetDouble()));
        Assert.Equal(JsonValueKind.Null, first.GetProperty("a \"b\", c").ValueKind);
        Assert.Equal(JsonValueKind.Null, second.GetProperty("validation_cost").ValueKind);
        Assert.Equal((2.0, 0.5), (second.GetProperty("seconds").GetDouble(), second.GetProperty("accuracy").GetDouble()));
    }

    [Fact]
    public void Files_hold_the_same_text()
    {
        using TemporaryFolder folder = new();
        History.WriteCsv(folder["h.csv"]);
        History.WriteJson(folder["h.json"]);
        var text = new StringWriter();
        History.WriteCsv(text);
        using var stream = new MemoryStream();
        History.WriteJson(stream);
        Assert.Equal(text.ToString(), File.ReadAllText(folder["h.csv"]));
        Assert.Equal(Encoding.UTF8.GetString(stream.ToArray()), File.ReadAllText(folder["h.json"]));
        Assert.Equal(2, folder.FileNames.Length);
    }

    [Fact]
    public void A_record_has_as_many_metrics_as_there_are_names() => Assert.StartsWith(
        "The record of epoch 3 has 1 metrics, but there are 0 names.",
        Assert.Throws<ArgumentException>(() => new TrainingHistory([new(3, 1.0, null) { Metrics = [1.0] }])).Message);

    [Fact]
    public void A_history_says_how_far_it_came()
    {
        Assert.Equal("2 epochs: cost 0.3 -> 2.5", History.ToString());
        Assert.Equal("0 epochs", new TrainingHistory([]).ToString());
    }
}
