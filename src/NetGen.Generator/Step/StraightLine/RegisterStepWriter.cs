using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Activations;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Losses;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.StraightLine;

/// <summary>
/// Writes the step of a small network. Lanes are examples: a block of as many examples as a vector has lanes goes through the whole network as straight-line
/// code, with weights broadcast; nothing depends on how the sizes fit the vectors.
/// </summary>
internal sealed class RegisterStepWriter(KernelContext context, RegisterMemory memory)
{
    private const int MostOfFirstLevelCache = 24 * 1024;

    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;

    /// <summary>How many units are computed side by side.</summary>
    private int UnitsAtOnce => text.Width.Bits == 512 ? 16 : 8;

    private int Lanes => text.Lanes;

    private int LayerCount => context.Network.Layers.Count;

    private int Inputs => context.Network.InputSize();

    private int Outputs => context.Network.OutputSize();

    /// <summary>Writes Step, Losses, Predict and what they share.</summary>
    public void Write()
    {
        WriteStep();
        WriteLosses();
        WritePredict();
        WriteBlocks();
        WriteLoadLanes();
        WriteForwardBlocks();
        WriteDeltaBlocks();
        if (LayerCount > 1)
        {
            WriteBackwardBlocks();
        }

        new RegisterGradientWriter(context, memory).Write();
    }

    private string Place(int feature) => memory.Place(feature, Lanes, context.Names);

    private string Load(int feature) => VectorText.Load(text.Width.Bits, "block", Place(feature));

    private string Store(Expression value, int feature) => VectorText.Store(value, "block", Place(feature));

    private string Parameter(int index) => $"{text.Class}.Create({VectorText.At("parameters", index)})";

    private static string MultiplyAdd(string a, string b, string c) => VectorText.MultiplyAdd(a, b, c);

    private void WriteStep()
    {
        string element = text.Element;
        using (context.Kernel(
            "One worker's share of a training step. The workers meet when dZ of all examples is known; nothing is summed across workers, so their number changes no bit.",
            $"void Step<{UpdateWriter.Sink}>(ref TrainingStep<{UpdateWriter.Sink}> step, Worker worker) {UpdateWriter.ConstraintOf(element)}",
            "public"))
        {
            writer.Line($"ref {element} scratch = ref step.Scratch;");
            writer.Line($"int blocks = (step.Examples + {Lanes - 1}) / {Lanes};");
            writer.Line("(int first, int last) = worker.Range(blocks);");
            writer.Line("Blocks(ref step.X, ref step.Y, ref step.Parameters, ref scratch, step.Rows, step.Examples, first, last, step.Scale, step.WantsCost, backward: true);");
            writer.Line("worker.Barrier();");
            writer.Line("Gradients(ref Unsafe.Add(ref scratch, step.Rows), ref step.Parameters, blocks, ref step.Optimizer, worker.Index, worker.Count);");
        }
    }

    private void WriteLosses()
    {
        using (context.Kernel(
            "The losses of some examples, into the first elements of scratch.",
            $"void Losses({context.Refs("x", "y", "parameters", "packed", "scratch")}, nint rows, int examples)",
            "public"))
        {
            writer.Line($"Blocks(ref x, ref y, ref parameters, ref scratch, rows, examples, 0, (examples + {Lanes - 1}) / {Lanes}, scale: 1, cost: true, backward: false);");
        }
    }

    private void WritePredict()
    {
        string element = text.Element;
        DenseSpec output = context.Network.OutputLayer();
        using (context.Kernel(
            "The outputs of some examples.",
            $"void Predict({context.Refs("x", "output", "parameters", "packed", "scratch")}, nint rows, int examples)",
            "public"))
        {
            writer.Line($"ref {element} block = ref Unsafe.Add(ref scratch, rows);");
            using (writer.Block($"for (nint i = 0; i < examples; i += {Lanes})"))
            {
                writer.Line($"int count = (int)nint.Min({Lanes}, examples - i);");
                writer.Line($"LoadLanes(ref Unsafe.Add(ref x, {VectorText.Times("i", Inputs)}), {Inputs}, count, ref block, ref Unsafe.Add(ref scratch, rows * {memory.Length + 1}));");
                writer.Line("ForwardBlocks(ref block, ref parameters, 1);");
                WriteOutputValues(output);
                writer.Line($"ref {element} target = ref Unsafe.Add(ref output, {VectorText.Times("i", Outputs)});");
                using (writer.Block($"if (count == {Lanes})"))
                {
                    writer.Line($"Transposition.FromLanes{text.Width.Bits}(ref Unsafe.Add(ref block, {Place(memory.Deltas[LayerCount])}), {Outputs}, ref target);");
                }

                using (writer.Block("else"))
                {
                    writer.Line($"ref {element} last = ref Unsafe.Add(ref scratch, rows * {memory.Length + 1});");
                    writer.Line($"Transposition.FromLanes{text.Width.Bits}(ref Unsafe.Add(ref block, {Place(memory.Deltas[LayerCount])}), {Outputs}, ref last);");
                    writer.Line($"MemoryMarshal.CreateSpan(ref last, {VectorText.Times("count", Outputs)}).CopyTo(MemoryMarshal.CreateSpan(ref target, {VectorText.Times("count", Outputs)}));");
                }
            }
        }
    }

