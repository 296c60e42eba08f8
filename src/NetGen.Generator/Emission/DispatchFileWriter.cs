using System;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Step;
using NetGen.Generator.Step.Forms;
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
        var form = StepForms.Of(plan);
        WriteJob(writer, plan, form, element);
        writer.Line();
        ForwardKernelsWriter.Write(writer, plan);
        writer.Line();
        UncheckedType.Write(writer, "Calls the code for the widest vectors that the processor has.");
        using (writer.Block("internal static class Kernels"))
        {
            writer.Line("// The elements of the packed weights.");
            writer.Line($"public const int PackedLength = {plan.PackedLength};");
            WriteCreateState(writer, plan, element);
            if (plan.Packs)
            {
                writer.Line();
                writer.Line("// Packs all weights.");
                writer.Line($"public static readonly global::NetGen.CompilerServices.NetworkState<{element}>.Packer PackAll = Pack;");
            }

            new StepDispatchWriter(writer, plan, form).Write();
            WritePredict(writer, plan, element);
            if (plan.Packs)
            {
                WritePack(writer, element);
            }
        }

        return EmittedFile.OfKernels(plan.Network, new CodeWriter(), writer);
    }

    /// <summary>The network's name as a literal, for messages.</summary>
    public static string Name(NetworkPlan plan) => $"\"{plan.Network.Type.DisplayName}\"";

    private static void WriteCreateState(CodeWriter writer, NetworkPlan plan, string element)
    {
        writer.Line();
        writer.Line("// Makes room for the parameters. In Debug builds uses that must not overlap are noticed.");
        writer.Line($"public static global::NetGen.CompilerServices.NetworkState<{element}> CreateState() => "
            + $"new({VectorText.Number(plan.Parameters.Count)}, PackedLength, {Name(plan)},");
        writer.Line("#if DEBUG");
        writer.Line("    isWatched: true);");
        writer.Line("#else");
        writer.Line("    isWatched: false);");
        writer.Line("#endif");
    }

    private static void WriteJob(CodeWriter writer, NetworkPlan plan, StepForm form, string element)
    {
        UncheckedType.Write(writer, "A training step, as the workers that share it see it.");
        writer.Line($"internal ref struct TrainingStep<{UpdateWriter.Sink}> : global::NetGen.CompilerServices.IParallelJob<TrainingStep<{UpdateWriter.Sink}>>");
        using (writer.Block($"    {UpdateWriter.ConstraintOf(element)}"))
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
            writer.Line("// What the gradient of each example is multiplied with: 1 / m for the gradient of the mean loss of m examples.");
            writer.Line($"public {element} Scale;");
            writer.Line();
            bool packs = form.ReadsPacked && plan.Packs;
            writer.Line($"// {(packs ? "Whether the weights must be packed first, and whether" : "Whether")} the losses are wanted.");
            writer.Line($"public bool {(packs ? "MustPack, " : string.Empty)}WantsCost;");
            writer.Line();
            writer.Line("// What is done with the gradients.");
            writer.Line($"public {UpdateWriter.Sink} Sink;");
            writer.Line();
            using (writer.Block($"public static void Run(ref TrainingStep<{UpdateWriter.Sink}> job, Worker worker)"))
            {
                WriteByWidth(writer, bits => $"Kernels{bits}.Step(ref job, worker);");
            }
        }
    }

    /// <summary>A value for each vector width, of which one is left when the code is compiled; in parentheses.</summary>
    public static string ByWidth(Func<int, string> value) =>
        $"(Vector512.IsHardwareAccelerated ? {value(512)} : Vector256.IsHardwareAccelerated ? {value(256)} : {value(128)})";

    /// <summary>Writes a call for each vector width, of which one is left when the code is compiled.</summary>
    public static void WriteByWidth(CodeWriter writer, Func<int, string> call)
    {
        foreach (int bits in new[] { 512, 256, 128 })
        {
            using (writer.Block(bits == 512 ? "if (Vector512.IsHardwareAccelerated)" : bits == 256 ? "else if (Vector256.IsHardwareAccelerated)" : "else"))
            {
                writer.Line(call(bits));
            }
        }
    }

    /// <summary>The number of examples, rounded up so that their values fill whole cache lines.</summary>
    public static string WholeLines(NetworkPlan plan)
    {
        int line = plan.Memory.LineElements;
        return $"((nint)examples + {line - 1}) / {line} * {line}";
    }

    private static void WritePredict(CodeWriter writer, NetworkPlan plan, string element)
    {
        writer.Line();
        writer.Line("// The outputs of the examples.");
        string spans = $"global::System.ReadOnlySpan<{element}> x, {KernelAliases.Span(element)} output";
        using (writer.Block($"public static void Predict(global::NetGen.CompilerServices.NetworkState<{element}> state, {spans}, int examples, int threads)"))
        {
            writer.Line("Guard.Threads(threads);");
            AccessText.WriteReading(writer, "state", "Predict");
            using (writer.Block("if (examples != 1)"))
            {
                writer.Line($"ManyExamples.Predict<{element}, ForwardKernels>(state, x, output, examples, threads);");
                writer.Line("return;");
            }

            writer.Line($"ref {element} packed = ref state.{(plan.Packs ? "EnsurePacked(PackAll)" : "Packed")};");
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
