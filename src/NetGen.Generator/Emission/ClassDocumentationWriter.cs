using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes what the user's own documentation of a network class leaves to be said.</summary>
internal static class ClassDocumentationWriter
{
    /// <summary>Writes the lines before the class.</summary>
    public static void Write(CodeWriter writer, SurfaceContext context)
    {
        TypeDocumentation missing = context.Network.Type.Documentation;
        if (missing == TypeDocumentation.Everything)
        {
            writer.Line("/// <summary>");
            WriteArchitecture(writer, context);
            writer.Line("/// </summary>");
        }

        if (missing == TypeDocumentation.Nothing)
        {
            return;
        }

        writer.Line("/// <remarks>");
        if (missing == TypeDocumentation.Remarks)
        {
            WriteArchitecture(writer, context);
        }

        writer.Line("/// <list type=\"table\">");
        bool isDense = context.Network.Layers.All(static layer => layer.HasMatrix);
        foreach (LayerSpec layer in context.Network.Layers)
        {
            IEnumerable<string> parameters = layer.Parameters.Select(parameter =>
                $"{layer.ParameterName(parameter)} ({string.Join(", ", parameter.Shape.Dimensions)})");
            string content = string.Join(", ", isDense ? parameters : [GraphTable.KindOf(layer), .. parameters]);
            string results = $"Z{layer.Number}, A{layer.Number} (m, {layer.Output.Length})";
            writer.Line($"/// <item><description>layer {layer.Number}: {content}; {results}</description></item>");
        }

        writer.Lines("""
            /// </list>
            /// Any number of threads may read the network at once. While something changes it (TrainStep, ApplyGradients, Fit, SetParameters,
            /// Initialize, Load, CopyFrom of a view), nothing else may use it, CreatePredictor included: what it reads is partly old, partly
            /// new. A Debug build throws where it notices that.
            /// </remarks>
            """);
    }

    private static void WriteArchitecture(CodeWriter writer, SurfaceContext context)
    {
        string inputs = VectorText.Count(context.Inputs, "input");
        string content = context.Network.Described is { } method
            ? $"{VectorText.Count(context.Outputs, "output")} of {inputs}, as {method} describes it"
            : $"{inputs}, then {Units(context.Network)}";
        writer.Line($"/// A network of {VectorText.Count(context.Network.LayerCount(), "layer")}: {content}.");
        writer.Line($"/// An example is a row: x is (m, {context.Inputs}), y and the output are (m, {context.Outputs}), for any number m of examples.");
    }

    private static string Units(NetworkSpec network) => string.Join(
        ", ",
        network.DeclaredLayers().Select(layer =>
            $"{VectorText.Count((int)layer.Output.Length, "unit")} ({ActivationFacts.Of(network.DeclaredActivation(layer)).Word})"));
}
