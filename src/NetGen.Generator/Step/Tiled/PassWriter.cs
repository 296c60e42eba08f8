using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.Tiled;

/// <summary>Writes the passes that the phases of a tiled network consist of, each a list of calls: forward, output, backward, gradients.</summary>
internal sealed class PassWriter(KernelContext context, bool hasPackedLayer)
{
    private readonly CodeWriter writer = context.Writer;
    private readonly CallText calls = context.Calls;
    private readonly LayerPlaces places = context.Places;
    private readonly InputPlan input = context.Plan.Input;
    private readonly OutputPlan output = context.Plan.Output;

    /// <summary>Writes the passes.</summary>
    public void Write()
    {
        WriteForward();
        WriteDeltas();
        if (output.Layer > 1)
        {
            WriteBackward();
        }

        WriteGradients();
    }

    private void WriteForward()
    {
        using (context.Kernel(
            "The forward pass of the examples start to end: A of the hidden layers, Z of the last.",
            $"void Forward({context.Refs("x", "parameters", "packed", "scratch")}, nint rows, nint start, nint end)"))
        {
            if (input.IsCopied)
            {
                writer.Line($"ref {context.Element} copy = {calls.Of(places.Activations(0))};");
                WriteCopyRows("x", input.Size, "copy", input.Stride);
            }

            calls.Write([.. context.Writers.Select(static layer => layer.ForwardCalls())]);
        }
    }

    private void WriteDeltas()
    {
        using (context.Kernel(
            "dZ of the last layer for the examples start to end, times scale, and their losses.",
            $"void Deltas({context.Refs("y", "scratch")}, nint rows, nint start, nint end, int examples, {context.Element} scale, bool cost)"))
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
            calls.Write([context.Writers[output.Layer - 1].DeltaCalls()]);
            if (output.IsCompact)
            {
                using (writer.Block("if (end == examples)"))
                {
                    writer.Line("// the bias gradient adds up whole vectors");
                    writer.Line("MemoryMarshal.CreateSpan(ref Unsafe.Add(ref delta, end), (int)(rows - end)).Clear();");
                }
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

    private void WriteBackward()
    {
        using (context.Kernel(
            "The backward pass of the examples start to end: dZ of the layers below the last.",
            $"void Backward({context.Refs("parameters", "packed", "scratch")}, nint rows, nint start, nint end)"))
        {
            calls.Write([.. Enumerable.Range(1, output.Layer - 1).Reverse().Select(below =>
                context.Writers[below].BackwardCalls().Concat(context.Writers[below - 1].DeltaCalls()).ToArray())]);
        }
    }

    private void WriteGradients()
    {
        string[] names = hasPackedLayer ? ["x", "parameters", "packed", "scratch"] : ["x", "parameters", "scratch"];
        using (context.Kernel(
            "One worker's share of the gradients and of the update.",
            $"void Gradients<{UpdateWriter.Sink}>({context.Refs(names)}, nint rows, nint examples, ref {UpdateWriter.Sink} sink, int part, int parts) "
            + UpdateWriter.ConstraintOf(context.Element)))
        {
            long panel = context.Memory.PanelLength;
            if (panel > 0)
            {
                writer.Line($"ref {context.Element} copy = ref Unsafe.Add(ref scratch, rows * (nint)({context.Memory.ExampleLength}L + (part * {panel}L)));");
            }

            calls.Write([.. context.Writers.Select(static layer => layer.GradientCalls())]);
        }
    }
}
