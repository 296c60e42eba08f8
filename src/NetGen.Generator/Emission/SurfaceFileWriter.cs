using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>Writes the members that a network class gets: what its users see.</summary>
internal sealed class SurfaceFileWriter
{
    private const string LabelError = "The examples and the labels do not fit the network, or differ in number, or the labels are not what the loss is defined for.";

    private readonly CodeWriter writer = new();
    private readonly NetworkSpec network;
    private readonly NetworkPlan plan;
    private readonly string element;
    private readonly string kernels;
    private readonly string forward;

    private SurfaceFileWriter(NetworkPlan plan)
    {
        this.plan = plan;
        network = plan.Network;
        element = network.ElementName();
        kernels = $"global::{EmittedFile.KernelNamespace(network)}.Kernels";
        forward = $"global::{EmittedFile.KernelNamespace(network)}.ForwardKernels";
    }

    private const string ReaderThreads = "How many at most, as for TrainStep.";

    private const string NotReadable = "The network has not been initialised.";

    private string StateField =>
        $"private readonly global::NetGen.NetworkState<{element}> __state = {kernels}.CreateState();";

    private string Span => $"global::System.ReadOnlySpan<{element}>";

    private int Inputs => network.InputSize();

    private int Outputs => network.OutputSize();

    private string Name => network.Type.DisplayName;

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
        string sizes = string.Join(", ", new[] { Inputs }.Concat(network.Layers.Select(layer => layer.Units)).Select(size => VectorText.Number(size)));
        writer.Line("/// <summary>");
        writer.Line($"/// A network of {VectorText.Count(network.Layers.Count, "layer")}: {Inputs} inputs, then {string.Join(", ", network.Layers.Select(layer => $"{VectorText.Count(layer.Units, "unit")} ({ActivationText.Name(layer)})"))}.");
        writer.Line($"/// An example is a row: x is (m, {Inputs}), y and the output are (m, {Outputs}), for any number m of examples.");
        writer.Line("/// </summary>");
        writer.Line("/// <remarks>");
        writer.Line("/// <list type=\"table\">");
        foreach (LayerSpec layer in network.Layers)
        {
            writer.Line($"/// <item><description>layer {layer.Number}: W{layer.Number} ({layer.Units}, {layer.Inputs}), b{layer.Number} ({layer.Units}); Z{layer.Number}, A{layer.Number} (m, {layer.Units})</description></item>");
        }

