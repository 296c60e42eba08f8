using System.Collections.Generic;
using System.Globalization;
using NetGen.Generator.Layers.Registry;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes the class that holds what a network declares.</summary>
/// <remarks>
/// The user's class holds no static state of ours: its static fields are initialized in the order of their text, the user's before those of emitted files, so
/// that a network made by one of them would find nothing. A class of its own is initialized when it is first asked, whoever asks.
/// </remarks>
internal static class DeclarationWriter
{
    /// <summary>The text of the file.</summary>
    public static string Write(NetworkSpec network)
    {
        var writer = new CodeWriter();
        EmittedFile.WriteHeader(writer);
        GraphTable.Write(writer, network);
        using (writer.Block($"namespace {network.Type.KernelNamespace}"))
        {
            writer.Line($"/// <summary>What {network.Type.DisplayName} declares.</summary>");
            writer.Line(EmittedFile.GeneratedCode);
            using (writer.Block("internal static class Declaration"))
            {
                WriteDescription(writer, network);
            }
        }

        return writer.ToString();
    }

    private static void WriteDescription(CodeWriter writer, NetworkSpec network)
    {
        writer.Lines($"""
            /// <summary>{network.SizesText()}.</summary>
            public static readonly global::NetGen.NetworkDescription Description = new global::NetGen.NetworkDescription(
                "{network.Type.DisplayName}",
                [
            """);
        foreach (LayerSpec layer in network.Layers)
        {
            writer.Line($"        {LayerKinds.Of(layer).Description(layer)},");
        }

        writer.Lines($"""
                ],
                global::NetGen.Loss.{network.Loss.Kind},
                global::NetGen.Initializer.{network.Initializer}){LossNumbers(network.Loss)};
            """);
    }

    /// <summary>The numbers of the loss that are others than when none is said.</summary>
    private static string LossNumbers(LossSpec loss)
    {
        var said = new List<string>();
        if (LossFacts.Of(loss.Kind).Parameter is { } parameter && loss.Parameter != parameter.Default)
        {
            said.Add($"{parameter.Name} = {loss.Parameter.ToString("R", CultureInfo.InvariantCulture)}");
        }

        if (loss.LabelSmoothing != 0.0)
        {
            said.Add($"{LossParameter.LabelSmoothing.Name} = {loss.LabelSmoothing.ToString("R", CultureInfo.InvariantCulture)}");
        }

        return said.Count == 0 ? string.Empty : $" {{ {string.Join(", ", said)} }}";
    }
}
