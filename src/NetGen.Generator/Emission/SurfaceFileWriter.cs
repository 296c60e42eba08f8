using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>Writes the members that a network class gets: what its users see.</summary>
internal sealed class SurfaceFileWriter
{
    private readonly CodeWriter writer = new();
    private readonly NetworkSpec network;
    private readonly NetworkPlan plan;
    private readonly string element;
    private readonly string kernels;

    private SurfaceFileWriter(NetworkPlan plan)
    {
        this.plan = plan;
        network = plan.Network;
        element = network.ElementName();
        kernels = $"global::{network.Type.KernelNamespace}.Kernels";
    }

    private string Span => $"global::System.ReadOnlySpan<{element}>";

    private int Inputs => network.InputSize();

    private int Outputs => network.OutputSize();

    private string Name => network.Type.DisplayName;

    /// <summary>The network class, as a type argument.</summary>
    private string Self => network.Type.FullName;

    /// <summary>Errors name the class as a literal: nameof would be the same, but longer.</summary>
    private string NameLiteral => $"\"{Name}\"";

    private string XParameter => $"[global::NetGen.Examples({Inputs})] {Span} x";

    private string YParameter => $"[global::NetGen.Examples({Outputs})] {Span} y";

    /// <summary>The text of the file.</summary>
    public static string Write(NetworkPlan plan)
    {
        var surface = new SurfaceFileWriter(plan);
        surface.WriteFile();
        return surface.writer.ToString();
    }

    private void WriteFile()
    {
        EmittedFile.WriteHeader(writer);
        var scopes = new Stack<CodeWriter.Scope>();
        if (network.Type.Namespace.Length > 0)
        {
            scopes.Push(writer.Block($"namespace {network.Type.Namespace}"));
        }

        foreach (string container in network.Type.Containers)
        {
            scopes.Push(writer.Block(container));
        }

        WriteClass();
        while (scopes.Count > 0)
        {
            scopes.Pop().Dispose();
        }
    }

    private void WriteClass()
    {
        WriteClassDocumentation();
        using (writer.Block($"partial class {network.Type.Name} : global::NetGen.INetwork<{Self}, {element}>"))
        {
            WriteConstants();
            WriteDescription();
            WriteParameters();
            WriteViews();
            WriteInitialize();
            WritePredict();
            WriteForward();
            WriteCostAndGradients();
            WriteTrainSteps();
            WriteRuntimeForwards();
            if (network.Declared.Count > 0)
            {
                WriteDeclaredParameters();
            }

            WriteInterface();
            WritePredictor();
        }
    }

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
        foreach (LayerSpec layer in network.Layers)
        {
            writer.Line($"/// <item><description>layer {layer.Number}: W{layer.Number} ({layer.Units}, {layer.Inputs}), b{layer.Number} ({layer.Units}); Z{layer.Number}, A{layer.Number} (m, {layer.Units})</description></item>");
        }

