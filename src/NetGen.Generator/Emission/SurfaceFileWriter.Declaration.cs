using System.Linq;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

// What the class is: its documentation, its sizes, its parameters and how they are drawn.
internal sealed partial class SurfaceFileWriter
{
    /// <summary>Writes what the user's own documentation of the class leaves to be said.</summary>
    private void WriteClassDocumentation()
    {
        TypeDocumentation missing = network.Type.Documentation;
        if (missing == TypeDocumentation.Everything)
        {
            writer.Line("/// <summary>");
            WriteArchitecture();
            writer.Line("/// </summary>");
        }

        if (missing == TypeDocumentation.Nothing)
        {
            return;
        }

        writer.Line("/// <remarks>");
        if (missing == TypeDocumentation.Remarks)
        {
            WriteArchitecture();
        }

        writer.Line("/// <list type=\"table\">");
        foreach (DenseSpec layer in network.Layers)
        {
            writer.Line($"/// <item><description>layer {layer.Number}: W{layer.Number} ({layer.Units}, {layer.Inputs}), b{layer.Number} ({layer.Units}); "
                + $"Z{layer.Number}, A{layer.Number} (m, {layer.Units})</description></item>");
        }

        writer.Line("/// </list>");
        writer.Line("/// Any number of threads may read the network at once. While something changes it (TrainStep, Fit, SetParameters, Initialize, Load,");
        writer.Line("/// CopyFrom of a view), nothing else may use it, CreatePredictor included: what it reads is partly old, partly new. "
            + "A Debug build throws where it");
        writer.Line("/// notices that.");
        writer.Line("/// </remarks>");
    }

    private void WriteArchitecture()
    {
        string units = string.Join(", ", network.DenseLayers().Select(layer => $"{VectorText.Count(layer.Units, "unit")} "
            + $"({ActivationFacts.Of(layer.Activation).Word})"));
        writer.Line($"/// A network of {VectorText.Count(network.Layers.Count, "layer")}: {Inputs} inputs, then {units}.");
        writer.Line($"/// An example is a row: x is (m, {Inputs}), y and the output are (m, {Outputs}), for any number m of examples.");
    }

    private void WriteConstants()
    {
        Summary("The number of inputs, n[0].");
        Member($"public const int InputSize = {Inputs};");
        Summary($"The units of the last layer, n[{network.Layers.Count}].");
        Member($"public const int OutputSize = {Outputs};");
        Summary("The number of layers; the input is not counted.");
        Member($"public const int LayerCount = {network.Layers.Count};");
        Summary("The number of weights and biases of all layers.");
        Member($"public const int ParameterCount = {VectorText.Number(plan.Parameters.Count)};");
        foreach (DenseSpec layer in network.Layers)
        {
            Summary($"The units of layer {layer.Number}, n[{layer.Number}].");
            Member($"public const int Units{layer.Number} = {layer.Units};");
        }
    }

    private void WriteDescription()
    {
        Summary($"The declaration: {DeclarationWriter.Sizes(network)}.");
        Member($"public static global::NetGen.NetworkDescription Description => global::{network.Type.KernelNamespace}.Declaration.Description;");
    }

    private void WriteParameters()
    {
        writer.Line();
        Member(StateField);
        Summary("Whether the parameters have been set or drawn.");
        Member("public bool IsInitialized => __state.IsInitialized;");
        Summary($"All parameters: {string.Join(", ", network.DenseLayers().Select(layer => $"W{layer.Number} row by row, b{layer.Number}").Take(3))}{(network.Layers.Count > 3 ? ", ..." : string.Empty)}.");
        writer.Line($"[global::NetGen.Shape({plan.Parameters.Count})]");
        Member($"public {Span} Parameters => __state.Values;");
        Summary("Replaces all parameters.");
        Parameter("parameters", $"{plan.Parameters.Count} values in the order of <see cref=\"Parameters\"/>.");
        Throws("ArgumentException", "The number of values is another.");
        ThrowsInUse();
        using (MemberBlock($"public void SetParameters([global::NetGen.Shape({plan.Parameters.Count})] {Span} parameters)"))
        {
            writer.Line($"global::NetGen.CompilerServices.Guard.Parameters(parameters.Length, ParameterCount, {NameLiteral});");
            writer.Line("__state.Set(parameters);");
        }
    }

    private void WriteViews()
    {
        foreach (DenseSpec layer in network.Layers)
        {
            int number = layer.Number;
            Summary($"The weights of layer {number}, ({layer.Units}, {layer.Inputs}): a row for each unit.");
            writer.Line($"[global::NetGen.Shape({layer.Units}, {layer.Inputs})]");
            Member($"public global::NetGen.WeightsView<{element}> W{number} => new(__state.View({VectorText.Number(plan.Parameters.Weights(layer))}, "
                + $"{VectorText.Number((long)layer.Units * layer.Inputs)}), {layer.Units}, {layer.Inputs}, \"W{number} of {Name}\", __state);");
            Summary($"The biases of layer {number}, ({layer.Units}).");
            writer.Line($"[global::NetGen.Shape({layer.Units})]");
            Member($"public global::NetGen.BiasView<{element}> b{number} => new(__state.View({VectorText.Number(plan.Parameters.Biases(layer))}, "
                + $"{layer.Units}), \"b{number} of {Name}\", __state);");
        }
    }

    private void WriteInitialize()
    {
        Summary($"Draws the initial weights ({Describe(network.Initializer)}); biases start at zero.");
        Parameter("seed", "The same seed draws the same parameters on every machine.");
        ThrowsInUse();
        Member("public void Initialize(int seed) => __state.Draw(Description, seed);");
        Summary($"Draws the initial weights ({Describe(network.Initializer)}) as NumPy code would: W1, W2, ..., each row by row; biases start at zero.");
        Parameter("random", "The generator.");
        ThrowsInUse();
        Member("public void Initialize(global::NetGen.NumPyRandom random) => __state.Draw(Description, random);");

        writer.Line();
        using (MemberBlock("private void __InitializeOnce()"))
        using (writer.Block("if (!IsInitialized)"))
        {
            writer.Line("Initialize(seed: 0);");
        }
    }

    private void WriteInterface()
    {
        string contract = $"global::NetGen.INetwork<{Self}, {element}>";
        writer.Line();
        Member($"static int {contract}.InputSize => InputSize;");
        writer.Line();
        Member($"static int {contract}.OutputSize => OutputSize;");
        writer.Line();
        Member($"static int {contract}.ParameterCount => ParameterCount;");
    }

    private static string Describe(Initializer initializer) => initializer switch
    {
        Initializer.ScaledNormal => "normal / sqrt(n[l-1])",
        Initializer.SmallNormal => "normal * 0.01",
        Initializer.Zeros => "all zero",
        Initializer.He => "normal * sqrt(2 / n[l-1])",
        _ => "uniform in plus or minus sqrt(6 / (n[l-1] + n[l]))",
    };
}
