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
        writer.Line($"using GradientSum<{element}> sum = new({VectorText.Number(plan.Parameters.Count)});");
        writer.Line("double loss = 0;");
        using (writer.Block("for (int first = 0, count; first < examples; first += count)"))
        {
            writer.Line("count = Math.Min(SliceExamples, examples - first);");
            string sliceX = $"x.Slice({VectorText.Times("first", inputs)}, {VectorText.Times("count", inputs)})";
            string sliceY = $"y.Slice({VectorText.Times("first", outputs)}, {VectorText.Times("count", outputs)})";
            writer.Line($"loss += Step(state, {sliceX}, {sliceY}, count, scale, sum.Next, threads, wantsCost, changesParameters: false);");
            writer.Line("sum.Add();");
        }

        writer.Line("GradientUpdate.End(state, sum.Gradients, sink, threads, changesParameters);");
        writer.Line("return loss;");
    }

    private void WriteStep()
    {
        bool packs = form.ReadsPacked && plan.Packs;
        writer.Line();
        writer.Line("// One step with the gradients of the losses times scale; returns the sum of the losses before it when it is wanted, else 0.");
        using (writer.Block($"public static double Step<{UpdateWriter.Sink}>({Parameters}) {UpdateWriter.ConstraintOf(element)}"))
        {
            using (writer.Block("if (examples > SliceExamples)"))
            {
                writer.Line("return Slices(state, x, y, examples, scale, sink, threads, wantsCost, changesParameters);");
            }

            writer.Line();
            writer.Line($"nint rows = {DispatchFileWriter.WholeLines(plan)};");
            string cycles = $"(long)examples * {DispatchFileWriter.ByWidth(static bits => $"Kernels{bits}.StepCycles")}";
            writer.Line($"int workers = WorkerTeam.WorkersFor(threads, {cycles}, Math.Max(examples, {VectorText.Number(form.GradientPieces)}));");
            writer.Line($"{element}[] memory = Scratch<{element}>.Rent({form.StepScratchLength}, {DispatchFileWriter.Name(plan)}, examples);");
            writer.Line($"TrainingStep<{UpdateWriter.Sink}> step = default;");
            writer.Line("step.X = ref MemoryMarshal.GetReference(x);");
            writer.Line("step.Y = ref MemoryMarshal.GetReference(y);");
            writer.Line("step.Parameters = ref state.Parameters;");
            writer.Line($"step.Scratch = ref Scratch<{element}>.First(memory);");
            writer.Line("step.Rows = rows;");
            writer.Line("step.Examples = examples;");
            writer.Line("step.Scale = scale;");
            writer.Line("step.WantsCost = wantsCost;");
            writer.Line("step.Sink = sink;");
            if (packs)
            {
                writer.Line("step.MustPack = changesParameters && !state.IsPacked;");
            }

            writer.Line(packs
                ? "step.Packed = ref changesParameters ? ref state.Packed : ref state.EnsurePacked(PackAll);"
                : "step.Packed = ref state.Packed;");
            writer.Line($"state.Run(ref step, workers, changesParameters, keepsPacked: {(packs ? "true" : "false")});");
            writer.Line("double loss = wantsCost ? Rows.Sum(ref step.Scratch, examples) : 0;");
            writer.Line($"Scratch<{element}>.Return(memory);");
            writer.Line("return loss;");
        }
    }
}