        writer.Line("/// </list>");
        writer.Line("/// Any number of threads may read the network at once. While something changes it (TrainStep, Fit, SetParameters, Initialize, Load,");
        writer.Line("/// CopyFrom of a view), nothing else may use it, CreatePredictor included: what it reads is partly old, partly new. A Debug build throws where it");
        writer.Line("/// notices that.");
        writer.Line("/// </remarks>");
        writer.Line(EmittedFile.GeneratedCode);
        using (writer.Block($"partial class {network.Type.Name} : global::NetGen.INetwork<{network.Type.Name}, {element}>"))
        {
            WriteConstants();
            WriteDescription(sizes);
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

    private void WriteConstants()
    {
        Summary("The number of inputs, n[0].");
        writer.Line($"public const int InputSize = {Inputs};");
        Summary($"The units of the last layer, n[{network.Layers.Count}].");
        writer.Line($"public const int OutputSize = {Outputs};");
        Summary("The number of layers; the input is not counted.");
        writer.Line($"public const int LayerCount = {network.Layers.Count};");
        Summary("The number of weights and biases of all layers.");
        writer.Line($"public const int ParameterCount = {VectorText.Number(plan.Memory.ParameterCount)};");
        foreach (LayerSpec layer in network.Layers)
        {
            Summary($"The units of layer {layer.Number}, n[{layer.Number}].");
            writer.Line($"public const int Units{layer.Number} = {layer.Units};");
        }
    }

    private void WriteDescription(string sizes)
    {
        Summary($"The declaration: {sizes}.");
        writer.Line("public static global::NetGen.NetworkDescription Description { get; } = new(");
        writer.Line($"    {NameLiteral},");
        writer.Line("    [");
        foreach (LayerSpec layer in network.Layers)
        {
            writer.Line($"        new global::NetGen.LayerDescription({layer.Inputs}, {layer.Units}, global::NetGen.Activation.{layer.Activation}, {layer.Slope.ToString("R", CultureInfo.InvariantCulture)}),");
        }

        writer.Line("    ],");
        writer.Line($"    global::NetGen.Loss.{network.Loss},");
        writer.Line($"    global::NetGen.Initializer.{network.Initializer});");
    }

    private void WriteParameters()
    {
        writer.Line();
        writer.Line(StateField);
        Summary("Whether the parameters have been set or drawn.");
        writer.Line("public bool IsInitialized => __state.IsInitialized;");
        Summary($"All parameters: {string.Join(", ", network.Layers.Select(layer => $"W{layer.Number} row by row, b{layer.Number}").Take(3))}{(network.Layers.Count > 3 ? ", ..." : string.Empty)}.");
        writer.Line($"[global::NetGen.Shape({plan.Memory.ParameterCount})]");
        writer.Line($"public {Span} Parameters => __state.Values;");
        Summary("Replaces all parameters.");
        Parameter("parameters", $"{plan.Memory.ParameterCount} values in the order of <see cref=\"Parameters\"/>.");
        Throws("ArgumentException", "The number of values is another.");
        ThrowsInUse();
        using (writer.Block($"public void SetParameters([global::NetGen.Shape({plan.Memory.ParameterCount})] {Span} parameters)"))
        {
            writer.Line($"global::NetGen.Guard.Parameters(parameters.Length, ParameterCount, {NameLiteral});");
            writer.Line("__state.Set(parameters);");
        }
    }

    private void WriteViews()
    {
        foreach (LayerSpec layer in network.Layers)
        {
            int number = layer.Number;
            Summary($"The weights of layer {number}, ({layer.Units}, {layer.Inputs}): a row for each unit.");
            writer.Line($"[global::NetGen.Shape({layer.Units}, {layer.Inputs})]");
            writer.Line($"public global::NetGen.WeightsView<{element}> W{number} => new(__state.View({VectorText.Number(plan.Memory.Weights[number])}, {VectorText.Number((long)layer.Units * layer.Inputs)}), {layer.Units}, {layer.Inputs}, \"W{number} of {Name}\", __state);");
            Summary($"The biases of layer {number}, ({layer.Units}).");
            writer.Line($"[global::NetGen.Shape({layer.Units})]");
            writer.Line($"public global::NetGen.BiasView<{element}> b{number} => new(__state.View({VectorText.Number(plan.Memory.Biases[number])}, {layer.Units}), \"b{number} of {Name}\", __state);");
        }
    }

    private void WriteInitialize()
    {
        Summary($"Draws the initial weights ({Describe(network.Initializer)}); biases start at zero.");
        Parameter("seed", "The same seed draws the same parameters on every machine.");
        ThrowsInUse();
        writer.Line("public void Initialize(int seed) => __state.Draw(Description, seed);");
        Summary($"Draws the initial weights ({Describe(network.Initializer)}) as NumPy code would: W1, W2, ..., each row by row; biases start at zero.");
        Parameter("random", "The generator.");
        ThrowsInUse();
        writer.Line("public void Initialize(global::NetGen.NumPyRandom random) => __state.Draw(Description, random);");

        writer.Line();
        using (writer.Block("private void __InitializeOnce()"))
        using (writer.Block("if (!IsInitialized)"))
        {
            writer.Line("Initialize(seed: 0);");
        }
    }

    private void WritePredict()
    {
        WritePredictMembers(isSnapshot: false);
        Summary(
            "A snapshot for predicting: it never changes, and any number of threads may use it while this network goes on training. Take it between steps.");
        Throws("InvalidOperationException", "The network has not been initialised.");
        using (writer.Block("public Predictor CreatePredictor()"))
        {
            writer.Line($"global::NetGen.Guard.Initialized(IsInitialized, {NameLiteral});");
            writer.Line("return new Predictor(__state);");
        }
    }

    /// <summary>The members that predict. A snapshot is always initialised, and has the network's documentation.</summary>
    private void WritePredictMembers(bool isSnapshot)
    {
        string output = $"[global::NetGen.Examples({Outputs})] global::System.Span<{element}> output";
        if (!Inherited(isSnapshot, $"Predict({Span.Replace('<', '{').Replace('>', '}')}, global::System.Span{{{element}}}, int)"))
        {
            Summary("Computes the outputs of examples.");
            Parameter("x", $"The examples, (m, {Inputs}).");
            Parameter("output", $"Receives the outputs, (m, {Outputs}); may be longer.");
            Parameter("threads", ReaderThreads);
            Throws("ArgumentException", "x is no whole number of examples, the output is too short or overlaps x, or threads is negative.");
            Throws("InvalidOperationException", NotReadable);
        }

        using (writer.Block($"public void Predict({XParameter}, {output}, int threads = 0)"))
        {
            WriteCheck(isSnapshot);
            writer.Line($"int examples = global::NetGen.Guard.Examples(x.Length, {Inputs}, {NameLiteral});");
            writer.Line($"global::NetGen.Guard.Output(output.Length, examples, {Outputs}, {NameLiteral});");
            writer.Line($"global::NetGen.Guard.Apart(x, output, {VectorText.Times("examples", Outputs)}, {NameLiteral});");
            writer.Line($"{kernels}.Predict(__state, x, output, examples, threads);");
        }

        if (!Inherited(isSnapshot, $"Predict({Span.Replace('<', '{').Replace('>', '}')}, int)"))
        {
            Summary("Computes the outputs of examples into a new array.");
            Parameter("x", $"The examples, (m, {Inputs}).");
            Parameter("threads", ReaderThreads);
            writer.Line($"/// <returns>The outputs, (m, {Outputs}).</returns>");
            Throws("ArgumentException", "x is no whole number of examples, or threads is negative.");
            Throws("InvalidOperationException", NotReadable);
        }

        writer.Line($"[return: global::NetGen.Examples({Outputs})]");
        using (writer.Block($"public {element}[] Predict({XParameter}, int threads = 0)"))
        {
            WriteCheck(isSnapshot);
            writer.Line($"int examples = global::NetGen.Guard.Examples(x.Length, {Inputs}, {NameLiteral});");
            writer.Line($"{element}[] output = new {element}[global::NetGen.Guard.OutputLength(examples, {Outputs}, {NameLiteral})];");
            writer.Line($"{kernels}.Predict(__state, x, output, examples, threads);");
            writer.Line("return output;");
        }

        if (!Inherited(isSnapshot, "PredictClass"))
        {
            Summary(Outputs == 1 ? "The class of one example: 1 when the output is above 0.5, else 0." : "The class of one example: the unit with the greatest output, from 0.");
            Parameter("x", $"One example, ({Inputs}).");
            Throws("ArgumentException", "x is not one example.");
            Throws("ArithmeticException", "An output is NaN: there is no class.");
            Throws("InvalidOperationException", NotReadable);
        }

        using (writer.Block($"public int PredictClass([global::NetGen.Shape({Inputs})] {Span} x)"))
        {
            WriteCheck(isSnapshot);
            writer.Line($"global::NetGen.Guard.OneExample(x.Length, {Inputs}, {NameLiteral});");
            if (Outputs <= 1024)
            {
                writer.Line($"global::System.Span<{element}> output = stackalloc {element}[{Outputs}];");
            }
            else
            {
                writer.Line($"global::System.Span<{element}> output = new {element}[{Outputs}];");
            }

            writer.Line($"{kernels}.Predict(__state, x, output, 1, 1);");
            writer.Line($"return global::NetGen.PredictedClass.Of<{element}>(output, {NameLiteral});");
        }
    }

    /// <summary>Writes, for a snapshot, that a member is documented at the network's; false for the network itself.</summary>
    private bool Inherited(bool isSnapshot, string member)
    {
        if (isSnapshot)
        {
            writer.Line();
            writer.Line($"/// <inheritdoc cref=\"{network.Type.Name}.{member}\"/>");
        }

        return isSnapshot;
    }

    private void WriteCheck(bool isSnapshot)
    {
        if (!isSnapshot)
        {
            writer.Line($"global::NetGen.Guard.Initialized(IsInitialized, {NameLiteral});");
        }
    }

    private void WriteForward()
    {
        Summary("Computes and keeps Z and A of every layer, for those who want to look inside; predictions and training do without.");
        Parameter("x", $"The examples, (m, {Inputs}).");
        Throws("ArgumentException", "x is no whole number of examples.");
        Throws("InvalidOperationException", "The network has not been initialised.");
        using (writer.Block($"public global::NetGen.ForwardPass<{element}> Forward({XParameter})"))
        {
            writer.Line($"global::NetGen.Guard.Initialized(IsInitialized, {NameLiteral});");
            writer.Line("return __state.Forward(Description, x);");
        }
    }

    /// <summary>A member that takes labels, once with rows of labels and, for cross-entropy, once with class numbers.</summary>
    private IEnumerable<(string Parameter, string Count, string Labels, string Documentation)> Labels()
    {
        yield return (YParameter, $"int examples = global::NetGen.Guard.LabelledExamples(x.Length, y.Length, {Inputs}, {Outputs}, {NameLiteral});", "y", $"The labels, (m, {Outputs}).");
        if (network.Loss == Loss.CrossEntropy)
        {
            yield return (
                "global::System.ReadOnlySpan<int> classes",
                $"int examples = global::NetGen.Guard.ClassifiedExamples(x.Length, classes, {Inputs}, {Outputs}, {NameLiteral});",
                "labels.Rows",
                $"The class of each example, (m), from 0 to {Outputs - 1}; or rows of labels that are whole numbers, (m, {Outputs}).");
        }
    }

    /// <summary>Writes the rows of labels and their check against the loss.</summary>
    private void WriteCheckedLabels(string name, string labels)
    {
        WriteRows(name);
        string parameter = name == "y" ? string.Empty : $", \"{name}\"";
        writer.Line($"global::NetGen.LabelGuard.Check({labels}, global::NetGen.Loss.{network.Loss}, {Outputs}, {NameLiteral}{parameter});");
    }

    private void WriteCostAndGradients()
    {
        foreach ((string parameter, string count, string labels, string documentation) in Labels())
        {
            string name = parameter.EndsWith(" y", System.StringComparison.Ordinal) ? "y" : "classes";
            Summary("The cost: the mean loss of the examples.");
            Parameter("x", $"The examples, (m, {Inputs}).");
            Parameter(name, documentation);
            Parameter("threads", ReaderThreads);
            Throws("ArgumentException", LabelError);
            Throws("InvalidOperationException", NotReadable);
            using (writer.Block($"public double Cost({XParameter}, {parameter}, int threads = 0)"))
            {
                writer.Line($"global::NetGen.Guard.Initialized(IsInitialized, {NameLiteral});");
                writer.Line(count);
                WriteCheckedLabels(name, labels);
                writer.Line($"return global::NetGen.ManyExamples.Cost<{element}, {forward}>(__state, x, {labels}, examples, threads);");
            }

            Summary("Computes the gradient of the cost with respect to every parameter.");
            Parameter("x", $"The examples, (m, {Inputs}).");
            Parameter(name, documentation);
            Parameter("gradients", $"Receives {plan.Memory.ParameterCount} values in the order of <see cref=\"Parameters\"/>.");
            Throws(
                "ArgumentException",
                "A length does not fit the network, the examples and the labels differ in number or are too many at once, the labels are not what the loss is defined "
                    + "for, or the gradients overlap x, y or the parameters.");
            Throws("InvalidOperationException", NotReadable);
            using (writer.Block($"public void ComputeGradients({XParameter}, {parameter}, [global::NetGen.Shape({plan.Memory.ParameterCount})] global::System.Span<{element}> gradients)"))
            {
                writer.Line($"global::NetGen.Guard.Initialized(IsInitialized, {NameLiteral});");
                writer.Line(count);
                writer.Line($"global::NetGen.Guard.Gradients(gradients.Length, ParameterCount, {NameLiteral});");
                writer.Line($"global::NetGen.Guard.GradientsApart(gradients, ParameterCount, x, {(name == "y" ? "y" : "default")}, Parameters, {NameLiteral});");
                WriteCheckedLabels(name, labels);
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
            using (writer.Block($"public void TrainStep({XParameter}, {parameter}, double learningRate, int threads = 0)"))
            {
                writer.Line($"var optimizer = new global::NetGen.GradientDescent<{element}>(learningRate);");
                writer.Line($"TrainStep(x, {name}, ref optimizer, threads);");
            }

            foreach (bool cost in new[] { false, true })
            {
                StepDocumentation(cost ? "One training step; returns the cost before the update." : "One training step: forward pass, backward pass and update.", name, documentation);
                Parameter("optimizer", "Turns gradients into an update; its state advances by one step.");
                ThreadsAndErrors("threads is negative.");
                writer.Line($"/// <typeparam name=\"{GradientWriter.Optimizer}\">The optimizer's struct type.</typeparam>");
                string signature = $"public {(cost ? "double TrainStepWithCost" : "void TrainStep")}<{GradientWriter.Optimizer}>({XParameter}, {parameter}, ref {GradientWriter.Optimizer} optimizer, int threads = 0)";
                writer.Line(signature);
                using (writer.Block($"    where {GradientWriter.Optimizer} : struct, global::NetGen.IOptimizer<{element}>"))
                {
                    writer.Line(count);
                    writer.Line("global::NetGen.Guard.Threads(threads);");
                    writer.Line("__InitializeOnce();");
                    WriteRows(name);
                    writer.Line("optimizer.BeginStep(ParameterCount);");
                    writer.Line($"{(cost ? "return " : string.Empty)}{kernels}.Step(__state, x, {labels}, examples, optimizer, threads, wantsCost: {(cost ? "true" : "false")}, changesParameters: true);");
                }
            }
        }
    }

    private void StepDocumentation(string summary, string name, string documentation)
    {
        Summary(summary + " A network never initialised draws its parameters with seed 0.");
        Parameter("x", $"The examples, (m, {Inputs}).");
        Parameter(name, documentation);
    }

    private void ThreadsAndErrors(string outOfRange)
    {
        Parameter("threads", "How many at most, no more than processors; 0 leaves it to the plan. The bits are the same.");
        Throws("ArgumentException", "The examples and the labels do not fit the network, differ in number, or are too many at once.");
        Throws("ArgumentOutOfRangeException", outOfRange);
        Throws("InsufficientMemoryException", "There is no memory for so many at once.");
        Throws("InvalidOperationException", "Another step of this network is at work.");
    }

    private void ThrowsInUse() => Throws("InvalidOperationException", "A step is at work.");

    /// <summary>Writes the rows of labels that class numbers stand for; they are named labels.</summary>
    private void WriteRows(string name)
    {
        if (name == "classes")
        {
            writer.Line($"using var labels = new global::NetGen.Numerics.OneHot<{element}>(classes, examples, {Outputs}, {NameLiteral});");
        }
    }

    private void WriteRuntimeForwards()
    {
        string type = network.Type.Name;
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
        using (writer.Block($"public global::NetGen.TrainingResult Fit(global::NetGen.Dataset<{element}> train, global::NetGen.TrainingOptions? options = null, global::System.Threading.CancellationToken cancellationToken = default)"))
        {
            writer.Line($"return global::NetGen.Trainer.Fit<{type}, {element}>(this, train, options, cancellationToken);");
        }

        Summary("Trains with an optimizer. A network never initialised draws its parameters with seed 0.");
        Parameter("train", examples);
        Parameter(
            "optimizer",
            "Turns gradients into updates. Copies of Adam or Momentum share their state, so training again goes on; one with state in fields goes on by ref.");
        Parameter("options", Options);
        Parameter("cancellationToken", "Stops after the current step; what was reached is returned.");
        writer.Line($"/// <typeparam name=\"{GradientWriter.Optimizer}\">The optimizer's struct type.</typeparam>");
        Throws("ArgumentException", Misfit);
        Throws("InvalidOperationException", NotFinite);
        const string Rest = "global::NetGen.TrainingOptions? options = null, global::System.Threading.CancellationToken cancellationToken = default";
        foreach (string passing in new[] { string.Empty, "ref " })
        {
            if (passing.Length > 0)
            {
                writer.Line();
                writer.Line($"/// <inheritdoc cref=\"Fit{{{GradientWriter.Optimizer}}}(global::NetGen.Dataset{{{element}}}, {GradientWriter.Optimizer}, "
                    + "global::NetGen.TrainingOptions, global::System.Threading.CancellationToken)\"/>");
            }

            writer.Line($"public global::NetGen.TrainingResult Fit<{GradientWriter.Optimizer}>("
                + $"global::NetGen.Dataset<{element}> train, {passing}{GradientWriter.Optimizer} optimizer, {Rest})");
            using (writer.Block($"    where {GradientWriter.Optimizer} : struct, global::NetGen.IOptimizer<{element}>"))
            {
                string types = $"{type}, {element}, {GradientWriter.Optimizer}";
                writer.Line($"return global::NetGen.Trainer.Fit<{types}>(this, train, {passing}optimizer, options, cancellationToken);");
            }
        }

        Summary("The cost and what else there is to say of the network's outputs on some examples: accuracy, or mean errors.");
        Parameter("data", "The examples.");
        Throws("ArgumentException", "The set does not fit the network, or its labels the loss.");
        Throws("InvalidOperationException", "The network has not been initialised.");
        writer.Line($"public global::NetGen.Evaluation Evaluate(global::NetGen.Dataset<{element}> data) => global::NetGen.Evaluator.Evaluate<{type}, {element}>(this, data);");

        Summary("Compares the gradients with central differences of the cost.");
        Parameter("x", $"The examples, (m, {Inputs}).");
        Parameter("y", $"The labels, (m, {Outputs}).");
        Parameter("step", "By how much a parameter is moved: 1e-10 to 0.01. Courses often take 1e-7.");
        Throws("ArgumentException", "The examples and the labels do not fit the network, differ in number, or are not all finite.");
        Throws("ArgumentOutOfRangeException", "The step is out of its range.");
        Throws("InvalidOperationException", "The network has not been initialised.");
        writer.Line($"public global::NetGen.GradientCheckResult CheckGradients({XParameter}, {YParameter}, double step = global::NetGen.GradientChecker.DefaultStep) => "
            + $"global::NetGen.GradientChecker.Check<{type}, {element}>(this, x, y, step: step);");

        WriteFiles(type);
    }

    private void WriteFiles(string type)
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
            using (writer.Block($"public void Save({place} {name}, global::NetGen.ModelSaveOptions<{element}>? options = null)"))
            {
                AccessText.WriteReading(writer, "__state", "Save");
                writer.Line($"global::NetGen.ModelFile.Save<{type}, {element}>(this, {name}, options);");
            }
        }

        void WriteLoad(string place, string name) =>
            writer.Line($"public global::NetGen.ModelInfo<{element}> Load({place} {name}, global::NetGen.ModelLoadOptions? options = null) => global::NetGen.ModelFile.Load<{type}, {element}>(this, {name}, options);");
    }

