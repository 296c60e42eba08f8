using System.Linq;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes the order of the kernels of a tiled network: the forward pass, the backward pass, the gradients, and from them the step and the prediction.
/// </summary>
internal sealed class TiledStepWriter(KernelContext context)
{
    /// <summary>
    /// The most examples that go through all layers before the next do. More leave the second-level cache between two layers of a hundred units; fewer read the
    /// weights more often.
    /// </summary>
    private const int ExamplesAtOnce = 12 * TileRows;

    /// <summary>A multiple of the rows of every tile (8, 6, 4, 3): a share of so many examples leaves none to the shorter tiles.</summary>
    private const int TileRows = 24;

    private readonly CodeWriter writer = context.Writer;
    private readonly MemoryPlan memory = context.Memory;

    private int LayerCount => context.Network.Layers.Count;

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

    /// <summary>A place in scratch: a region starts at a multiple of the number of examples that scratch has room for.</summary>
    private static string Region(int offset) => offset == 0 ? "ref scratch" : $"ref Unsafe.Add(ref scratch, {VectorText.Times("rows", offset)})";

    private static string Parameter(int offset) => offset == 0 ? "ref parameters" : $"ref Unsafe.Add(ref parameters, {VectorText.Number(offset)})";

    private string Activations(int layer) => layer > 0 ? Region(memory.Activations[layer]) : memory.CopiesInput ? Region(memory.CopiedInput) : "ref x";

    private bool HasPackedLayer => context.WidthPlan.Layers.Any(plan => plan.IsPacked);

    /// <summary>Writes the copy of the deltas of a layer in tiles, where its gradient reads one.</summary>
    private void WriteDeltaTiles(DenseSpec layer)
    {
        if (memory.TilesDeltas(layer))
        {
            int number = layer.Number;
            writer.Line($"Rows.CopyTiles({Region(memory.Deltas[number])}, {memory.Strides[number]}, {layer.Units}, start, end, {Region(memory.DeltaTiles[number])}, {Planner.LineUnits}, rows);");
        }
    }

    private void WriteStep()
    {
        string element = context.Element;
        using (context.Kernel(
            "One worker's share of a training step. The workers meet when dZ of all examples is known; nothing is summed across workers, so their number changes no bit.",
            $"void Step<{GradientWriter.Optimizer}>(ref TrainingStep<{GradientWriter.Optimizer}> step, Worker worker) {GradientWriter.Constraint(element)}",
            "public"))
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
                writer.Line($"end = start + Rows.NextShare(last - start, {ExamplesAtOnce}, {TileRows});");
                writer.Line("Forward(ref x, ref parameters, ref packed, ref scratch, rows, start, end);");
                writer.Line($"Deltas(ref step.Y, ref scratch, rows, start, end, step.Examples, step.WantsCost);");
                if (LayerCount > 1)
                {
                    writer.Line("Backward(ref parameters, ref packed, ref scratch, rows, start, end);");
                }
            }

