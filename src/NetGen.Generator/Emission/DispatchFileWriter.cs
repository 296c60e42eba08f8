using System;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>Writes the file that stands between the surface and the kernels: it makes room, chooses the vector width and the number of workers.</summary>
internal static class DispatchFileWriter
{
    /// <summary>How many examples predictions and costs take at a time, so that what they compute stays in the second-level cache.</summary>
    private const int ExamplesAtOnce = 128;

    /// <summary>The cycles of a step from which on all processors work on it: about 30 microseconds, of which waking them takes a small part.</summary>
    private const long ParallelCycles = 100_000;

    /// <summary>The text of the file.</summary>
    public static string Write(NetworkPlan plan)
    {
        var writer = new CodeWriter();
        string element = plan.Network.ElementName();
        EmittedFile.WriteHeader(writer);
        MemoryCommentWriter.Write(writer, plan);
        EmittedFile.WriteKernelNamespace(writer, plan.Network);
        WriteJob(writer, element);
        writer.Line();
        writer.Line($"/// <summary>Calls the code for the widest vectors that the processor has.</summary>");
        writer.Line(EmittedFile.GeneratedCode);
        using (writer.Block("internal static class Kernels"))
        {
            int packed = plan.Widths.Max(width => width.PackedLength);
            writer.Line("/// <summary>The elements of the packed weights.</summary>");
            writer.Line($"public const int PackedLength = {packed};");
            writer.Line();
            writer.Line("/// <summary>Packs all weights.</summary>");
            writer.Line($"public static readonly NetworkState<{element}>.Packer PackAll = Pack;");
            WriteStep(writer, plan, element);
            WriteCost(writer, plan, element);
            WritePredict(writer, plan, element);
            WritePack(writer, element);
        }

        return writer.ToString();
    }

    private static string ScratchLength(NetworkPlan plan, string rows, string? workers = null)
    {
        if (plan.Kind == PlanKind.Tiled)
        {
            string panels = plan.Memory.PanelLength > 0 && workers is not null ? $"({plan.Memory.ExampleLength} + ((nint){workers} * {plan.Memory.PanelLength}))" : $"{plan.Memory.ExampleLength}";
            return $"(nuint)({rows} * {panels})";
        }

        var memory = new RegisterMemory(plan.Network, plan.Memory);
        int copy = Math.Max(plan.Network.InputSize(), plan.Network.OutputSize()) * plan.Memory.LineElements;
        return $"(nuint)(({rows} * {memory.Length + 1}) + {copy})";
    }

    private static void WriteJob(CodeWriter writer, string element)
    {
        writer.Line("/// <summary>A training step, as the workers that share it see it.</summary>");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Line($"internal ref struct TrainingStep<{GradientWriter.Optimizer}> : IParallelJob<TrainingStep<{GradientWriter.Optimizer}>>");
        using (writer.Block($"    {GradientWriter.Constraint(element)}"))
        {
            writer.Line("/// <summary>The examples, the labels, the parameters, the packed weights and the memory for everything between.</summary>");
            writer.Line($"public ref {element} X, Y, Parameters, Packed, Scratch;");
            writer.Line();
            writer.Line("/// <summary>The number of examples that scratch has room for.</summary>");
            writer.Line("public nint Rows;");
            writer.Line();
            writer.Line("/// <summary>The number of examples.</summary>");
            writer.Line("public int Examples;");
            writer.Line();
            writer.Line("/// <summary>Whether the weights must be packed first, and whether the losses are wanted.</summary>");
            writer.Line("public bool MustPack, WantsCost;");
            writer.Line();
            writer.Line("/// <summary>What is done with the gradients.</summary>");
            writer.Line($"public {GradientWriter.Optimizer} Optimizer;");
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            using (writer.Block($"public static void Run(ref TrainingStep<{GradientWriter.Optimizer}> job, Worker worker)"))
            {
                WriteByWidth(writer, bits => $"Kernels{bits}.Step(ref job, worker);");
            }
        }
    }

    private static void WriteByWidth(CodeWriter writer, Func<int, string> call)
    {
        foreach (int bits in new[] { 512, 256, 128 })
        {
            using (writer.Block(bits == 512 ? "if (Vector512.IsHardwareAccelerated)" : bits == 256 ? "else if (Vector256.IsHardwareAccelerated)" : "else"))
            {
                writer.Line(call(bits));
            }
        }
    }

