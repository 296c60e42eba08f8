using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.Tiled;

/// <summary>
/// Writes the order of the kernels of a tiled network: the forward pass, the backward pass, the gradients, and from them the step and the prediction.
/// </summary>
internal sealed class TiledStepWriter(KernelContext context)
{
    private readonly CodeWriter writer = context.Writer;
    private readonly MemoryPlan memory = context.Memory;
    private readonly CallText calls = context.Calls;
    private readonly LayerPlaces places = context.Places;

    private int LayerCount => context.Network.Layers.Count;

    private bool HasPackedLayer => context.WidthPlan.Layers.Any(static plan => plan.IsPacked);

    /// <summary>Writes Step, Predict and the passes that they share.</summary>
    public void Write()
    {
        WriteStep();
        WriteCosts();
        WritePredict();
        WriteForward();
        WriteDeltas();
        if (LayerCount > 1)
        {
            WriteBackward();
        }

        WriteGradients();
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
            if (HasPackedLayer)
            {
                using (writer.Block("if (step.MustPack)"))
                {
                    writer.Line("// the parameters were changed from outside since they were packed");
                    writer.Line("Pack(ref parameters, ref packed, worker.Index, worker.Count);");
                    writer.Line("worker.Barrier();");
                }
            }

            writer.Line("(int start, int last) = worker.Range(step.Examples);");
            writer.Line("// some examples at a time, so that what one layer writes is in the cache when the next reads it");
            using (writer.Block("for (int end; start < last; start = end)"))
            {
                writer.Line($"end = start + Rows.NextShare(last - start, {TiledPlan.ExamplesAtOnce}, {TiledPlan.TileRows});");
                writer.Line("Forward(ref x, ref parameters, ref packed, ref scratch, rows, start, end);");
                writer.Line("Deltas(ref step.Y, ref scratch, rows, start, end, step.Examples, step.Scale, step.WantsCost);");
                if (LayerCount > 1)
                {
                    writer.Line("Backward(ref parameters, ref packed, ref scratch, rows, start, end);");
                }
            }

            writer.Line("worker.Barrier();");
            writer.Line($"Gradients(ref x, ref parameters, {(HasPackedLayer ? "ref packed, " : string.Empty)}ref scratch, rows, step.Examples, "
                + $"ref step.Sink, worker.Index, worker.Count);");
        }
    }

    private void WriteCosts()
    {
        using (context.Losses())
        {
            writer.Line("Forward(ref x, ref parameters, ref packed, ref scratch, rows, 0, examples);");
            writer.Line("Deltas(ref y, ref scratch, rows, 0, examples, examples, scale: 1, cost: true);");
        }
    }

    private void WritePredict()
    {
        int outputs = context.Network.OutputSize();
        int stride = memory.Strides[LayerCount];
        using (context.Predict())
        {
            writer.Line("Forward(ref x, ref parameters, ref packed, ref scratch, rows, 0, examples);");
            writer.Line($"ref {context.Element} z = {calls.Of(places.Activations(LayerCount))};");
            if (context.Network.OutputLayer().Activation != Activation.Linear)
            {
                writer.Line("ActivateOutput(ref z, examples);");
            }

            string length = VectorText.Times("examples", outputs);
            writer.Line(stride == outputs
                ? $"MemoryMarshal.CreateSpan(ref z, {length}).CopyTo(MemoryMarshal.CreateSpan(ref output, {length}));"
                : $"Transposition.CopyRows(ref z, {stride}, examples, {outputs}, ref output, {outputs});");
        }
    }

    private void WriteForward()
    {
        using (context.Kernel(
            "The forward pass of the examples start to end: A of the hidden layers, Z of the last.",
            $"void Forward({context.Refs("x", "parameters", "packed", "scratch")}, nint rows, nint start, nint end)"))
        {
            if (memory.CopiesInput)
            {
                writer.Line($"ref {context.Element} copy = {calls.Of(places.Activations(0))};");
                WriteCopyRows("x", context.Network.InputSize(), "copy", memory.Strides[0]);
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
            writer.Line($"ref {context.Element} delta = {calls.Of(places.Deltas(LayerCount))};");
            string labels = "ref y";
            if (!memory.HasCompactOutput)
            {
                writer.Line($"ref {context.Element} labels = {calls.Of(places.Labels)};");
                WriteCopyRows("y", context.Network.OutputSize(), "labels", memory.Strides[LayerCount]);
                labels = "ref labels";
            }

            string z = calls.Of(places.Activations(LayerCount));
            writer.Line($"OutputDeltas({z}, {labels}, ref delta, {calls.Of(places.Losses)}, start, end, scale, cost);");
            calls.Write([context.Writers[LayerCount - 1].DeltaCalls()]);
            if (memory.HasCompactOutput)
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
            calls.Write([.. Enumerable.Range(1, LayerCount - 1).Reverse().Select(below =>
                context.Writers[below].BackwardCalls().Concat(context.Writers[below - 1].DeltaCalls()).ToArray())]);
        }
    }

    private void WriteGradients()
    {
        string[] names = HasPackedLayer ? ["x", "parameters", "packed", "scratch"] : ["x", "parameters", "scratch"];
        using (context.Kernel(
            "One worker's share of the gradients and of the update.",
            $"void Gradients<{UpdateWriter.Sink}>({context.Refs(names)}, nint rows, nint examples, ref {UpdateWriter.Sink} sink, int part, int parts) "
            + UpdateWriter.ConstraintOf(context.Element)))
        {
            if (memory.PanelLength > 0)
            {
                string place = $"rows * (nint)({memory.ExampleLength}L + (part * {memory.PanelLength}L))";
                writer.Line($"ref {context.Element} copy = ref Unsafe.Add(ref scratch, {place});");
            }

            calls.Write([.. context.Writers.Select(static layer => layer.GradientCalls())]);
        }
    }
}