            writer.Line("worker.Barrier();");
            writer.Line($"Gradients(ref x, ref parameters, {(HasPackedLayer ? "ref packed, " : string.Empty)}ref scratch, rows, step.Examples, ref step.Optimizer, worker.Index, worker.Count);");
        }
    }

    private void WriteCosts()
    {
        using (context.Kernel(
            "The losses of some examples, into the first elements of scratch.",
            $"void Losses({context.Refs("x", "y", "parameters", "packed", "scratch")}, nint rows, int examples)",
            "public"))
        {
            writer.Line("Forward(ref x, ref parameters, ref packed, ref scratch, rows, 0, examples);");
            writer.Line("Deltas(ref y, ref scratch, rows, 0, examples, examples, cost: true);");
        }
    }

    private void WritePredict()
    {
        int outputs = context.Network.OutputSize();
        using (context.Kernel(
            "The outputs of some examples.",
            $"void Predict({context.Refs("x", "output", "parameters", "packed", "scratch")}, nint rows, int examples)",
            "public"))
        {
            writer.Line("Forward(ref x, ref parameters, ref packed, ref scratch, rows, 0, examples);");
            writer.Line($"ref {context.Element} z = {Region(memory.Activations[LayerCount])};");
            if (context.Network.OutputLayer().Activation != Activation.Linear)
            {
                writer.Line("ActivateOutput(ref z, examples);");
            }

            writer.Line(memory.Strides[LayerCount] == outputs
                ? $"MemoryMarshal.CreateSpan(ref z, {VectorText.Times("examples", outputs)}).CopyTo(MemoryMarshal.CreateSpan(ref output, {VectorText.Times("examples", outputs)}));"
                : $"Transposition.CopyRows(ref z, {memory.Strides[LayerCount]}, examples, {outputs}, ref output, {outputs});");
        }
    }

    private void WriteForward()
    {
        var forward = new ForwardWriter(context);
        using (context.Kernel(
            "The forward pass of the examples start to end: A of the hidden layers, Z of the last.",
            $"void Forward({context.Refs("x", "parameters", "packed", "scratch")}, nint rows, nint start, nint end)"))
        {
            if (memory.CopiesInput)
            {
                int inputs = context.Network.InputSize();
                writer.Line($"ref {context.Element} a0 = {Region(memory.CopiedInput)};");
                writer.Line($"Transposition.CopyRows(ref Unsafe.Add(ref x, {VectorText.Times("start", inputs)}), {inputs}, (int)(end - start), {inputs}, ref Unsafe.Add(ref a0, {VectorText.Times("start", memory.Strides[0])}), {memory.Strides[0]});");
            }

            foreach (LayerPlan plan in context.WidthPlan.Layers)
            {
                int layer = plan.Layer.Number;
                string weights = plan.Forward.IsPacked ? $"ref {VectorText.At("packed", plan.Forward.PackedOffset)}" : Parameter(context.Parameters.Weights(plan.Layer));
                writer.Line($"ref {context.Element} a{layer} = {Region(memory.Activations[layer])};");
                writer.Line($"ForwardLayer{layer}({(layer == 1 && !memory.CopiesInput ? "ref x" : $"ref a{layer - 1}")}, {weights}, {Parameter(context.Parameters.Biases(plan.Layer))}, ref a{layer}, start, end);");
                if (forward.NeedsActivationPass(plan))
                {
                    string derivative = memory.StoresDerivative(plan.Layer) ? $", {Region(memory.Derivatives[layer])}" : string.Empty;
                    writer.Line($"ActivateLayer{layer}(ref a{layer}{derivative}, start, end);");
                }
            }
        }
    }

    private void WriteDeltas()
    {
        int outputs = context.Network.OutputSize();
        string element = context.Element;
        using (context.Kernel(
            "dZ of the last layer for the examples start to end, and their losses.",
            $"void Deltas({context.Refs("y", "scratch")}, nint rows, nint start, nint end, int examples, bool cost)"))
        {
            writer.Line($"ref {element} delta = {Region(memory.Deltas[LayerCount])};");
            string labels = "ref y";
            if (!memory.HasCompactOutput)
            {
                writer.Line($"ref {element} labels = {Region(memory.Labels)};");
                writer.Line($"Transposition.CopyRows(ref Unsafe.Add(ref y, {VectorText.Times("start", outputs)}), {outputs}, (int)(end - start), {outputs}, ref Unsafe.Add(ref labels, {VectorText.Times("start", memory.Strides[LayerCount])}), {memory.Strides[LayerCount]});");
                labels = "ref labels";
            }

            writer.Line($"OutputDeltas({Region(memory.Activations[LayerCount])}, {labels}, ref delta, {Region(memory.Losses)}, start, end, 1 / ({element})examples, cost);");
            WriteDeltaTiles(context.Network.OutputLayer());
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

    private void WriteBackward()
    {
        using (context.Kernel(
            "The backward pass of the examples start to end: dZ of the layers below the last.",
            $"void Backward({context.Refs("parameters", "packed", "scratch")}, nint rows, nint start, nint end)"))
        {
            foreach (LayerPlan plan in context.WidthPlan.Layers.Skip(1).Reverse())
            {
                int layer = plan.Layer.Number;
                DenseSpec below = context.Network.Dense(layer - 1);
                string weights = plan.Backward!.IsPacked ? $"ref {VectorText.At("packed", plan.Backward.PackedOffset)}" : Parameter(context.Parameters.Weights(plan.Layer));
                string derivative = memory.StoresDerivative(below) ? $"{Region(memory.Derivatives[below.Number])}, " : string.Empty;
                writer.Line($"BackwardLayer{layer}({Region(memory.Deltas[layer])}, {weights}, {Region(memory.Activations[below.Number])}, {derivative}{Region(memory.Deltas[below.Number])}, start, end);");
                WriteDeltaTiles(below);
            }
        }
    }

    private void WriteGradients()
    {
        string element = context.Element;
        using (context.Kernel(
            "One worker's share of the gradients and of the update. Gradients are of the mean loss, since dZ was divided by the number of examples.",
            $"void Gradients<{GradientWriter.Optimizer}>({(HasPackedLayer ? context.Refs("x", "parameters", "packed", "scratch") : context.Refs("x", "parameters", "scratch"))}, nint rows, nint examples, ref {GradientWriter.Optimizer} optimizer, int part, int parts) {GradientWriter.Constraint(element)}"))
        {
            if (memory.PanelLength > 0)
            {
                writer.Line($"ref {element} copy = ref Unsafe.Add(ref scratch, rows * (nint)({memory.ExampleLength}L + (part * {memory.PanelLength}L)));");
            }

            foreach (LayerPlan plan in context.WidthPlan.Layers)
            {
                int layer = plan.Layer.Number;
                string packed = plan.IsPacked ? ", ref packed" : string.Empty;
                string copy = memory.CopiesPanels(plan.Layer) ? ", ref copy" : string.Empty;
                bool tiles = memory.TilesDeltas(plan.Layer);
                string delta = Region(tiles ? memory.DeltaTiles[layer] : memory.Deltas[layer]);
                writer.Line($"GradientLayer{layer}({delta}, {Activations(layer - 1)}, ref parameters{packed}{copy}, {(tiles ? "rows, " : string.Empty)}examples, ref optimizer, part, parts);");
                writer.Line(layer == 1 ? "if (part == 0)" : $"if (part == {layer - 1} % parts)");
                writer.Line($"    BiasLayer{layer}({Region(memory.Deltas[layer])}, ref parameters, examples, ref optimizer);");
            }
        }
    }
}