    private static void WriteStep(CodeWriter writer, NetworkPlan plan, string element)
    {
        long cycles = Math.Max(1, (long)plan.Widths[0].StepCycles);
        writer.Line();
        writer.Line("/// <summary>One step; returns the cost before it when that is wanted, else 0.</summary>");
        using (writer.Block(
            $"public static double Step<{GradientWriter.Optimizer}>(NetworkState<{element}> state, ReadOnlySpan<{element}> x, ReadOnlySpan<{element}> y, int examples, "
            + $"{GradientWriter.Optimizer} optimizer, int threads, bool wantsCost, bool changesParameters) {GradientWriter.Constraint(element)}"))
        {
            writer.Line($"nint rows = ((nint)examples + {plan.Memory.LineElements - 1}) / {plan.Memory.LineElements} * {plan.Memory.LineElements};");
            writer.Line($"int workers = threads > 0 ? threads : examples * {cycles}L < {ParallelCycles}L ? 1 : WorkerTeam.DefaultWorkers;");
            writer.Line($"TrainingStep<{GradientWriter.Optimizer}> step = default;");
            writer.Line("step.X = ref MemoryMarshal.GetReference(x);");
            writer.Line("step.Y = ref MemoryMarshal.GetReference(y);");
            writer.Line("step.Parameters = ref state.Parameters;");
            writer.Line("step.Packed = ref state.Packed;");
            writer.Line($"step.Scratch = ref Scratch<{element}>.Rent({ScratchLength(plan, "rows", "workers")});");
            writer.Line("step.Rows = rows;");
            writer.Line("step.Examples = examples;");
            writer.Line($"step.MustPack = {(plan.Kind == PlanKind.Tiled ? "!state.IsPacked" : "false")};");
            writer.Line("step.WantsCost = wantsCost;");
            writer.Line("step.Optimizer = optimizer;");
            if (plan.Kind == PlanKind.Tiled)
            {
                using (writer.Block("if (changesParameters)"))
                {
                    writer.Line("// an optimizer that throws leaves parameters that are not packed");
                    writer.Line("state.MarkPacked(isCurrent: false);");
                }

                writer.Line("WorkerTeam.Run(ref step, workers);");
                writer.Line("state.MarkPacked(isCurrent: true);");
            }
            else
            {
                writer.Line("bool isCurrent = !changesParameters && state.IsPacked;");
                writer.Line("state.MarkPacked(isCurrent: false);");
                writer.Line("WorkerTeam.Run(ref step, workers);");
                writer.Line("state.MarkPacked(isCurrent);");
            }

            writer.Line("return wantsCost ? Rows.Sum(ref step.Scratch, examples) / examples : 0;");
        }
    }

    private static void WriteCost(CodeWriter writer, NetworkPlan plan, string element)
    {
        writer.Line();
        writer.Line("/// <summary>The mean loss of the examples.</summary>");
        using (writer.Block($"public static double Cost(NetworkState<{element}> state, ReadOnlySpan<{element}> x, ReadOnlySpan<{element}> y, int examples)"))
        {
            if (plan.Kind == PlanKind.Tiled)
            {
                writer.Line("state.EnsurePacked(PackAll);");
            }

            writer.Line($"ref {element} scratch = ref Scratch<{element}>.Rent({ScratchLength(plan, VectorText.Number(ExamplesAtOnce))});");
            writer.Line("double sum = 0;");
            using (writer.Block($"for (nint i = 0; i < examples; i += {ExamplesAtOnce})"))
            {
                writer.Line($"int count = (int)nint.Min({ExamplesAtOnce}, examples - i);");
                writer.Line($"ref {element} inputs = ref Unsafe.Add(ref MemoryMarshal.GetReference(x), {VectorText.Times("i", plan.Network.InputSize())});");
                writer.Line($"ref {element} labels = ref Unsafe.Add(ref MemoryMarshal.GetReference(y), {VectorText.Times("i", plan.Network.OutputSize())});");
                WriteByWidth(writer, bits => $"Kernels{bits}.Losses(ref inputs, ref labels, ref state.Parameters, ref state.Packed, ref scratch, {ExamplesAtOnce}, count);");
                writer.Line("sum += Rows.Sum(ref scratch, count);");
            }

            writer.Line("return sum / examples;");
        }
    }

    private static void WritePredict(CodeWriter writer, NetworkPlan plan, string element)
    {
        writer.Line();
        writer.Line("/// <summary>The outputs of the examples.</summary>");
        using (writer.Block($"public static void Predict(NetworkState<{element}> state, ReadOnlySpan<{element}> x, Span<{element}> output, int examples)"))
        {
            writer.Line("state.EnsurePacked(PackAll);");
            using (writer.Block("if (examples == 1)"))
            {
                WriteByWidth(writer, bits => $"Kernels{bits}.PredictOne(ref MemoryMarshal.GetReference(x), ref MemoryMarshal.GetReference(output), ref state.Parameters, ref state.Packed);");
                writer.Line("return;");
            }

            writer.Line($"ref {element} scratch = ref Scratch<{element}>.Rent({ScratchLength(plan, VectorText.Number(ExamplesAtOnce))});");
            using (writer.Block($"for (nint i = 0; i < examples; i += {ExamplesAtOnce})"))
            {
                writer.Line($"int count = (int)nint.Min({ExamplesAtOnce}, examples - i);");
                writer.Line($"ref {element} inputs = ref Unsafe.Add(ref MemoryMarshal.GetReference(x), {VectorText.Times("i", plan.Network.InputSize())});");
                writer.Line($"ref {element} outputs = ref Unsafe.Add(ref MemoryMarshal.GetReference(output), {VectorText.Times("i", plan.Network.OutputSize())});");
                WriteByWidth(writer, bits => $"Kernels{bits}.Predict(ref inputs, ref outputs, ref state.Parameters, ref state.Packed, ref scratch, {ExamplesAtOnce}, count);");
            }
        }
    }

    private static void WritePack(CodeWriter writer, string element)
    {
        writer.Line();
        using (writer.Block($"private static void Pack(ref {element} parameters, ref {element} packed)"))
        {
            WriteByWidth(writer, bits => $"Kernels{bits}.Pack(ref parameters, ref packed, 0, 1);");
        }
    }
}
