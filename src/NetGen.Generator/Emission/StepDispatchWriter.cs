using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Step;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes what runs a step: on the whole batch, or slice by slice.</summary>
internal sealed class StepDispatchWriter(CodeWriter writer, NetworkPlan plan, StepForm form)
{
    private readonly string element = plan.Network.ElementName();
    private readonly bool isRandom = plan.Phases.IsRandom;

    private string Parameters =>
        $"global::NetGen.CompilerServices.NetworkState<{element}> state, global::System.ReadOnlySpan<{element}> x, global::System.ReadOnlySpan<{element}> y, "
        + $"int examples, {element} scale, {UpdateWriter.Sink} sink, int threads, bool wantsCost, bool changesParameters";

    /// <summary>What the random numbers of a step depend on, where there are any.</summary>
    private string Key => isRandom ? ", global::NetGen.CompilerServices.StepKey key" : string.Empty;

    private string Constraint => $" {UpdateWriter.ConstraintOf(element)}";

    /// <summary>Writes Step and Slices.</summary>
    public void Write()
    {
        if (form.Slices)
        {
            writer.Line();
            writer.Line("// The most examples at once: of a longer batch, the gradients of slices are added up.");
            writer.Line($"const int SliceExamples = {VectorText.Number(form.SliceExamples)};");
        }

        if (isRandom)
        {
            WriteNumberedStep();
        }

        WriteStep();
        if (form.Slices)
        {
            WriteSlices();
        }
    }

    private string Signature(string modifiers, string name) => $"{modifiers} double {name}<{UpdateWriter.Sink}>({Parameters}{Key})";

    private void WriteNumberedStep()
    {
        writer.Line();
        writer.Line("// One step, with the random numbers that follow those of the step before: see the other of this name.");
        using (writer.Block($"public static double Step<{UpdateWriter.Sink}>({Parameters}) {UpdateWriter.ConstraintOf(element)}"))
        {
            writer.Line("return Step(state, x, y, examples, scale, sink, threads, wantsCost, changesParameters, state.NextStep());");
        }
    }

    private void WriteSlices()
    {
        int inputs = plan.Network.InputSize();
        int outputs = plan.Network.OutputSize();
        writer.Line();
        writer.Line("// The same for a long batch.");
        using (writer.Block($"{Signature("static", "Slices")}{Constraint}"))
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
        string slices = $"x.Slice({VectorText.Times("first", inputs)}, {VectorText.Times("count", inputs)}), "
            + $"y.Slice({VectorText.Times("first", outputs)}, {VectorText.Times("count", outputs)})";
        string clears = plan.TouchesAllParameters ? string.Empty : ", clears: true";
        string sliceKey = isRandom ? ", key.From(first)" : string.Empty;
        writer.Lines($$"""
            using GradientSum<{{element}}> sum = new({{VectorText.Number(plan.Parameters.Count)}}{{clears}});
            double loss = 0;
            for (int first = 0, count; first < examples; first += count)
            {
                count = Math.Min(SliceExamples, examples - first);
                loss += Step(state, {{slices}}, count, scale, sum.Next, threads, wantsCost, changesParameters: false{{sliceKey}});
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
        writer.Line("// One step with the gradients of the losses times scale; returns the sum of the losses before it if wanted, else 0.");
        using (writer.Block($"{Signature(isRandom ? "static" : "public static", "Step")}{Constraint}"))
        {
            if (form.Slices)
            {
                writer.Lines($$"""
                    if (examples > SliceExamples)
                    {
                        return Slices(state, x, y, examples, scale, sink, threads, wantsCost, changesParameters{{(isRandom ? ", key" : string.Empty)}});
                    }

                    """);
            }

            writer.Lines($$"""
                nint rows = {{DispatchFileWriter.WholeLines(plan)}};
                int workers = WorkerTeam.WorkersFor(threads, {{cycles}}, Math.Max(examples, {{VectorText.Number(form.GradientPieces)}}));
                {{element}}[] memory = Scratch<{{element}}>.Rent({{form.StepScratchLength}}, {{DispatchFileWriter.Name(plan)}}, examples);
                TrainingStep<{{UpdateWriter.Sink}}> step = default;
                step.X = ref MemoryMarshal.GetReference(x);
                step.Y = ref MemoryMarshal.GetReference(y);
                step.Weights = ref ExampleWeights.Of(state, y, examples);
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

            if (plan.Phases.SumsBatch)
            {
                writer.Line("step.ChangesParameters = changesParameters;");
            }

            if (isRandom)
            {
                writer.Line("step.Key = key;");
            }

            writer.Lines($"""
                step.Packed = ref {packed};
                state.Run(ref step, workers, changesParameters, keepsPacked: {(packs ? "true" : "false")});
                double loss = wantsCost ? Rows.Sum(ref step.Scratch, ref step.Weights, examples) : 0;
                Scratch<{element}>.Return(memory);
                return loss;
                """);
        }
    }
}