    private void WriteDeclaredParameters()
    {
        Summary("Copies the members marked as weights and biases into the network. Other layers keep what they have; a network that has no parameters yet draws theirs first, with seed 0. Whatever a member throws, nothing is replaced.");
        Throws("ArgumentException", "A member has another shape than its layer; then nothing is replaced.");
        using (writer.Block("public void LoadDeclaredParameters()"))
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

            foreach (DeclaredParameters declared in network.Declared)
            {
                LayerSpec layer = network.Layers[declared.Layer - 1];
                string view = declared.IsBias
                    ? $"BiasView<{element}>({ParameterSpan(plan.Memory.Biases[declared.Layer], layer.Units)}, \"b{declared.Layer} of {Name}\")"
                    : $"WeightsView<{element}>({ParameterSpan(plan.Memory.Weights[declared.Layer], (long)layer.Units * layer.Inputs)}, {layer.Units}, {layer.Inputs}, \"W{declared.Layer} of {Name}\")";
                writer.Line($"new global::NetGen.{view}.CopyFrom({declared.Access});");
            }

            writer.Line("SetParameters(__parameters);");
        }
    }

    private string ParameterSpan(long start, long count) =>
        $"new global::System.Span<{element}>(__parameters, {VectorText.Number(start)}, {VectorText.Number(count)})";

    private void WriteInterface()
    {
        string contract = $"global::NetGen.INetwork<{network.Type.Name}, {element}>";
        writer.Line();
        writer.Line($"static int {contract}.InputSize => InputSize;");
        writer.Line();
        writer.Line($"static int {contract}.OutputSize => OutputSize;");
        writer.Line();
        writer.Line($"static int {contract}.ParameterCount => ParameterCount;");
    }

    private void WritePredictor()
    {
        Summary($"A snapshot of a {Name} for predicting. It never changes, and any number of threads may use it.");
        writer.Line(EmittedFile.GeneratedCode);
        using (writer.Block("public sealed class Predictor"))
        {
            writer.Line(StateField);
            writer.Line();
            using (writer.Block($"internal Predictor(global::NetGen.NetworkState<{element}> source)"))
            {
                writer.Line("source.CopyTo(__state);");
                writer.Line($"__state.EnsurePacked({kernels}.PackAll);");
            }

            WritePredictMembers(isSnapshot: true);
        }
    }

    private void Summary(string text)
    {
        writer.Line();
        writer.Line($"/// <summary>{text}</summary>");
    }

    private void Parameter(string name, string text) => writer.Line($"/// <param name=\"{name}\">{text}</param>");

    private void Throws(string type, string text) =>
        writer.Line($"/// <exception cref=\"{(type.StartsWith("NetGen.", System.StringComparison.Ordinal) ? "global::" + type : "global::System." + type)}\">{text}</exception>");

    private static string Describe(Initializer initializer) => initializer switch
    {
        Initializer.ScaledNormal => "normal / sqrt(n[l-1])",
        Initializer.SmallNormal => "normal * 0.01",
        Initializer.Zeros => "all zero",
        Initializer.He => "normal * sqrt(2 / n[l-1])",
        _ => "uniform in plus or minus sqrt(6 / (n[l-1] + n[l]))",
    };
}
