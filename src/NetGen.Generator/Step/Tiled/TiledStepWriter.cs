using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Step.Phases;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.Tiled;

/// <summary>Writes the order of the kernels of a tiled network: the phases of a step, the costs and the prediction of many examples.</summary>
internal sealed class TiledStepWriter
{
    private readonly KernelContext context;
    private readonly CodeWriter writer;
    private readonly CallText calls;
    private readonly OutputPlan output;
    private readonly bool hasPackedLayer;
    private readonly PassText text;
    private readonly PassCalls passCalls;

    public TiledStepWriter(KernelContext context)
    {
        this.context = context;
        writer = context.Writer;
        calls = context.Calls;
        output = context.Plan.Output;
        hasPackedLayer = context.WidthPlan.Layers.Any(static plan => plan.IsPacked);
        text = new PassText(context, hasPackedLayer);
        passCalls = new PassCalls(context);
    }

    /// <summary>Writes Step, Losses, Predict and the passes that they share.</summary>
    public void Write()
    {
        WriteStep();
        WriteCosts();
        WritePredict();
        new PassWriter(context, text).Write();
    }

    private void WriteStep()
    {
        string element = context.Element;
        using (context.Step())
        {
            writer.Line($"ref {element} x = ref step.X;");
            writer.Line($"ref {element} parameters = ref step.Parameters;");
            writer.Line($"ref {element} packed = ref step.Packed;");
            writer.Line($"ref {element} scratch = ref step.Scratch;");
            writer.Line("nint rows = step.Rows;");
            if (hasPackedLayer)
            {
                using (writer.Block("if (step.MustPack)"))
                {
                    writer.Line("// the parameters were changed from outside since they were packed");
                    writer.Line("Pack(ref parameters, ref packed, worker.Index, worker.Count);");
                    writer.Line("worker.Barrier();");
                }
            }

            IReadOnlyList<Phase> phases = context.Plan.Phases.Phases;
            for (int phase = 0; phase < phases.Count; phase++)
            {
                if (phase > 0)
                {
                    writer.Line("worker.Barrier();");
                }

                Write(phases[phase]);
            }
        }
    }

    private void Write(Phase phase)
    {
        switch (phase)
        {
            case ExamplePhase examples:
                WriteExamples(examples);
                break;
            case SumPhase sum:
                writer.Line(PassText.Call(sum));
                break;
            case ParameterPhase:
                writer.Line(text.GradientsCall);
                break;
            default:
                throw new InvalidOperationException($"{phase} is no phase that a tiled network has.");
        }
    }

    private void WriteExamples(ExamplePhase phase)
    {
        if (!context.Plan.Phases.SumsBatch)
        {
            writer.Line("(int start, int last) = worker.Range(step.Examples);");
            WriteShares(phase, TiledPlan.TileRows);
            return;
        }

        using (writer.Block())
        {
            writer.Line($"(int start, int last) = worker.Range(step.Examples, {TiledPlan.BlockRows});");
            WriteShares(phase, TiledPlan.BlockShare);
        }
    }

    private void WriteShares(ExamplePhase phase, int multiple)
    {
        writer.Line("// some examples at a time: what a layer writes is in the cache when the next reads it");
        using (writer.Block("for (int end; start < last; start = end)"))
        {
            writer.Line($"end = start + Rows.NextShare(last - start, {TiledPlan.ExamplesAtOnce}, {multiple});");
            foreach (Pass pass in phase.Passes.Where(pass => !passCalls.IsEmpty(pass)))
            {
                writer.Line(text.Call(pass));
            }
        }
    }

    private void WriteCosts()
    {
        using (context.Losses())
        {
            writer.Line($"{context.Plan.Phases.Prediction.Method}(ref x, ref parameters, ref packed, ref scratch, rows, 0, examples);");
            writer.Line($"Deltas(ref y, ref Unsafe.NullRef<{context.Element}>(), ref scratch, rows, 0, examples, examples, scale: 1, cost: true);");
        }
    }

    private void WritePredict()
    {
        using (context.Predict())
        {
            writer.Line($"{context.Plan.Phases.Prediction.Method}(ref x, ref parameters, ref packed, ref scratch, rows, 0, examples);");
            writer.Line($"ref {context.Element} z = {calls.Of(context.Places.Activations(output.Layer))};");
            if (output.Function.Kind != Activation.Linear)
            {
                writer.Line("ActivateOutput(ref z, examples);");
            }

            string length = VectorText.Times("examples", output.Units);
            writer.Line(output.Stride == output.Units
                ? $"MemoryMarshal.CreateSpan(ref z, {length}).CopyTo(MemoryMarshal.CreateSpan(ref output, {length}));"
                : $"Transposition.CopyRows(ref z, {output.Stride}, examples, {output.Units}, ref output, {output.Units});");
        }
    }
}