    private void WriteOutputValues(DenseSpec output)
    {
        int z = memory.Activations[LayerCount];
        int a = memory.Deltas[LayerCount];
        if (output.Activation == Activation.Softmax)
        {
            WriteSoftmax();
            for (int unit = 0; unit < Outputs; unit++)
            {
                writer.Line(Store(Expression.Primary($"e{unit}"), a + unit));
            }

            return;
        }

        for (int unit = 0; unit < Outputs; unit++)
        {
            writer.Line($"{text.Type} z{unit} = {Load(z + unit)};");
            writer.Line(Store(ActivationFunction.Of(output.Function).Value(text, text.Width.Bits, $"z{unit}"), a + unit));
        }
    }

    /// <summary>Declares e0, e1, ...: the softmax of the output units.</summary>
    private void WriteSoftmax()
    {
        int z = memory.Activations[LayerCount];
        for (int unit = 0; unit < Outputs; unit++)
        {
            writer.Line($"{text.Type} z{unit} = Logits.Bounded({Load(z + unit)});");
        }

        string greatest = "z0";
        for (int unit = 1; unit < Outputs; unit++)
        {
            greatest = $"Max({greatest}, z{unit})";
        }

        writer.Line($"{text.Type} greatest = {greatest};");
        for (int unit = 0; unit < Outputs; unit++)
        {
            writer.Line($"{text.Type} e{unit} = VectorMath.Exp(z{unit} - greatest);");
        }

        writer.Line($"{text.Type} total = {string.Join(" + ", Enumerable.Range(0, Outputs).Select(unit => $"e{unit}"))};");
        writer.Line($"{text.Type} share = {text.Type}.One / total;");
        for (int unit = 0; unit < Outputs; unit++)
        {
            writer.Line($"e{unit} *= share;");
        }
    }

    /// <summary>How many blocks go through a pass before the next pass begins: as many as most of the first-level cache holds.</summary>
    private int BlocksAtOnce => Math.Max(4, MostOfFirstLevelCache / (memory.Length * text.Width.Bits / 8));

    private void WriteBlocks()
    {
        string element = text.Element;
        using (context.Kernel(
            $"Takes the blocks first to last, of {Lanes} examples each, through the network, some at a time: one block after the other through the same pass, because its steps wait for one another. "
            + "The last block may be short: its missing examples are zeros and are given no weight.",
            $"void Blocks({context.Refs("x", "y", "parameters", "scratch")}, nint rows, int examples, nint first, nint last, {element} scale, bool cost, bool backward)"))
        {
            writer.Line($"ref {element} copy = ref Unsafe.Add(ref scratch, rows * {memory.Length + 1});");
            using (writer.Block($"for (; first < last; first += {BlocksAtOnce})"))
            {
                writer.Line($"nint blocks = nint.Min({BlocksAtOnce}, last - first);");
                writer.Line($"nint start = first * {Lanes};");
                writer.Line($"ref {element} begin = ref Unsafe.Add(ref scratch, rows + (start * {memory.Length}));");
                writer.Line($"ref {element} block = ref begin;");
                using (writer.Block("for (nint index = first; index < first + blocks; index++)"))
                {
                    writer.Line($"nint i = index * {Lanes};");
                    writer.Line($"int count = (int)nint.Min({Lanes}, examples - i);");
                    writer.Line($"LoadLanes(ref Unsafe.Add(ref x, {VectorText.Times("i", Inputs)}), {Inputs}, count, ref block, ref copy);");
                    writer.Line($"LoadLanes(ref Unsafe.Add(ref y, {VectorText.Times("i", Outputs)}), {Outputs}, count, ref Unsafe.Add(ref block, {Place(memory.Labels)}), ref copy);");
                    WriteNextBlock();
                }

                writer.Line("ForwardBlocks(ref begin, ref parameters, blocks);");
                writer.Line($"DeltaBlocks(ref begin, ref Unsafe.Add(ref scratch, start), blocks, examples - start, scale, cost);");
                if (LayerCount > 1)
                {
                    using (writer.Block("if (backward)"))
                    {
                        writer.Line("BackwardBlocks(ref begin, ref parameters, blocks);");
                    }
                }
            }
        }
    }

