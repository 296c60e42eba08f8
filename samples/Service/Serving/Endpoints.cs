using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Service.Serving;

/// <summary>What the service answers.</summary>
internal sealed class Endpoints(Snapshots snapshots, Retrainer retrainer)
{
    private const string Expected = "a JSON object was expected whose features are 64 finite numbers, the ink of 8 x 8 pixels, row by row, from 0 to 1";

    /// <summary>Adds them to the routes.</summary>
    /// <param name="routes">The routes of the service.</param>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/predict", Predict);
        routes.MapGet("/model", context => Write(context, DescribeModel(), MessageJson.Default.Model));
        routes.MapGet("/health", context => Write(context, new Health("ok", retrainer.IsTraining), MessageJson.Default.Health));
    }

    private async Task Predict(HttpContext context)
    {
        Question? question;
        try
        {
            question = await JsonSerializer.DeserializeAsync(context.Request.Body, MessageJson.Default.Question, context.RequestAborted);
        }
        catch (JsonException error)
        {
            string place = FormattableString.Invariant($"in line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}");
            await Refuse(context, StatusCodes.Status400BadRequest, $"the body could not be read {place}, but {Expected}.");
            return;
        }
        catch (BadHttpRequestException error)
        {
            await Refuse(context, error.StatusCode, $"{error.Message.TrimEnd('.')}, but {Expected}.");
            return;
        }

        if (Fault(question?.Features) is { } fault)
        {
            await Refuse(context, StatusCodes.Status400BadRequest, $"{fault}, but {Expected}.");
            return;
        }

        await Write(context, Answer(question!.Features), MessageJson.Default.Answer);
    }

    private Answer Answer(ReadOnlySpan<float> features)
    {
        // Read once: the number and the answer are of the same snapshot, whatever is published meanwhile.
        Snapshot snapshot = snapshots.Current;
        var probabilities = new float[DigitNet.OutputSize];
        snapshot.Predictor.Predict(features, probabilities);
        return new Answer(snapshot.Id, Array.IndexOf(probabilities, probabilities.Max()), probabilities);
    }

    private Model DescribeModel()
    {
        Snapshot snapshot = snapshots.Current;
        return new Model(snapshot.Id, snapshot.Epochs, snapshot.Accuracy);
    }

    private static string? Fault(float[]? features)
    {
        if (features is null)
        {
            return "the body holds no features";
        }

        if (features.Length != DigitNet.InputSize)
        {
            return FormattableString.Invariant($"features holds {features.Length} number{(features.Length == 1 ? "" : "s")}");
        }

        int place = Array.FindIndex(features, feature => !float.IsFinite(feature));
        return place < 0 ? null : FormattableString.Invariant($"features[{place}] is no finite number of single precision");
    }

    private static Task Refuse(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        return Write(context, new Refusal(reason), MessageJson.Default.Refusal);
    }

    private static Task Write<TMessage>(HttpContext context, TMessage message, JsonTypeInfo<TMessage> type) =>
        context.Response.WriteAsJsonAsync(message, type, cancellationToken: context.RequestAborted);
}