        writer.Line("/// </list>");
        writer.Line("/// Predicting is safe from many threads while nobody trains.");
        writer.Line("/// </remarks>");
    }

    private void WriteArchitecture()
    {
        writer.Line($"/// A network of {VectorText.Count(network.Layers.Count, "layer")}: {Inputs} inputs, then {string.Join(", ", network.Layers.Select(layer => $"{VectorText.Count(layer.Units, "unit")} ({ActivationText.Name(layer)})"))}.");
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
        Member($"public const int ParameterCount = {VectorText.Number(plan.Memory.ParameterCount)};");
        foreach (LayerSpec layer in network.Layers)
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
        Member($"private readonly global::NetGen.NetworkState<{element}> __state = new(ParameterCount, {kernels}.PackedLength);");
        Summary("Whether the parameters have been set or drawn.");
        Member("public bool IsInitialized => __state.IsInitialized;");
        Summary($"All parameters: {string.Join(", ", network.Layers.Select(layer => $"W{layer.Number} row by row, b{layer.Number}").Take(3))}{(network.Layers.Count > 3 ? ", ..." : string.Empty)}.");
        writer.Line($"[global::NetGen.Shape({plan.Memory.ParameterCount})]");
        Member($"public {Span} Parameters => __state.Values;");
        Summary("Replaces all parameters.");
        Parameter("parameters", $"{plan.Memory.ParameterCount} values in the order of <see cref=\"Parameters\"/>.");
        Throws("ArgumentException", "The number of values is another.");
        using (MemberBlock($"public void SetParameters([global::NetGen.Shape({plan.Memory.ParameterCount})] {Span} parameters)"))
        {
            writer.Line($"global::NetGen.Guard.Parameters(parameters.Length, ParameterCount, {NameLiteral});");
            writer.Line("parameters.CopyTo(__state.Replace());");
        }
    }

    private void WriteViews()
    {
        foreach (LayerSpec layer in network.Layers)
        {
            int number = layer.Number;
            Summary($"The weights of layer {number}, ({layer.Units}, {layer.Inputs}): a row for each unit.");
            writer.Line($"[global::NetGen.Shape({layer.Units}, {layer.Inputs})]");
            Member($"public global::NetGen.WeightsView<{element}> W{number} => new(__state.View({VectorText.Number(plan.Memory.Weights[number])}, {VectorText.Number((long)layer.Units * layer.Inputs)}), {layer.Units}, {layer.Inputs}, \"W{number} of {Name}\", ref __state.IsChanged);");
            Summary($"The biases of layer {number}, ({layer.Units}).");
            writer.Line($"[global::NetGen.Shape({layer.Units})]");
            Member($"public global::NetGen.BiasView<{element}> b{number} => new(__state.View({VectorText.Number(plan.Memory.Biases[number])}, {layer.Units}), \"b{number} of {Name}\", ref __state.IsChanged);");
        }
    }

    private void WriteInitialize()
    {
        Summary($"Draws the initial weights ({Describe(network.Initializer)}); biases start at zero.");
        Parameter("seed", "The same seed draws the same parameters on every machine.");
        Member("public void Initialize(int seed) => global::NetGen.ParameterInitializer.Fill(Description, __state.Replace(), seed);");
        Summary($"Draws the initial weights ({Describe(network.Initializer)}) as NumPy code would: W1, W2, ..., each row by row; biases start at zero.");
        Parameter("random", "The generator.");
        using (MemberBlock("public void Initialize(global::NetGen.NumPyRandom random)"))
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(random);");
            writer.Line("global::NetGen.ParameterInitializer.Fill(Description, __state.Replace(), random);");
        }

        writer.Line();
        using (MemberBlock("private void __InitializeOnce()"))
        using (writer.Block("if (!IsInitialized)"))
        {
            writer.Line("global::NetGen.ParameterInitializer.Fill(Description, __state.Replace(), 0);");
        }
    }

    private void WritePredict()
    {
        WritePredictMembers($"global::NetGen.Guard.Initialized(IsInitialized, {NameLiteral});", "The network has not been initialised.");
        Summary("A snapshot for predicting: it never changes, and any number of threads may use it while this network goes on training.");
        Throws("InvalidOperationException", "The network has not been initialised.");
        using (MemberBlock("public Predictor CreatePredictor()"))
        {
            writer.Line($"global::NetGen.Guard.Initialized(IsInitialized, {NameLiteral});");
            writer.Line("return new Predictor(Parameters);");
        }
    }

    private void WritePredictMembers(string? check, string? thrown)
    {
        string output = $"[global::NetGen.Examples({Outputs})] global::System.Span<{element}> output";
        Summary("Computes the outputs of examples.");
        Parameter("x", $"The examples, (m, {Inputs}).");
        Parameter("output", $"Receives the outputs, (m, {Outputs}); may be longer.");
        Throws("ArgumentException", $"x is no whole number of examples, or the output is too short.");
        ThrowsUninitialised(thrown);
        using (MemberBlock($"public void Predict({XParameter}, {output})"))
        {
            WriteCheck(check);
            writer.Line($"int examples = global::NetGen.Guard.Examples(x.Length, {Inputs}, {NameLiteral});");
            writer.Line($"global::NetGen.Guard.Output(output.Length, examples, {Outputs}, {NameLiteral});");
            writer.Line($"{kernels}.Predict(__state, x, output, examples);");
        }

        Summary("Computes the outputs of examples into a new array.");
        Parameter("x", $"The examples, (m, {Inputs}).");
        writer.Line($"/// <returns>The outputs, (m, {Outputs}).</returns>");
        Throws("ArgumentException", "x is no whole number of examples.");
        ThrowsUninitialised(thrown);
        writer.Line($"[return: global::NetGen.Examples({Outputs})]");
        using (MemberBlock($"public {element}[] Predict({XParameter})"))
        {
            WriteCheck(check);
            writer.Line($"int examples = global::NetGen.Guard.Examples(x.Length, {Inputs}, {NameLiteral});");
            writer.Line($"{element}[] output = new {element}[global::NetGen.Guard.OutputLength(examples, {Outputs}, {NameLiteral})];");
            writer.Line($"{kernels}.Predict(__state, x, output, examples);");
            writer.Line("return output;");
        }

        Summary(Outputs == 1 ? "The class of one example: 1 when the output is above 0.5, else 0." : "The class of one example: the unit with the greatest output, from 0.");
        Parameter("x", $"One example, ({Inputs}).");
        Throws("ArgumentException", "x is not one example.");
        ThrowsUninitialised(thrown);
        using (MemberBlock($"public int PredictClass([global::NetGen.Shape({Inputs})] {Span} x)"))
        {
            WriteCheck(check);
            writer.Line($"global::NetGen.Guard.OneExample(x.Length, {Inputs}, {NameLiteral});");
            if (Outputs <= 1024)
            {
                writer.Line($"global::System.Span<{element}> output = stackalloc {element}[{Outputs}];");
            }
            else
            {
                writer.Line($"global::System.Span<{element}> output = new {element}[{Outputs}];");
            }

            writer.Line($"{kernels}.Predict(__state, x, output, 1);");
            if (Outputs == 1)
            {
                writer.Line($"return output[0] > ({element})0.5 ? 1 : 0;");
            }
            else
            {
                writer.Line("int best = 0;");
                using (writer.Block("for (int unit = 1; unit < output.Length; unit++)"))
                {
                    writer.Line("best = output[unit] > output[best] ? unit : best;");
                }

                writer.Line("return best;");
            }
        }
    }

    private void WriteCheck(string? check)
    {
        if (check is not null)
        {
            writer.Line(check);
        }
    }

    private void WriteForward()
    {
        Summary("Computes and keeps Z and A of every layer, for those who want to look inside; predictions and training do without.");
        Parameter("x", $"The examples, (m, {Inputs}).");
        Throws("ArgumentException", "x is no whole number of examples.");
        Throws("InvalidOperationException", "The network has not been initialised.");
        using (MemberBlock($"public global::NetGen.ForwardPass<{element}> Forward({XParameter})"))
        {
            writer.Line($"global::NetGen.Guard.Initialized(IsInitialized, {NameLiteral});");
            writer.Line($"return global::NetGen.ForwardPass<{element}>.Compute(Description, Parameters, x);");
        }
    }

    /// <summary>A member that takes labels, once with rows of labels and, for cross-entropy, once with class indices.</summary>
    private IEnumerable<(string Parameter, string Count, string Labels, string Documentation)> Labels()
    {
        yield return (YParameter, $"int examples = global::NetGen.Guard.LabelledExamples(x.Length, y.Length, {Inputs}, {Outputs}, {NameLiteral});", "y", $"The labels, (m, {Outputs}).");
        if (network.Loss == Loss.CrossEntropy)
        {
            yield return (
                "global::System.ReadOnlySpan<int> classes",
                $"int examples = global::NetGen.Guard.ClassifiedExamples(x.Length, classes, {Inputs}, {Outputs}, {NameLiteral});",
                $"global::NetGen.Numerics.OneHot<{element}>.Rows(classes, {Outputs})",
                $"The class of each example, from 0 to {Outputs - 1}.");
        }
    }

    private void WriteCostAndGradients()
    {
        foreach ((string parameter, string count, string labels, string documentation) in Labels())
        {
            string name = parameter.EndsWith(" y", System.StringComparison.Ordinal) ? "y" : "classes";
            Summary("The cost: the mean loss of the examples.");
            Parameter("x", $"The examples, (m, {Inputs}).");
            Parameter(name, documentation);
            Throws("ArgumentException", "The examples and the labels do not fit the network, or differ in number.");
            Throws("InvalidOperationException", "The network has not been initialised.");
            using (MemberBlock($"public double Cost({XParameter}, {parameter})"))
            {
                writer.Line($"global::NetGen.Guard.Initialized(IsInitialized, {NameLiteral});");
                writer.Line(count);
                writer.Line($"return {kernels}.Cost(__state, x, {labels}, examples);");
            }

            Summary("Computes the gradient of the cost with respect to every parameter.");
            Parameter("x", $"The examples, (m, {Inputs}).");
            Parameter(name, documentation);
            Parameter("gradients", $"Receives {plan.Memory.ParameterCount} values in the order of <see cref=\"Parameters\"/>.");
            Throws("ArgumentException", "A length does not fit the network, or the examples and the labels differ in number.");
            Throws("InvalidOperationException", "The network has not been initialised.");
            using (MemberBlock($"public void ComputeGradients({XParameter}, {parameter}, [global::NetGen.Shape({plan.Memory.ParameterCount})] global::System.Span<{element}> gradients)"))
            {
                writer.Line($"global::NetGen.Guard.Initialized(IsInitialized, {NameLiteral});");
                writer.Line(count);
                writer.Line($"global::NetGen.Guard.Gradients(gradients.Length, ParameterCount, {NameLiteral});");
                writer.Line($"{kernels}.Step(__state, x, {labels}, examples, new global::NetGen.GradientWriter<{element}>(gradients), 0, wantsCost: false, changesParameters: false);");
            }
        }
    }

    private void WriteTrainSteps()
    {
        foreach ((string parameter, string count, string labels, string documentation) in Labels())
        {
            string name = parameter.EndsWith(" y", System.StringComparison.Ordinal) ? "y" : "classes";
            StepDocumentation("One step of gradient descent: forward pass, backward pass, W -= rate * dW, b -= rate * db.", name, documentation);
            Parameter("learningRate", "The learning rate, finite and not negative.");
            ThreadsAndErrors("The learning rate is something else, or threads is negative.");
            using (MemberBlock($"public void TrainStep({XParameter}, {parameter}, double learningRate, int threads = 0)"))
            {
                writer.Line($"global::NetGen.GradientDescent<{element}> optimizer = new(learningRate);");
                writer.Line($"TrainStep<global::NetGen.GradientDescent<{element}>>(x, {name}, ref optimizer, threads);");
            }

            foreach (bool cost in new[] { false, true })
            {
                StepDocumentation(cost ? "One training step; returns the cost before the update." : "One training step: forward pass, backward pass and update.", name, documentation);
                Parameter("optimizer", "Turns gradients into an update; its state advances by one step.");
                ThreadsAndErrors("threads is negative.");
                writer.Line($"/// <typeparam name=\"{GradientWriter.Optimizer}\">The optimizer's struct type, so that its update is compiled into the step.</typeparam>");
                string signature = $"public {(cost ? "double TrainStepWithCost" : "void TrainStep")}<{GradientWriter.Optimizer}>({XParameter}, {parameter}, ref {GradientWriter.Optimizer} optimizer, int threads = 0)";
                Member(signature);
                using (writer.Block($"    where {GradientWriter.Optimizer} : struct, global::NetGen.IOptimizer<{element}>"))
                {
                    writer.Line(count);
                    writer.Line("global::NetGen.Guard.Threads(threads);");
                    writer.Line("__InitializeOnce();");
                    writer.Line("optimizer.BeginStep(ParameterCount);");
                    writer.Line($"{(cost ? "return " : string.Empty)}{kernels}.Step(__state, x, {labels}, examples, optimizer, threads, wantsCost: {(cost ? "true" : "false")}, changesParameters: true);");
                }
            }
        }
    }

    private void StepDocumentation(string summary, string name, string documentation)
    {
        Summary(summary + " On a network never initialised, it draws the initial parameters with seed 0.");
        Parameter("x", $"The examples, (m, {Inputs}).");
        Parameter(name, documentation);
    }

    private void ThreadsAndErrors(string outOfRange)
    {
        Parameter("threads", "How many threads at most; 0 leaves it to the plan. The result is the same to the bit.");
        Throws("ArgumentException", "The examples and the labels do not fit the network, or differ in number.");
        Throws("ArgumentOutOfRangeException", outOfRange);
    }

    private void WriteRuntimeForwards()
    {
        Summary("Trains with gradient descent. On a network never initialised, it draws the initial parameters with seed 0.");
        Parameter("train", $"The examples: {VectorText.Count(Inputs, "input")}, {VectorText.Count(Outputs, "output")}.");
        Parameter("options", "How long, how fast, in which batches, and whom to tell.");
        Parameter("cancellationToken", "Stops after the current step; what was reached is returned.");
        Throws("ArgumentException", "A set does not fit the network.");
        using (MemberBlock($"public global::NetGen.TrainingResult Fit(global::NetGen.Dataset<{element}> train, global::NetGen.TrainingOptions options, global::System.Threading.CancellationToken cancellationToken = default)"))
        {
            writer.Line($"return global::NetGen.Trainer.Fit<{Self}, {element}>(this, train, options, cancellationToken);");
        }

        Summary("Trains with an optimizer. On a network never initialised, it draws the initial parameters with seed 0.");
        Parameter("train", $"The examples: {VectorText.Count(Inputs, "input")}, {VectorText.Count(Outputs, "output")}.");
        Parameter("optimizer", "Turns gradients into updates.");
        Parameter("options", "How long, how fast, in which batches, and whom to tell.");
        Parameter("cancellationToken", "Stops after the current step; what was reached is returned.");
        writer.Line($"/// <typeparam name=\"{GradientWriter.Optimizer}\">The optimizer's struct type.</typeparam>");
        Throws("ArgumentException", "A set does not fit the network.");
        Member($"public global::NetGen.TrainingResult Fit<{GradientWriter.Optimizer}>(global::NetGen.Dataset<{element}> train, {GradientWriter.Optimizer} optimizer, global::NetGen.TrainingOptions options, global::System.Threading.CancellationToken cancellationToken = default)");
        using (writer.Block($"    where {GradientWriter.Optimizer} : struct, global::NetGen.IOptimizer<{element}>"))
        {
            writer.Line($"return global::NetGen.Trainer.Fit<{Self}, {element}, {GradientWriter.Optimizer}>(this, train, optimizer, options, cancellationToken);");
        }

        Summary("The cost and what else there is to say of the network's outputs on some examples: accuracy and confusion matrix, or mean errors.");
        Parameter("data", "The examples.");
        Throws("ArgumentException", "The set does not fit the network.");
        Throws("InvalidOperationException", "The network has not been initialised.");
        Member($"public global::NetGen.Evaluation Evaluate(global::NetGen.Dataset<{element}> data) => global::NetGen.Evaluator.Evaluate<{Self}, {element}>(this, data);");

        Summary("Compares the gradients with central differences of the cost.");
        Parameter("x", $"The examples, (m, {Inputs}).");
        Parameter("y", $"The labels, (m, {Outputs}).");
        Throws("ArgumentException", "The examples and the labels do not fit the network, or differ in number.");
        Throws("InvalidOperationException", "The network has not been initialised.");
        Member($"public global::NetGen.GradientCheckResult CheckGradients({XParameter}, {YParameter}) => global::NetGen.GradientChecker.Check<{Self}, {element}>(this, x, y);");

        Summary("Saves the parameters as an .npz file with the arrays W1, b1, ..., which NumPy reads as well.");
        Parameter("path", "The file; one that is there is replaced once the new one is complete.");
        Throws("InvalidOperationException", "The network has not been initialised.");
        Member($"public void Save(string path) => global::NetGen.ModelFile.Save<{Self}, {element}>(this, path);");

        Summary("Loads the parameters from an .npz file with the arrays W1, b1, .... Where one does not fit, nothing is replaced.");
        Parameter("path", "The file.");
        Throws("NetGen.DataFormatException", "The file is damaged, or holds other arrays than the network's.");
        Member($"public void Load(string path) => global::NetGen.ModelFile.Load<{Self}, {element}>(this, path);");
    }

    private void WriteDeclaredParameters()
    {
        Summary("Copies the members marked as weights and biases into the network. Other layers keep what they have; a network that has no parameters yet draws theirs first, with seed 0.");
        Throws("ArgumentException", "A member is null or has another shape than its layer; then nothing is replaced.");
        using (MemberBlock("public void LoadDeclaredParameters()"))
        {
            writer.Line("__InitializeOnce();");
            writer.Line($"{element}[] before = Parameters.ToArray();");
            using (writer.Block("try"))
            {
                if (network.Declared.Any(static declared => declared.IsObsolete))
                {
                    writer.Line("__CopyDeclaredParameters();");
                }
                else
                {
                    WriteCopyDeclaredParameters();
                }
            }

            using (writer.Block("catch (global::System.ArgumentException)"))
            {
                writer.Line($"new {Span}(before).CopyTo(__state.Replace());");
                writer.Line("throw;");
            }
        }

        if (network.Declared.Any(static declared => declared.IsObsolete))
        {
            writer.Line();
            writer.Line("// A member that is obsolete may be read by one that is obsolete itself: elsewhere that can be an error.");
            writer.Line("[global::System.Obsolete]");
            using (MemberBlock("private void __CopyDeclaredParameters()"))
            {
                WriteCopyDeclaredParameters();
            }
        }
    }

    private void WriteCopyDeclaredParameters()
    {
        foreach (DeclaredParameters declared in network.Declared)
        {
            // By its full name, since a simple one may be that of a local.
            string values = $"{(declared.IsStatic ? Self : "this")}.{declared.Access}";
            if (declared.Form != DeclaredForm.Span)
            {
                values = $"global::NetGen.Guard.Declared({values}, \"{declared.DisplayName}\", \"{declared.Parameters} of {Name}\")";
            }

            writer.Line($"{declared.Parameters}.CopyFrom({values});");
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

    private void WritePredictor()
    {
        Summary($"A snapshot of a {Name} for predicting. It never changes, and any number of threads may use it.");
        writer.Line(EmittedFile.GeneratedCode);
        using (writer.Block("public sealed class Predictor"))
        {
            Member($"private readonly global::NetGen.NetworkState<{element}> __state = new(ParameterCount, {kernels}.PackedLength);");
            writer.Line();
            using (MemberBlock($"internal Predictor({Span} parameters)"))
            {
                writer.Line("parameters.CopyTo(__state.Replace());");
                writer.Line($"__state.EnsurePacked({kernels}.PackAll);");
            }

            WritePredictMembers(null, null);
        }
    }

    /// <summary>Writes a member, or the first line of one.</summary>
    private void Member(string signature)
    {
        writer.Line(EmittedFile.GeneratedCode);
        writer.Line(signature);
    }

    /// <summary>Opens the body of a member.</summary>
    private CodeWriter.Scope MemberBlock(string signature)
    {
        writer.Line(EmittedFile.GeneratedCode);
        return writer.Block(signature);
    }

    private void Summary(string text)
    {
        writer.Line();
        writer.Line($"/// <summary>{text}</summary>");
    }

    private void Parameter(string name, string text) => writer.Line($"/// <param name=\"{name}\">{text}</param>");

    private void Throws(string type, string text) =>
        writer.Line($"/// <exception cref=\"{(type.StartsWith("NetGen.", System.StringComparison.Ordinal) ? "global::" + type : "global::System." + type)}\">{text}</exception>");

    private void ThrowsUninitialised(string? text)
    {
        if (text is not null)
        {
            Throws("InvalidOperationException", text);
        }
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
