using System.Collections.Generic;
using NetGen.Generator.Model;
using NetGen.Generator.Step;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes the members that a network class gets: what its users see.</summary>
internal sealed partial class SurfaceFileWriter
{
    private const string LabelError = "The examples and the labels do not fit the network, or differ in number, "
        + "or the labels are not what the loss is defined for.";

    /// <summary>The type parameter of members that take an optimizer.</summary>
    private const string Optimizer = "TOptimizer";

    private readonly CodeWriter writer = new();
    private readonly NetworkSpec network;
    private readonly NetworkPlan plan;
    private readonly string element;
    private readonly string kernels;
    private readonly string forward;
    private bool isInMarkedType;

    private SurfaceFileWriter(NetworkPlan plan)
    {
        this.plan = plan;
        network = plan.Network;
        element = network.ElementName();
        kernels = $"global::{network.Type.KernelNamespace}.Kernels";
        forward = $"global::{network.Type.KernelNamespace}.ForwardKernels";
    }

    private const string ReaderThreads = "How many at most, as for TrainStep.";

    private const string NotReadable = "The network is not initialised.";

    private string StateField =>
        $"private readonly global::NetGen.CompilerServices.NetworkState<{element}> __state = {kernels}.CreateState();";

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
            WriteApplyGradients();
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

    /// <summary>A member that takes labels, once with rows of labels and, for cross-entropy, once with class numbers.</summary>
    private IEnumerable<(string Parameter, string Count, string Labels, string Documentation)> Labels()
    {
        yield return (YParameter, $"int examples = global::NetGen.CompilerServices.Guard.LabelledExamples(x.Length, y.Length, {Inputs}, {Outputs}, "
            + $"{NameLiteral});", "y", $"The labels, (m, {Outputs}).");
        if (network.Loss == Loss.CrossEntropy)
        {
            yield return (
                "global::System.ReadOnlySpan<int> classes",
                $"int examples = global::NetGen.CompilerServices.Guard.ClassifiedExamples(x.Length, classes, {Inputs}, {Outputs}, {NameLiteral});",
                "labels.Rows",
                $"The class of each example, (m), from 0 to {Outputs - 1}; or rows of labels that are whole numbers, (m, {Outputs}).");
        }
    }