    /// <summary>The loop of a pass over blocks.</summary>
    private CodeWriter.Scope EachBlock() => writer.Block("for (; blocks > 0; blocks--)");

    private void WriteNextBlock() => writer.Line($"block = ref Unsafe.Add(ref block, {memory.Length * Lanes});");

    private void WriteLoadLanes()
    {
        string element = text.Element;
        using (context.Inlined(
            "Turns rows of examples into one vector a feature. Nothing outside of the examples is read: a short block is completed in a copy.",
            $"void LoadLanes(ref {element} source, int features, int count, ref {element} target, ref {element} copy)"))
        {
            using (writer.Block($"if (count < {Lanes})"))
            {
                writer.Line($"{KernelAliases.Span(element)} complete = MemoryMarshal.CreateSpan(ref copy, {Lanes} * features);");
                writer.Line("complete.Clear();");
                writer.Line("MemoryMarshal.CreateSpan(ref source, count * features).CopyTo(complete);");
                writer.Line("source = ref copy;");
            }

            writer.Line($"Transposition.ToLanes{text.Width.Bits}(ref source, features, ref target);");
        }
    }

    private void WriteForwardBlocks()
    {
        using (context.Kernel("The forward pass of some blocks: A of the hidden layers, Z of the last.", $"void ForwardBlocks({context.Refs("block", "parameters")}, nint blocks)"))
        using (EachBlock())
        {
            foreach (DenseSpec layer in context.Network.Layers)
            {
                bool isOutput = layer.Number == LayerCount;
                string formula = isOutput ? $"Z{layer.Number} = W{layer.Number} A{layer.Number - 1} + b{layer.Number}" : $"A{layer.Number} = {ActivationFacts.Of(layer.Activation).Word}(W{layer.Number} A{layer.Number - 1} + b{layer.Number})";
                writer.Line($"// layer {layer.Number}: {formula}, {VectorText.Count(layer.Inputs, "input")} to {VectorText.Count(layer.Units, "unit")}");
                for (int first = 0; first < layer.Units; first += UnitsAtOnce)
                {
                    int last = Math.Min(first + UnitsAtOnce, layer.Units);
                    using (writer.Block())
                    {
                        WriteForwardUnits(layer, first, last, isOutput);
                    }
                }
            }

            WriteNextBlock();
        }
    }

    private void WriteForwardUnits(DenseSpec layer, int first, int last, bool isOutput)
    {
        int weights = context.Parameters.Weights(layer);
        int bias = context.Parameters.Biases(layer);
        for (int unit = first; unit < last; unit++)
        {
            writer.Line($"{text.Type} z{unit} = {Parameter(bias + unit)};");
        }

        for (int input = 0; input < layer.Inputs; input++)
        {
            writer.Line($"{text.Type} a{input} = {Load(memory.Activations[layer.Number - 1] + input)};");
            for (int unit = first; unit < last; unit++)
            {
                writer.Line($"z{unit} = {MultiplyAdd($"a{input}", Parameter(weights + (unit * layer.Inputs) + input), $"z{unit}")};");
            }
        }

        for (int unit = first; unit < last; unit++)
        {
            int place = memory.Activations[layer.Number] + unit;
            if (isOutput)
            {
                writer.Line(Store(Expression.Primary($"z{unit}"), place));
            }
            else if (context.Memory.StoresDerivative(layer))
            {
                ActivationFunction.Of(layer.Function).WriteValueAndDerivative(writer, text, text.Width.Bits, $"z{unit}", $"value{unit}", $"slope{unit}");
                writer.Line(Store(Expression.Primary($"value{unit}"), place));
                writer.Line(Store(Expression.Primary($"slope{unit}"), memory.Derivatives[layer.Number] + unit));
            }
            else
            {
                writer.Line(Store(ActivationFunction.Of(layer.Function).Value(text, text.Width.Bits, $"z{unit}"), place));
            }
        }
    }

    private void WriteDeltaBlocks()
    {
        using (context.Kernel(
            $"dZ{LayerCount} of some blocks, times weight, and their losses when the cost is asked for; dZ is zero behind the last of the examples.",
            $"void DeltaBlocks({context.Refs("block", "losses")}, nint blocks, nint examples, {text.Element} weight, bool cost)"))
        using (EachBlock())
        {
            writer.Line($"{text.Type} scale = {text.Class}.Create(weight);");
            using (writer.Block($"if (examples < {Lanes})"))
            {
                writer.Line($"scale = ConditionalSelect(LessThan({text.Type}.Indices, {text.Class}.Create(({text.Element})examples)), scale, {text.Zero});");
            }

            if (context.Network.OutputLayer().Activation == Activation.Softmax)
            {
                WriteSoftmaxDeltas();
            }
            else
            {
                WriteElementwiseDeltas();
            }

            writer.Line($"losses = ref Unsafe.Add(ref losses, {Lanes});");
            writer.Line($"examples -= {Lanes};");
            WriteNextBlock();
        }
    }

