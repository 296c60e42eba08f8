using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace NetGen.Samples.Tests;

/// <summary>The sample service: what it answers, what it refuses, and what a load finds.</summary>
public sealed class ServiceTests
{
    private static readonly string[] Columns = ["connections", "requests", "failed", "of no snapshot", "snapshots", "requests/s", "p50 ms", "p99 ms"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trial_has_no_failures_and_every_answer_is_of_a_published_snapshot()
    {
        using var folder = new TemporaryFolder();
        SampleOutcome outcome = await SampleProcess.Run(
            "Service", "trial", "--seconds", "2", "--connections", "4", "--interval", "20", "--threads", "1", "--out", folder.Path);

        Assert.Empty(outcome.Remarks);
        Assert.Equal(0, outcome.ExitCode);
        Dictionary<string, string> row = Row(outcome);
        Assert.Equal(("4", "0", "0"), (row["connections"], row["failed"], row["of no snapshot"]));
        Assert.InRange(int.Parse(row["requests"]), 4, int.MaxValue);
        Assert.Equal($"Snapshots published: {Directory.GetFiles(folder.Path, "snapshot-*.npz").Length}", outcome.Lines[^1]);
    }

    [Fact]
    public async Task Later_answers_are_of_later_snapshots()
    {
        using RunningService service = await RunningService.Start("--interval", "1");
        int first = await Snapshot(), last = first;
        while (last < first + 3)
        {
            int next = await Snapshot();
            Assert.InRange(next, last, int.MaxValue);
            last = next;
        }

        async Task<int> Snapshot()
        {
            using HttpResponseMessage response = await service.Client.PostAsync("/predict", Body(Enumerable.Repeat("0.5", 64)), Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            float[] probabilities = [.. answer.GetProperty("probabilities").EnumerateArray().Select(value => value.GetSingle())];
            Assert.Equal(10, probabilities.Length);
            Assert.Equal(1, probabilities.Sum(), 1e-5);
            Assert.Equal(probabilities.Max(), probabilities[answer.GetProperty("digit").GetInt32()]);
            return answer.GetProperty("snapshot").GetInt32();
        }
    }

    [Fact]
    public async Task The_current_model_and_the_health_are_told()
    {
        using RunningService service = await RunningService.Start("--interval", "60000");
        JsonElement model = await service.Client.GetFromJsonAsync<JsonElement>("/model", Cancellation);
        Assert.Equal((1, 1), (model.GetProperty("snapshot").GetInt32(), model.GetProperty("epochs").GetInt32()));
        Assert.InRange(model.GetProperty("accuracy").GetDouble(), 0.5, 1);
        Assert.Equal("ok", (await service.Client.GetFromJsonAsync<JsonElement>("/health", Cancellation)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_question_that_is_none_is_refused_with_what_was_expected()
    {
        using RunningService service = await RunningService.Start("--interval", "60000");
        string[] good = [.. Enumerable.Repeat("0.5", 64)];
        (string Body, string Reason)[] bad =
        [
            ("ink", "the body could not be read in line 1, byte 1"),
            ("", "the body could not be read in line 1, byte 1"),
            ("[0.5]", "the body could not be read in line 1, byte 2"),
            ("null", "the body holds no features"),
            ("{}", "the body holds no features"),
            ("{\"features\": null}", "the body holds no features"),
            (Json([]), "features holds 0 numbers"),
            (Json(["0.5"]), "features holds 1 number"),
            (Json([.. good, "1"]), "features holds 65 numbers"),
            (Json([.. good[..63], "1e39"]), "features[63] is no finite number of single precision"),
            (Json(["-1e999", .. good[1..]]), "features[0] is no finite number of single precision"),
            (Json(["NaN", .. good[1..]]), "the body could not be read in line 1, byte 15"),
            (Json(["null", .. good[1..]]), "the body could not be read in line 1, byte 19"),
            (Json(good) + "]", "the body could not be read in line 1, byte "),
        ];
        foreach ((string body, string reason) in bad)
        {
            await ShouldRefuse(body, HttpStatusCode.BadRequest, reason);
        }

        await ShouldRefuse(new string(' ', 100_000), HttpStatusCode.RequestEntityTooLarge, "Request body too large");

        // And the next question is answered as if nothing had been.
        using HttpResponseMessage answer = await service.Client.PostAsync("/predict", Body(good), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        async Task ShouldRefuse(string body, HttpStatusCode status, string reason)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await service.Client.PostAsync("/predict", content, Cancellation);
            string text = await response.Content.ReadAsStringAsync(Cancellation);
            Assert.True(response.StatusCode == status, $"{body}: {response.StatusCode}, {text}");
            string error = JsonDocument.Parse(text).RootElement.GetProperty("error").GetString()!;
            Assert.StartsWith(reason, error, StringComparison.Ordinal);
            Assert.EndsWith(
                ", but a JSON object was expected whose features are 64 finite numbers, the ink of 8 x 8 pixels, row by row, from 0 to 1.",
                error,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_refused()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string port = $"{((IPEndPoint)other.LocalEndpoint).Port}";
        (await SampleProcess.Run("Service", "--port", port)).ShouldHaveRefused($"127.0.0.1:{port}: address already in use");
    }

    [Fact]
    public async Task Bad_input_of_a_load_is_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        string missing = folder.File("missing");
        (await SampleProcess.Run("Service", "--port", "65536")).ShouldHaveRefused("--port takes a whole number from 0 to 65535, but '65536' was given");
        (await SampleProcess.Run("Service", "load")).ShouldHaveRefused("load takes --url URL");
        (await SampleProcess.Run("Service", "load", "--url", "here", "--models", folder.Path)).ShouldHaveRefused(
            "--url takes an address such as http://127.0.0.1:5080, but 'here' was given");
        (await SampleProcess.Run("Service", "load", "--url", "http://127.0.0.1:1", "--models", missing)).ShouldHaveRefused($"there is no folder '{missing}'");
        (await SampleProcess.Run("Service", "load", "--url", "http://127.0.0.1:1", "--models", folder.Path)).ShouldHaveRefused(
            "No service answers at http://127.0.0.1:1/");
        (await SampleProcess.Run("Service", "load", "--out", folder.Path)).ShouldHaveRefused("--out");
    }

    [Fact]
    public async Task A_load_fails_when_an_answer_is_of_no_snapshot()
    {
        using TemporaryFolder published = new(), others = new();
        using RunningService service = await RunningService.Start("--interval", "600000", "--out", published.Path);
        string[] load = ["load", "--url", service.Address, "--seconds", "1", "--connections", "2", "--models"];

        Assert.Equal(0, (await SampleProcess.Run("Service", [.. load, published.Path])).ExitCode);

        // The file of another network by the same name: all answers are strange.
        using (RunningService another = await RunningService.Start("--interval", "600000", "--seed", "2", "--out", others.Path))
        {
            await ShouldFail("but the snapshot answers otherwise");
        }

        File.Delete(others.File("snapshot-000001.npz"));
        await ShouldFail($"but there is no {others.File("snapshot-000001.npz")}");

        async Task ShouldFail(string reason)
        {
            SampleOutcome outcome = await SampleProcess.Run("Service", [.. load, others.Path]);
            Assert.Equal(1, outcome.ExitCode);
            Dictionary<string, string> row = Row(outcome);
            Assert.Equal(("0", row["requests"]), (row["failed"], row["of no snapshot"]));
            Assert.Contains(reason, Assert.Single(outcome.Remarks), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_load_fails_when_a_request_fails()
    {
        using var folder = new TemporaryFolder();
        using HttpListener broken = Listen(out string address);
        _ = Task.Run(
            async () =>
            {
                while (true)
                {
                    HttpListenerContext context = await broken.GetContextAsync();
                    bool isHealth = context.Request.Url!.AbsolutePath == "/health";
                    context.Response.StatusCode = isHealth ? 200 : 503;
                    context.Response.Close(Encoding.UTF8.GetBytes(isHealth ? "{\"status\":\"ok\"}" : "too busy"), willBlock: false);
                }
            },
            Cancellation);

        SampleOutcome outcome = await SampleProcess.Run(
            "Service", "load", "--url", address, "--models", folder.Path, "--seconds", "1", "--connections", "1");

        Assert.Equal(1, outcome.ExitCode);
        Dictionary<string, string> row = Row(outcome);
        Assert.Equal((row["requests"], "0", "0", "-"), (row["failed"], row["of no snapshot"], row["snapshots"], row["p50 ms"]));
        Assert.Equal("The first request that failed: 503 ServiceUnavailable: too busy", Assert.Single(outcome.Remarks));
    }

    [Fact]
    public async Task Ctrl_C_stops_the_service_when_it_has_said_what_it_published()
    {
        ControlC.Require();
        using RunningService service = await RunningService.Start("--interval", "600000");
        ControlC.Press(service.Process);
        SampleOutcome outcome = await service.End();

        Assert.Equal(130, outcome.ExitCode);
        Assert.Equal(["Snapshots published: 1"], outcome.Lines);
        Assert.Empty(outcome.Remarks);
    }

    private static Dictionary<string, string> Row(SampleOutcome outcome)
    {
        Assert.Equal(Columns, outcome.Lines[0].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return Columns.Zip(outcome.Lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary();
    }

    private static string Json(IEnumerable<string> features) => $"{{\"features\": [{string.Join(", ", features)}]}}";

    private static StringContent Body(IEnumerable<string> features) => new(Json(features), Encoding.UTF8, "application/json");

    private static HttpListener Listen(out string address)
    {
        // A port that was free a moment ago.
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        var listener = new HttpListener();
        listener.Prefixes.Add(address);
        listener.Start();
        return listener;
    }
}