    /// <summary>Writes the rows of labels and their check against the loss.</summary>
    private void WriteCheckedLabels(string name, string labels)
    {
        WriteRows(name);
        string parameter = name == "y" ? string.Empty : $", \"{name}\"";
        writer.Line($"global::NetGen.CompilerServices.LabelGuard.Check({labels}, global::NetGen.Loss.{network.Loss}, {Outputs}, {NameLiteral}{parameter});");
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
            using (MemberBlock($"public double Cost({XParameter}, {parameter}, int threads = 0)"))
            {
                writer.Line($"global::NetGen.CompilerServices.Guard.Initialized(IsInitialized, {NameLiteral});");
                writer.Line(count);
                WriteCheckedLabels(name, labels);
                writer.Line($"return global::NetGen.CompilerServices.ManyExamples.Cost<{element}, {forward}>(__state, x, {labels}, examples, threads);");
            }

            Summary("Computes the gradient of the cost with respect to every parameter.");
            Parameter("x", $"The examples, (m, {Inputs}).");
            Parameter(name, documentation);
            Parameter("gradients", $"Receives {plan.Parameters.Count} values in the order of <see cref=\"Parameters\"/>.");
            Throws(
                "ArgumentException",
                "A length does not fit the network, the examples and the labels differ in number or are too many at once, "
                    + "the labels are not what the loss is defined "
                    + "for, or the gradients overlap x, y or the parameters.");
            Throws("InvalidOperationException", NotReadable);
            using (MemberBlock($"public void ComputeGradients({XParameter}, {parameter}, "
                + $"[global::NetGen.Shape({plan.Parameters.Count})] global::System.Span<{element}> gradients)"))
            {
                writer.Line($"global::NetGen.CompilerServices.Guard.Initialized(IsInitialized, {NameLiteral});");
                writer.Line(count);
                writer.Line($"global::NetGen.CompilerServices.Guard.Gradients(gradients.Length, ParameterCount, {NameLiteral});");
                writer.Line($"global::NetGen.CompilerServices.Guard.GradientsApart(gradients, ParameterCount, x, {(name == "y" ? "y" : "default")}, "
                    + $"Parameters, {NameLiteral});");
                WriteCheckedLabels(name, labels);
                writer.Line($"{kernels}.Step(__state, x, {labels}, examples, new global::NetGen.CompilerServices.GradientStore<{element}>(gradients), 0, "
                    + $"wantsCost: false, changesParameters: false);");
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
                if (cost)
                {
                    Summary("One training step; returns the cost before the update.");
                    string labelType = name == "y" ? Span : "global::System.ReadOnlySpan<int>";
                    string same = $"TrainStep<{Optimizer}>({Span}, {labelType}, ref {Optimizer}, int)".Replace('<', '{').Replace('>', '}');
                    writer.Line($"/// <inheritdoc cref=\"{same}\"/>");
                }
                else
                {
                    StepDocumentation("One training step: forward pass, backward pass and update.", name, documentation);
                    Parameter("optimizer", "Turns gradients into an update; its state advances by one step.");
                    ThreadsAndErrors("threads is negative.");
                    writer.Line($"/// <typeparam name=\"{Optimizer}\">The optimizer's struct type.</typeparam>");
                }

                string signature = $"public {(cost ? "double TrainStepWithCost" : "void TrainStep")}<{Optimizer}>({XParameter}, {parameter}, "
                    + $"ref {Optimizer} optimizer, int threads = 0)";
                Member(signature);
                using (writer.Block($"    where {Optimizer} : struct, global::NetGen.IOptimizer<{element}>"))
                {
                    writer.Line(count);
                    writer.Line("global::NetGen.CompilerServices.Guard.Threads(threads);");
                    writer.Line("__InitializeOnce();");
                    WriteRows(name);
                    writer.Line("optimizer.BeginStep(ParameterCount);");
                    writer.Line($"{(cost ? "return " : string.Empty)}{kernels}.Step(__state, x, {labels}, examples, optimizer, threads, "
                        + $"wantsCost: {(cost ? "true" : "false")}, changesParameters: true);");
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
        Parameter("threads", "How many at most, no more than processors; 0: as planned. The bits are the same.");
        Throws("ArgumentException", "The examples and the labels do not fit the network, differ in number, or are too many at once.");
        Throws("ArgumentOutOfRangeException", outOfRange);
        Throws("InsufficientMemoryException", "Memory does not suffice.");
        Throws("InvalidOperationException", "Another step of this network is at work.");
    }

    private void ThrowsInUse() => Throws("InvalidOperationException", "A step is at work.");

    /// <summary>Writes the rows of labels that class numbers stand for; they are named labels.</summary>
    private void WriteRows(string name)
    {
        if (name == "classes")
        {
            writer.Line($"using global::NetGen.CompilerServices.OneHot<{element}> labels = new(classes, examples, {Outputs}, {NameLiteral});");
        }
    }

    /// <summary>Writes a member, or the first line of one.</summary>
    private void Member(string signature)
    {
        Mark();
        writer.Line(signature);
    }

    /// <summary>Opens the body of a member.</summary>
    private CodeWriter.Scope MemberBlock(string signature)
    {
        Mark();
        return writer.Block(signature);
    }

    private void Mark()
    {
        if (!isInMarkedType)
        {
            writer.Line(EmittedFile.GeneratedCode);
        }
    }

    private void Summary(string text)
    {
        writer.Line();
        writer.Line($"/// <summary>{text}</summary>");
    }

    private void Parameter(string name, string text) => writer.Line($"/// <param name=\"{name}\">{text}</param>");

    /// <summary>Writes what is thrown, by its documentation identifier: no name is looked up, so that none can be taken.</summary>
    private void Throws(string type, string text) =>
        writer.Line($"/// <exception cref=\"T:{(type.StartsWith("NetGen.", System.StringComparison.Ordinal) ? type : "System." + type)}\">{text}</exception>");
}
