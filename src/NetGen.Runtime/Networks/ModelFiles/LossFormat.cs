using System.Text.Json;

namespace NetGen;

/// <summary>
/// The numbers of the loss in a model file: "delta", "quantile", "gamma" and "labelSmoothing", each only where the loss has it and it is another than when
/// none is said. They do not change what a network predicts, so a reader that does not know them may pass over them.
/// </summary>
internal static class LossFormat
{
    /// <summary>Writes the numbers.</summary>
    public static void Write(Utf8JsonWriter writer, NetworkDescription network)
    {
        LossSpec loss = network.LossSpec;
        if (LossFacts.Of(loss.Kind).Parameter is { } parameter && loss.Parameter != parameter.Default)
        {
            writer.WriteNumber(NameOf(parameter), loss.Parameter);
        }

        if (loss.LabelSmoothing != 0.0)
        {
            writer.WriteNumber(NameOf(LossParameter.LabelSmoothing), loss.LabelSmoothing);
        }
    }

    /// <summary>A network with the numbers of a file; those that are not there are as when none is said.</summary>
    public static NetworkDescription Read(JsonElement root, NetworkDescription network) => network with
    {
        Delta = Number(root, LossParameter.Delta),
        Quantile = Number(root, LossParameter.Quantile),
        Gamma = Number(root, LossParameter.Gamma),
        LabelSmoothing = Number(root, LossParameter.LabelSmoothing),
    };

    private static double Number(JsonElement root, LossParameter parameter) =>
        root.TryGetProperty(NameOf(parameter), out JsonElement number) ? number.GetDouble() : parameter.Default;

    private static string NameOf(LossParameter parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
}
