using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Step.Phases;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.Tiled;

/// <summary>Writes the methods that the phases of a tiled network consist of, each a list of calls: passes, sums over the batch, gradients.</summary>
internal sealed class PassWriter(KernelContext context, PassText text)
{
    private readonly CodeWriter writer = context.Writer;
    private readonly CallText calls = context.Calls;
    private readonly PassCalls passCalls = new(context);
    private readonly LayerPlaces places = context.Places;
    private readonly InputPlan input = context.Plan.Input;
    private readonly OutputPlan output = context.Plan.Output;
    private readonly PhasePlan phases = context.Plan.Phases;

    /// <summary>Writes the methods.</summary>
    public void Write()
    {
        if (!phases.Passes.Contains(phases.Prediction))
        {
            WriteForward(phases.Prediction);
        }

        foreach (Pass pass in phases.Passes)
        {
            switch (pass.Kind)
            {
                case PassKind.Forward:
                    WriteForward(pass);
                    break;
                case PassKind.Output:
                    WriteOutput(pass);
                    break;
                case PassKind.Backward:
                    WriteBackward(pass);
                    break;
            }
        }

        foreach (SumPhase sum in phases.Sums)
        {
            WriteSum(sum);
        }

        WriteGradients();
    }

    private void WriteForward(Pass pass)
    {
        bool copies = input.IsCopied && pass.Parts[0].Contains(FirstPart(pass));
        using (context.Kernel(Title(pass, "A of the hidden layers, Z of the last"), text.Signature(pass)))
        {
            if (copies)
            {
                writer.Line($"ref {context.Element} copy = {calls.Of(places.Activations(0))};");
                WriteCopyRows("x", input.Size, "copy", input.Stride);
            }

            WriteParts(pass);
        }
    }

    /// <summary>What the first forward pass begins with: only there are the examples copied.</summary>
    private LayerPart FirstPart(Pass pass) => new(1, pass == phases.Prediction && !phases.Passes.Contains(pass) ? LayerWork.Predict : LayerWork.Forward);

    private void WriteOutput(Pass pass)
    {
        using (context.Kernel("dZ of the last layer for the examples start to end, times scale, and their losses.", text.Signature(pass)))
        {
            writer.Line($"ref {context.Element} delta = {calls.Of(places.Deltas(output.Layer))};");
            string labels = "ref y";
            if (!output.IsCompact)
            {
                writer.Line($"ref {context.Element} labels = {calls.Of(places.Labels)};");
                WriteCopyRows("y", output.Units, "labels", output.Stride);
                labels = "ref labels";
            }

            string z = calls.Of(places.Activations(output.Layer));
            writer.Line($"OutputDeltas({z}, {labels}, ref delta, {calls.Of(places.Losses)}, start, end, scale, cost);");
            writer.Line($"ExampleWeights.Scale(ref weights, ref delta, {output.Stride}, {output.Units}, start, end);");
            WriteParts(pass);
            if (output.IsCompact)
            {
                writer.Lines("""
                    if (end == examples)
                    {
                        // the bias gradient adds up whole vectors
                        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref delta, end), (int)(rows - end)).Clear();
                    }
                    """);
            }
        }
    }

    /// <summary>Writes the copy of the rows start to end into rows of another length.</summary>
    private void WriteCopyRows(string source, int columns, string target, int stride)
    {
        string from = $"ref Unsafe.Add(ref {source}, {VectorText.Times("start", columns)})";
        string to = $"ref Unsafe.Add(ref {target}, {VectorText.Times("start", stride)})";
        writer.Line($"Transposition.CopyRows({from}, {columns}, (int)(end - start), {columns}, {to}, {stride});");
    }

    private void WriteBackward(Pass pass)
    {
        if (passCalls.IsEmpty(pass))
        {
            return;
        }

        using (context.Kernel(Title(pass, "dZ of the layers below the last"), text.Signature(pass)))
        {
            WriteParts(pass);
        }
    }

    private void WriteSum(SumPhase sum)
    {
        BatchSumCalls sums = context.Writers[sum.Layer - 1].BatchSums()!;
        using (context.Kernel(
            $"One worker's share of the sums over the batch that layer {sum.Layer} needs, on the way {(sum.IsForward ? "up" : "down")}.", text.Signature(sum)))
        {
            calls.Write([sum.IsForward ? sums.ForwardSum : sums.BackwardSum]);
        }
    }

    private void WriteGradients()
    {
        using (context.Kernel("One worker's share of the gradients and of the update.", text.GradientsSignature))
        {
            long panel = context.Memory.PanelLength;
            if (panel > 0)
            {
                writer.Line($"ref {context.Element} copy = ref Unsafe.Add(ref scratch, rows * (nint)({context.Memory.ExampleLength}L + (part * {panel}L)));");
            }

            calls.Write([.. context.Writers.Select(static layer => layer.GradientCalls())]);
        }
    }

    private void WriteParts(Pass pass) => calls.Write(passCalls.Of(pass));

    /// <summary>What a pass is, in words; of several of a kind, which layers it takes the examples through.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="result">What comes of the only one of its kind.</param>
    private string Title(Pass pass, string result)
    {
        string kind = pass.Kind == PassKind.Forward ? "The forward pass" : "The backward pass";
        bool isStep = phases.Passes.Contains(pass);
        string when = isStep == phases.Passes.Contains(phases.Prediction) || pass.Kind == PassKind.Backward
            ? string.Empty
            : isStep ? " in training" : " in predictions";
        if (isStep && phases.Passes.Count(other => other.Kind == pass.Kind) > 1)
        {
            int first = pass.Parts[0][0].Layer;
            int last = pass.Parts[pass.Parts.Count - 1][0].Layer;
            result = first == last ? $"layer {first}" : $"layers {first} to {last}";
        }

        return $"{kind}{when} of the examples start to end: {result}.";
    }
}
