using System.Linq;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

// What the runtime library does for a network: fitting, evaluating, files, declared parameters.
internal sealed partial class SurfaceFileWriter
{
    private void WriteRuntimeForwards()
    {
        const string NotFinite = "A parameter of the network is not finite.";
        const string Misfit = "A set does not fit the network, or its labels the loss.";
        string examples = $"The examples: {VectorText.Count(Inputs, "input")}, {VectorText.Count(Outputs, "output")}.";
        const string Options = "How to train; not said: 100 epochs of shuffled batches of 32.";
        Summary("Trains with Adam at its own rate. A network never initialised draws its parameters with seed 0.");
        Parameter("train", examples);
        Parameter("options", Options);
        Parameter("cancellationToken", "Stops after the current step; what was reached is returned.");
        Throws("ArgumentException", Misfit);
        Throws("InvalidOperationException", NotFinite);
        using (MemberBlock($"public global::NetGen.TrainingResult Fit(global::NetGen.Dataset<{element}> train, "
            + $"global::NetGen.TrainingOptions? options = null, global::System.Threading.CancellationToken cancellationToken = default)"))
        {
            writer.Line($"return global::NetGen.Trainer.Fit<{Self}, {element}>(this, train, options, cancellationToken);");
        }

        Summary("Trains with an optimizer. A network never initialised draws its parameters with seed 0.");
        Parameter("train", examples);
        Parameter(
            "optimizer",
            "Turns gradients into updates. Copies of Adam or Momentum share their state, so training again goes on; one with state in fields goes on by ref.");
        Parameter("options", Options);
        Parameter("cancellationToken", "Stops after the current step; what was reached is returned.");
        writer.Line($"/// <typeparam name=\"{Optimizer}\">The optimizer's struct type.</typeparam>");
        Throws("ArgumentException", Misfit);
        Throws("InvalidOperationException", NotFinite);
        const string Rest = "global::NetGen.TrainingOptions? options = null, global::System.Threading.CancellationToken cancellationToken = default";
        foreach (string passing in new[] { string.Empty, "ref " })
        {
            if (passing.Length > 0)
            {
                writer.Line();
                writer.Line($"/// <inheritdoc cref=\"Fit{{{Optimizer}}}(global::NetGen.Dataset{{{element}}}, {Optimizer}, "
                    + "global::NetGen.TrainingOptions, global::System.Threading.CancellationToken)\"/>");
            }

            Member($"public global::NetGen.TrainingResult Fit<{Optimizer}>(global::NetGen.Dataset<{element}> train, {passing}{Optimizer} optimizer, {Rest})");
            using (writer.Block($"    where {Optimizer} : struct, global::NetGen.IOptimizer<{element}>"))
            {
                writer.Line($"return global::NetGen.Trainer.Fit<{Self}, {element}, {Optimizer}>(this, train, {passing}optimizer, options, cancellationToken);");
            }
        }

        Summary("The cost and what else there is to say of the network's outputs on some examples: accuracy, or mean errors.");
        Parameter("data", "The examples.");
        Throws("ArgumentException", "The set does not fit the network, or its labels the loss.");
        Throws("InvalidOperationException", NotReadable);
        Member($"public global::NetGen.Evaluation Evaluate(global::NetGen.Dataset<{element}> data) => global::NetGen.Evaluator.Evaluate<{Self}, "
            + $"{element}>(this, data);");

        Summary("Compares the gradients with central differences of the cost.");
        Parameter("x", $"The examples, (m, {Inputs}).");
        Parameter("y", $"The labels, (m, {Outputs}).");
        Parameter("step", "By how much a parameter is moved: 1e-10 to 0.01. Courses often take 1e-7.");
        Throws("ArgumentException", "The examples and the labels do not fit the network, differ in number, or are not all finite.");
        Throws("ArgumentOutOfRangeException", "The step is out of its range.");
        Throws("InvalidOperationException", NotReadable);
        Member($"public global::NetGen.GradientCheckResult CheckGradients({XParameter}, {YParameter}, "
            + $"double step = global::NetGen.GradientChecker.DefaultStep) => "
            + $"global::NetGen.GradientChecker.Check<{Self}, {element}>(this, x, y, step: step);");

        WriteFiles();
    }

