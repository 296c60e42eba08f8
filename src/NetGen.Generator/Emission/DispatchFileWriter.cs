using System;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes the file that stands between the surface and the kernels: it makes room, chooses the vector width and the number of workers.</summary>
internal static class DispatchFileWriter
{
    /// <summary>The text of the file.</summary>
    public static string Write(NetworkPlan plan)
    {
        var writer = new CodeWriter();
        string element = plan.Network.ElementName();
        var comments = new CodeWriter();
        MemoryCommentWriter.Write(comments, plan);
        WriteJob(writer, plan, element);
        writer.Line();
        ForwardKernelsWriter.Write(writer, plan);
        writer.Line();
        UncheckedType.Write(writer, "Calls the code for the widest vectors that the processor has.");
        using (writer.Block("internal static class Kernels"))
        {
            int packed = plan.Widths.Max(width => width.PackedLength);
            writer.Line("// The elements of the packed weights.");
            writer.Line($"public const int PackedLength = {packed};");
            WriteCreateState(writer, plan, element);
            writer.Line();
            writer.Line("// Packs all weights.");
            writer.Line($"public static readonly global::NetGen.CompilerServices.NetworkState<{element}>.Packer PackAll = Pack;");
            WriteStep(writer, plan, element);
            WritePredict(writer, element);
            WritePack(writer, element);
        }

        return EmittedFile.OfKernels(plan.Network, comments, writer);
    }

    /// <summary>The elements of scratch that a number of examples takes, a multiple of a cache line.</summary>
    private static string ScratchLength(NetworkPlan plan, string rows)
    {
        if (plan.Kind == PlanKind.Tiled)
        {
            string example = $"{plan.Memory.ExampleLength}L";
            return $"{rows} * {(plan.Memory.PanelLength > 0 ? $"({example} + (workers * {plan.Memory.PanelLength}L))" : example)}";
        }

        return $"({rows} * {new RegisterMemory(plan.Network, plan.Memory).Length + 1}L) + {CopyLength(plan)}";
    }

    /// <summary>The elements behind the blocks of the register plan, where an incomplete one is completed.</summary>
    public static int CopyLength(NetworkPlan plan) => Math.Max(plan.Network.InputSize(), plan.Network.OutputSize()) * plan.Memory.LineElements;

    /// <summary>The most pieces that the update of one layer is shared in.</summary>
    private static long GradientPieces(NetworkPlan plan)
    {
        if (plan.Kind == PlanKind.Register)
        {
            return (plan.Parameters.Count + 7) / 8;
        }

        long pieces(LayerPlan layer, VectorWidth width) =>
            (((long)layer.Layer.Units - 1) / layer.Gradient.Rows + 1) * (((layer.Layer.Inputs - 1) / (layer.Gradient.Columns * width.Lanes)) + 1);
        return Math.Min(int.MaxValue, plan.Widths.Max(width => width.Layers.Max(layer => pieces(layer, width.Width))));
    }

    /// <summary>The cycles of one example, 1 or more.</summary>
    public static long Cycles(double cycles) => Math.Min(int.MaxValue, Math.Max(1, (long)cycles));

    /// <summary>The network's name as a literal, for messages.</summary>
    public static string Name(NetworkPlan plan) => $"\"{plan.Network.Type.DisplayName}\"";

    private static void WriteCreateState(CodeWriter writer, NetworkPlan plan, string element)
    {
        writer.Line();
        writer.Line("// Makes room for the parameters. In Debug builds uses that must not overlap are noticed.");
        writer.Line($"public static global::NetGen.CompilerServices.NetworkState<{element}> CreateState() => new({VectorText.Number(plan.Parameters.Count)}, PackedLength, {Name(plan)},");
        writer.Line("#if DEBUG");
        writer.Line("    isWatched: true);");
        writer.Line("#else");
        writer.Line("    isWatched: false);");
        writer.Line("#endif");
    }

    private static void WriteJob(CodeWriter writer, NetworkPlan plan, string element)
    {
        UncheckedType.Write(writer, "A training step, as the workers that share it see it.");
        writer.Line($"internal ref struct TrainingStep<{GradientWriter.Optimizer}> : global::NetGen.Threading.IParallelJob<TrainingStep<{GradientWriter.Optimizer}>>");
        using (writer.Block($"    {GradientWriter.Constraint(element)}"))
        {
            writer.Line("// The examples, the labels, the parameters, the packed weights and the memory for everything between.");
            writer.Line($"public ref {element} X, Y, Parameters, Packed, Scratch;");
            writer.Line();
            writer.Line("// The number of examples that scratch has room for.");
            writer.Line("public nint Rows;");
            writer.Line();
            writer.Line("// The number of examples.");
            writer.Line("public int Examples;");
            writer.Line();
            bool packs = plan.Kind == PlanKind.Tiled;
            writer.Line($"// {(packs ? "Whether the weights must be packed first, and whether" : "Whether")} the losses are wanted.");
            writer.Line($"public bool {(packs ? "MustPack, " : string.Empty)}WantsCost;");
            writer.Line();
            writer.Line("// What is done with the gradients.");
            writer.Line($"public {GradientWriter.Optimizer} Optimizer;");
            writer.Line();
            using (writer.Block($"public static void Run(ref TrainingStep<{GradientWriter.Optimizer}> job, Worker worker)"))
            {
                WriteByWidth(writer, bits => $"Kernels{bits}.Step(ref job, worker);");
            }
        }
    }