    private void WriteElementwiseDeltas()
    {
        var losses = new List<Expression>();
        ActivationFunction output = ActivationFunction.Of(context.Network.OutputLayer().Function);
        LossFunction loss = LossFunction.Of(context.Network.Loss);
        for (int unit = 0; unit < Outputs; unit++)
        {
            writer.Line($"{text.Type} z{unit} = {Load(memory.Activations[LayerCount] + unit)};");
            writer.Line($"{text.Type} y{unit} = {Load(memory.Labels + unit)};");
            losses.Add(loss.WriteElementwise(writer, output, text, $"z{unit}", $"y{unit}", $"d{unit}"));
            writer.Line(Store(Expression.Product($"d{unit} * scale"), memory.Deltas[LayerCount] + unit));
        }

        using (writer.Block("if (cost)"))
        {
            WriteLossSum(losses);
        }
    }

    private void WriteLossSum(IEnumerable<Expression> losses)
    {
        int index = 0;
        foreach (Expression loss in losses)
        {
            writer.Line(index++ == 0 ? $"{text.Type} loss = {loss};" : $"loss += {loss};");
        }

        writer.Line("loss.StoreUnsafe(ref losses);");
    }

    private void WriteSoftmaxDeltas()
    {
        WriteSoftmax();
        for (int unit = 0; unit < Outputs; unit++)
        {
            writer.Line($"{text.Type} y{unit} = {Load(memory.Labels + unit)};");
            writer.Line($"{text.Type} error{unit} = e{unit} - y{unit};");
        }

        for (int unit = 0; unit < Outputs; unit++)
        {
            writer.Line(Store(Expression.Product($"error{unit} * scale"), memory.Deltas[LayerCount] + unit));
        }

        using (writer.Block("if (cost)"))
        {
            writer.Line($"{text.Type} logSum = greatest + VectorMath.Log(total);");
            WriteLossSum(Enumerable.Range(0, Outputs).Select(unit => CrossEntropy.OfClass($"z{unit}", "logSum", $"y{unit}")));
        }
    }

    private void WriteBackwardBlocks()
    {
        using (context.Kernel("The backward pass of some blocks: dZ of the layers below the last.", $"void BackwardBlocks({context.Refs("block", "parameters")}, nint blocks)"))
        using (EachBlock())
        {
            for (int number = LayerCount; number >= 2; number--)
            {
                DenseSpec layer = context.Network.Dense(number);
                DenseSpec below = context.Network.Dense(number - 1);
                writer.Line($"// layer {number}: dZ{below.Number} = (W{number}' dZ{number}) * {ActivationFacts.Of(below.Activation).Word}'(Z{below.Number})");
                for (int first = 0; first < layer.Inputs; first += UnitsAtOnce)
                {
                    int last = Math.Min(first + UnitsAtOnce, layer.Inputs);
                    using (writer.Block())
                    {
                        WriteBackwardInputs(layer, below, first, last);
                    }
                }
            }

            WriteNextBlock();
        }
    }

    private void WriteBackwardInputs(DenseSpec layer, DenseSpec below, int first, int last)
    {
        int weights = context.Parameters.Weights(layer);
        for (int unit = 0; unit < layer.Units; unit++)
        {
            writer.Line($"{text.Type} d{unit} = {Load(memory.Deltas[layer.Number] + unit)};");
            for (int input = first; input < last; input++)
            {
                string weight = Parameter(weights + (unit * layer.Inputs) + input);
                writer.Line(unit == 0
                    ? $"{text.Type} r{input} = d{unit} * {weight};"
                    : $"r{input} = {MultiplyAdd($"d{unit}", weight, $"r{input}")};");
            }
        }

        for (int input = first; input < last; input++)
        {
            writer.Line(Store(DeltaThrough(below, input), memory.Deltas[below.Number] + input));
        }
    }

    /// <summary>dZ of a unit of the layer below from what its outputs are given back, in the variable r.</summary>
    private Expression DeltaThrough(DenseSpec below, int unit)
    {
        if (context.Memory.StoresDerivative(below))
        {
            return Expression.Product($"r{unit} * {Load(memory.Derivatives[below.Number] + unit)}");
        }

        ActivationFunction function = ActivationFunction.Of(below.Function);
        if (function.Facts.Derivative != DerivativeSource.Nothing)
        {
            writer.Line($"{text.Type} a{unit} = {Load(memory.Activations[below.Number] + unit)};");
        }

        return function.TimesDerivative(text, text.Width.Bits, $"r{unit}", $"a{unit}");
    }
}