    private void WriteFiles()
    {
        const string Stream = "global::System.IO.Stream";
        Summary("Saves the parameters as an .npz archive of W1, b1, ..., which NumPy reads, and of what they belong to.");
        Parameter("path", "The file; one that is there is replaced once the new one is complete.");
        Parameter("options", "What is saved with them, such as class names, and whether they may be NaN or infinite.");
        Throws("InvalidOperationException", "The network has not been initialised, or a parameter is NaN or infinite.");
        WriteSave("string", "path");
        Summary("Saves to a stream what a file would hold.");
        Parameter("stream", "Written from where it is; need not seek, stays open.");
        Parameter("options", "As for a file.");
        WriteSave(Stream, "stream");

        Summary("Loads the parameters from an .npz archive of W1, b1, .... Where anything does not fit, nothing is replaced.");
        Parameter("path", "The file.");
        Parameter("options", "What may be passed over, such as other arrays.");
        writer.Line("/// <returns>What the file says of itself.</returns>");
        Throws("NetGen.DataFormatException", "The file is damaged, or is that of another network.");
        WriteLoad("string", "path");
        Summary("Loads from a stream what a file would hold.");
        Parameter("stream", "Read from where it is to its end; need not seek, stays open.");
        Parameter("options", "As for a file.");
        WriteLoad(Stream, "stream");

        void WriteSave(string place, string name)
        {
            using (MemberBlock($"public void Save({place} {name}, global::NetGen.ModelSaveOptions<{element}>? options = null)"))
            {
                AccessText.WriteReading(writer, "__state", "Save");
                writer.Line($"global::NetGen.ModelFile.Save<{Self}, {element}>(this, {name}, options);");
            }
        }

        void WriteLoad(string place, string name) =>
            Member($"public global::NetGen.ModelInfo<{element}> Load({place} {name}, "
                + $"global::NetGen.ModelLoadOptions? options = null) => global::NetGen.ModelFile.Load<{Self}, {element}>(this, {name}, options);");
    }

    private void WriteDeclaredParameters()
    {
        Summary("Copies the members marked as weights and biases into the network. Other layers keep what they have; "
            + "a network that has no parameters yet draws theirs first, with seed 0. Whatever a member throws, nothing is replaced.");
        Throws("ArgumentException", "A member is null or has another shape than its layer; then nothing is replaced.");
        using (MemberBlock("public void LoadDeclaredParameters()"))
        {
            writer.Line("// everything is put together before the network changes: a member may throw anything");
            writer.Line($"{element}[] __parameters = new {element}[ParameterCount];");
            using (writer.Block("if (IsInitialized)"))
            {
                writer.Line("Parameters.CopyTo(__parameters);");
            }

            using (writer.Block("else"))
            {
                writer.Line($"global::NetGen.ParameterInitializer.Fill<{element}>(Description, __parameters, 0);");
            }

            if (network.Declared.Any(static declared => declared.IsObsolete))
            {
                writer.Line("__CopyDeclaredParameters(__parameters);");
            }
            else
            {
                WriteCopyDeclaredParameters();
            }

            writer.Line("SetParameters(__parameters);");
        }

        if (network.Declared.Any(static declared => declared.IsObsolete))
        {
            writer.Line();
            writer.Line("// What is obsolete may be read by what is obsolete itself: elsewhere that can be an error.");
            writer.Line("[global::System.Obsolete]");
            using (MemberBlock($"private void __CopyDeclaredParameters({element}[] __parameters)"))
            {
                WriteCopyDeclaredParameters();
            }
        }
    }

    private void WriteCopyDeclaredParameters()
    {
        foreach (DeclaredParameters declared in network.Declared)
        {
            DenseSpec layer = network.Dense(declared.Layer);
            string label = $"{declared.Parameters} of {Name}";
            string view = declared.IsBias
                ? $"BiasView<{element}>({ParameterSpan(plan.Parameters.Biases(layer), layer.Units)}, \"{label}\")"
                : $"WeightsView<{element}>({ParameterSpan(plan.Parameters.Weights(layer), (long)layer.Units * layer.Inputs)}, {layer.Units}, "
                    + $"{layer.Inputs}, \"{label}\")";

            // By its full name, since a simple one may be that of a local.
            string values = $"{(declared.IsStatic ? Self : "this")}.{declared.Access}";
            if (declared.Form != DeclaredForm.Span)
            {
                values = $"global::NetGen.CompilerServices.Guard.Declared({values}, \"{declared.DisplayName}\", \"{label}\")";
            }

            writer.Line($"new global::NetGen.{view}.CopyFrom({values});");
        }
    }

    private string ParameterSpan(long start, long count) =>
        $"new global::System.Span<{element}>(__parameters, {VectorText.Number(start)}, {VectorText.Number(count)})";
}
