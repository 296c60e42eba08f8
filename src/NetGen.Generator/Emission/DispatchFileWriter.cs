using System;
using System.Linq;
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

            if (plan.Folds)
            {
                writer.Line();
                writer.Line("// Makes what only predictions read of the parameters.");
                writer.Line($"public static readonly global::NetGen.CompilerServices.NetworkState<{element}>.Packer FoldAll = Fold;");
            }

            new StepDispatchWriter(writer, plan, form).Write();
            WritePredict(writer, plan, element);
            if (plan.Packs)
            {
                WritePack(writer, element, "Pack", ", 0, 1");
            }

            if (plan.Folds)
            {
                WritePack(writer, element, "Fold", string.Empty);
            }
        }

        return EmittedFile.OfKernels(plan.Network, new CodeWriter(), writer);
    }

    /// <summary>The network's name as a literal, for messages.</summary>
    public static string Name(NetworkPlan plan) => $"\"{plan.Network.Type.DisplayName}\"";

    private static void WriteCreateState(CodeWriter writer, NetworkPlan plan, string element)
    {
        string state = $"global::NetGen.CompilerServices.NetworkState<{element}>";
        string runs = string.Join(", ", plan.Parameters.Trained.Select(static place => VectorText.Number(place)));
        string trained = plan.Parameters.TrainsAll ? string.Empty : $", trained: [{runs}]";
        writer.Line();
        writer.Lines($"""
            // Makes room for the parameters. In Debug builds uses that must not overlap are noticed.
            public static {state} CreateState() => new({VectorText.Number(plan.Parameters.Count)}, PackedLength, {Name(plan)},
            #if DEBUG
                isWatched: true{trained});
            #else
                isWatched: false{trained});
            #endif
            """);
    }

    private static void WriteJob(CodeWriter writer, NetworkPlan plan, StepForm form, string element)
    {
        UncheckedType.Write(writer, "A training step, as the workers that share it see it.");
        writer.Line($"internal ref struct TrainingStep<{UpdateWriter.Sink}> : global::NetGen.CompilerServices.IParallelJob<TrainingStep<{UpdateWriter.Sink}>>");
        using (writer.Block($"    {UpdateWriter.ConstraintOf(element)}"))
        {
            bool packs = form.ReadsPacked && plan.Packs;
            writer.Lines($"""
                // The examples, the labels, the parameters, the packed weights and the memory for everything between.
                public ref {element} X, Y, Parameters, Packed, Scratch;

                // The number of examples that scratch has room for.
                public nint Rows;

                // The number of examples.
                public int Examples;

                // What the gradient of each example is multiplied with: 1 / m for the gradient of the mean loss of m examples.
                public {element} Scale;

                // {(packs ? "Whether the weights must be packed first, and whether" : "Whether")} the losses are wanted.
                public bool {(packs ? "MustPack, " : string.Empty)}WantsCost;

                // What is done with the gradients.
                public {UpdateWriter.Sink} Sink;
                """);
            if (plan.Phases.SumsBatch)
            {
                writer.Line();
                writer.Line("// Whether the step changes parameters, and with them the running statistics.");
                writer.Line("public bool ChangesParameters;");
            }

            if (plan.Phases.IsRandom)
            {
                writer.Line();
                writer.Line("// What the random numbers of the step depend on.");
                writer.Line("public global::NetGen.CompilerServices.StepKey Key;");
            }

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
            writer.Lines($$"""
                if (examples != 1)
                {
                    ManyExamples.Predict<{{element}}, ForwardKernels>(state, x, output, examples, threads);
                    return;
                }
                ref {{element}} packed = ref state.{{(plan.Folds ? "EnsureFolded(PackAll, FoldAll)" : plan.Packs ? "EnsurePacked(PackAll)" : "Packed")}};
                ref {{element}} input = ref MemoryMarshal.GetReference(x);
                ref {{element}} outputs = ref MemoryMarshal.GetReference(output);
                """);
            WriteByWidth(writer, bits => $"Kernels{bits}.PredictOne(ref input, ref outputs, ref state.Parameters, ref packed);");
        }
    }

    private static void WritePack(CodeWriter writer, string element, string method, string share)
    {
        writer.Line();
        using (writer.Block($"static void {method}(ref {element} parameters, ref {element} packed)"))
        {
            WriteByWidth(writer, bits => $"Kernels{bits}.{method}(ref parameters, ref packed{share});");
        }
    }
}