    /// <summary>Writes a call for each vector width, of which one is left when the code is compiled.</summary>
    public static void WriteByWidth(CodeWriter writer, Func<int, string> call)
    {
        foreach (int bits in new[] { 512, 256, 128 })
        {
            writer.Line(bits == 512 ? "if (Vector512.IsHardwareAccelerated)" : bits == 256 ? "else if (Vector256.IsHardwareAccelerated)" : "else");
            writer.Line("    " + call(bits));
        }
    }

    private static void WriteStep(CodeWriter writer, NetworkPlan plan, string element)
    {
        bool isTiled = plan.Kind == PlanKind.Tiled;
        writer.Line();
        writer.Line("// One step; returns the cost before it when that is wanted, else 0.");
        using (writer.Block(
            $"public static double Step<{GradientWriter.Optimizer}>(global::NetGen.CompilerServices.NetworkState<{element}> state, global::System.ReadOnlySpan<{element}> x, global::System.ReadOnlySpan<{element}> y, "
            + $"int examples, {GradientWriter.Optimizer} optimizer, int threads, bool wantsCost, bool changesParameters) {GradientWriter.Constraint(element)}"))
        {
            writer.Line($"nint rows = {WholeLines(plan)};");
            string cycles = $"examples * {Cycles(plan.Widths[0].StepCycles)}L";
            writer.Line($"int workers = WorkerTeam.WorkersFor(threads, {cycles}, Math.Max(examples, {GradientPieces(plan)}));");
            writer.Line($"{element}[] memory = Scratch<{element}>.Rent({ScratchLength(plan, "rows")}, {Name(plan)}, examples);");
            writer.Line($"TrainingStep<{GradientWriter.Optimizer}> step = default;");
            writer.Line("step.X = ref MemoryMarshal.GetReference(x);");
            writer.Line("step.Y = ref MemoryMarshal.GetReference(y);");
            writer.Line("step.Parameters = ref state.Parameters;");
            writer.Line($"step.Scratch = ref Scratch<{element}>.First(memory);");
            writer.Line("step.Rows = rows;");
            writer.Line("step.Examples = examples;");
            writer.Line("step.WantsCost = wantsCost;");
            writer.Line("step.Optimizer = optimizer;");
            if (isTiled)
            {
                writer.Line("step.MustPack = changesParameters && !state.IsPacked;");
            }

            writer.Line(isTiled
                ? "step.Packed = ref changesParameters ? ref state.Packed : ref state.EnsurePacked(PackAll);"
                : "step.Packed = ref state.Packed;");
            writer.Line($"state.Run(ref step, workers, changesParameters, keepsPacked: {(isTiled ? "true" : "false")});");
            writer.Line("double cost = wantsCost ? Rows.Sum(ref step.Scratch, examples) / examples : 0;");
            writer.Line($"Scratch<{element}>.Return(memory);");
            writer.Line("return cost;");
        }
    }

    /// <summary>The number of examples, rounded up so that their values fill whole cache lines.</summary>
    public static string WholeLines(NetworkPlan plan)
    {
        int line = plan.Memory.LineElements;
        return $"((nint)examples + {line - 1}) / {line} * {line}";
    }

    private static void WritePredict(CodeWriter writer, string element)
    {
        writer.Line();
        writer.Line("// The outputs of the examples.");
        string spans = $"global::System.ReadOnlySpan<{element}> x, {EmittedFile.SpanAlias(element)} output";
        using (writer.Block($"public static void Predict(global::NetGen.CompilerServices.NetworkState<{element}> state, {spans}, int examples, int threads)"))
        {
            writer.Line("Guard.Threads(threads);");
            AccessText.WriteReading(writer, "state", "Predict");
            using (writer.Block("if (examples != 1)"))
            {
                writer.Line($"ManyExamples.Predict<{element}, ForwardKernels>(state, x, output, examples, threads);");
                writer.Line("return;");
            }

            writer.Line($"ref {element} packed = ref state.EnsurePacked(PackAll);");
            writer.Line($"ref {element} input = ref MemoryMarshal.GetReference(x);");
            writer.Line($"ref {element} outputs = ref MemoryMarshal.GetReference(output);");
            WriteByWidth(writer, bits => $"Kernels{bits}.PredictOne(ref input, ref outputs, ref state.Parameters, ref packed);");
        }
    }

    private static void WritePack(CodeWriter writer, string element)
    {
        writer.Line();
        using (writer.Block($"static void Pack(ref {element} parameters, ref {element} packed)"))
        {
            WriteByWidth(writer, bits => $"Kernels{bits}.Pack(ref parameters, ref packed, 0, 1);");
        }
    }
}
