using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Samples;
using Service.Serving;

namespace Service.Loading;

/// <summary>Asks a service over several connections at once and keeps every reply.</summary>
internal sealed class Caller : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpClient client;
    private readonly LoadPlan plan;
    private readonly QuestionSet questions;

    /// <summary>Prepares the calls.</summary>
    /// <param name="plan">How the service is loaded.</param>
    /// <param name="questions">What it is asked.</param>
    public Caller(LoadPlan plan, QuestionSet questions)
    {
        (this.plan, this.questions) = (plan, questions);
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = plan.Connections, UseProxy = false, UseCookies = false };
        client = new HttpClient(handler) { BaseAddress = plan.Address, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Makes sure that a service is there.</summary>
    /// <exception cref="SampleException">Nothing answers, or something else does.</exception>
    public async Task RequireService()
    {
        try
        {
            Health? health = await client.GetFromJsonAsync("/health", MessageJson.Default.Health);
            if (health?.Status == "ok")
            {
                return;
            }
        }
        catch (Exception error) when (IsFailure(error))
        {
            throw new SampleException($"No service answers at {plan.Address}: {error.Message}");
        }

        throw new SampleException($"What answers at {plan.Address} is not this sample's service: its /health does not say ok.");
    }

    /// <summary>Asks until the time is over; questions that were asked by then are waited for.</summary>
    /// <param name="cancellationToken">Asks no further question.</param>
    public async Task<IReadOnlyList<Reply>> Ask(CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        bool IsOver() => cancellationToken.IsCancellationRequested || Stopwatch.GetElapsedTime(start).TotalSeconds >= plan.Seconds;
        List<Reply>[] replies = await Task.WhenAll(Enumerable.Range(0, plan.Connections).Select(connection => Task.Run(() => Ask(connection, IsOver))));
        return [.. replies.SelectMany(reply => reply)];
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<List<Reply>> Ask(int connection, Func<bool> isOver)
    {
        var replies = new List<Reply>();
        for (int number = connection % questions.Count; !isOver(); number = (number + plan.Connections) % questions.Count)
        {
            replies.Add(await Ask(number));
        }

        return replies;
    }

    private async Task<Reply> Ask(int number)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            using var content = new ByteArrayContent(questions.Body(number)) { Headers = { ContentType = Json } };
            using HttpResponseMessage response = await client.PostAsync("/predict", content);
            if (!response.IsSuccessStatusCode)
            {
                string reason = await response.Content.ReadAsStringAsync();
                return Failed($"{(int)response.StatusCode} {response.StatusCode}: {reason}");
            }

            Answer? answer = await response.Content.ReadFromJsonAsync(MessageJson.Default.Answer);
            return answer?.Probabilities is null
                ? Failed("The answer holds no probabilities.")
                : new Reply(number, Stopwatch.GetElapsedTime(start), answer, Failure: null);
        }
        catch (Exception error) when (IsFailure(error))
        {
            return Failed(error.Message);
        }

        Reply Failed(string failure) => new(number, Stopwatch.GetElapsedTime(start), Answer: null, failure);
    }

    // A time that is over is an OperationCanceledException here, too.
    private static bool IsFailure(Exception error) => error is HttpRequestException or IOException or JsonException or OperationCanceledException;
}
