using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Step;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes what runs a step: on the whole batch, or slice by slice.</summary>
internal sealed class StepDispatchWriter(CodeWriter writer, NetworkPlan plan, StepForm form)
{
    private readonly string element = plan.Network.ElementName();

    private string Parameters =>
        $"global::NetGen.CompilerServices.NetworkState<{element}> state, global::System.ReadOnlySpan<{element}> x, global::System.ReadOnlySpan<{element}> y, "
        + $"int examples, {element} scale, {UpdateWriter.Sink} sink, int threads, bool wantsCost, bool changesParameters";

    /// <summary>Writes Step and Slices.</summary>
    public void Write()
    {
        writer.Line();
        writer.Line("// The most examples whose intermediate results are kept at once: of a longer batch, the gradients of slices are added up.");
        writer.Line($"const int SliceExamples = {VectorText.Number(form.SliceExamples)};");
        WriteStep();
        WriteSlices();
    }

    private void WriteSlices()
    {
        int inputs = plan.Network.InputSize();
        int outputs = plan.Network.OutputSize();
        writer.Line();
        writer.Line("// The same for a long batch.");
        using (writer.Block($"static double Slices<{UpdateWriter.Sink}>({Parameters}) {UpdateWriter.ConstraintOf(element)}"))
        {
            if (form.ReadsPacked && plan.Packs)
            {
                writer.Line("state.EnsurePacked(PackAll);");
            }

            writer.Line("state.BeginSlices(changesParameters);");
            using (writer.Block("try"))
            {
                WriteLoop(inputs, outputs);
            }

            using (writer.Block("finally"))
            {
                writer.Line("state.EndSlices(changesParameters);");
            }
        }
    }

    private void WriteLoop(int inputs, int outputs)
    {
        string sliceX = $"x.Slice({VectorText.Times("first", inputs)}, {VectorText.Times("count", inputs)})";
        string sliceY = $"y.Slice({VectorText.Times("first", outputs)}, {VectorText.Times("count", outputs)})";
        writer.Lines($$"""
            using GradientSum<{{element}}> sum = new({{VectorText.Number(plan.Parameters.Count)}});
            double loss = 0;
            for (int first = 0, count; first < examples; first += count)
            {
                count = Math.Min(SliceExamples, examples - first);
                loss += Step(state, {{sliceX}}, {{sliceY}}, count, scale, sum.Next, threads, wantsCost, changesParameters: false);
                sum.Add();
            }
            GradientUpdate.End(state, sum.Gradients, sink, threads, changesParameters);
            return loss;
            """);
    }

    private void WriteStep()
    {
        bool packs = form.ReadsPacked && plan.Packs;
        string cycles = $"(long)examples * {DispatchFileWriter.ByWidth(static bits => $"Kernels{bits}.StepCycles")}";
        string packed = packs ? "changesParameters ? ref state.Packed : ref state.EnsurePacked(PackAll)" : "state.Packed";
        writer.Line();
        writer.Line("// One step with the gradients of the losses times scale; returns the sum of the losses before it when it is wanted, else 0.");
        using (writer.Block($"public static double Step<{UpdateWriter.Sink}>({Parameters}) {UpdateWriter.ConstraintOf(element)}"))
        {
            writer.Lines($$"""
                if (examples > SliceExamples)
                {
                    return Slices(state, x, y, examples, scale, sink, threads, wantsCost, changesParameters);
                }

                nint rows = {{DispatchFileWriter.WholeLines(plan)}};
                int workers = WorkerTeam.WorkersFor(threads, {{cycles}}, Math.Max(examples, {{VectorText.Number(form.GradientPieces)}}));
                {{element}}[] memory = Scratch<{{element}}>.Rent({{form.StepScratchLength}}, {{DispatchFileWriter.Name(plan)}}, examples);
                TrainingStep<{{UpdateWriter.Sink}}> step = default;
                step.X = ref MemoryMarshal.GetReference(x);
                step.Y = ref MemoryMarshal.GetReference(y);
                step.Parameters = ref state.Parameters;
                step.Scratch = ref Scratch<{{element}}>.First(memory);
                step.Rows = rows;
                step.Examples = examples;
                step.Scale = scale;
                step.WantsCost = wantsCost;
                step.Sink = sink;
                """);
            if (packs)
            {
                writer.Line("step.MustPack = changesParameters && !state.IsPacked;");
            }

            writer.Lines($"""
                step.Packed = ref {packed};
                state.Run(ref step, workers, changesParameters, keepsPacked: {(packs ? "true" : "false")});
                double loss = wantsCost ? Rows.Sum(ref step.Scratch, examples) : 0;
                Scratch<{element}>.Return(memory);
                return loss;
                """);
        }
    }
}
