using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Activations;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes the prediction of one example. Its layers wait for one another, so what counts is latency: lanes are units, and the inputs of a layer are shared out
/// among several sets of accumulators, since the next multiply-add on one of them has to wait for the last.
/// </summary>
internal sealed class PredictOneWriter(KernelContext context)
{
    /// <summary>
    /// The most vectors of a layer that are computed side by side: with each input of the layer loaded once, and accumulators to spare for a second set.
    /// </summary>
    private const int GroupedVectors = 6;

    /// <summary>The units whose lanes are added up together, and the most vectors of inputs for which that is the shorter way.</summary>
    private const int SummedUnits = 4;
    private const int SummedVectors = 4;

    /// <summary>The most bytes of intermediate results that are kept on the stack.</summary>
    private const int StackBytes = 16 * 1024;

    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;

    /// <summary>The most multiply-adds of a layer that is written without a loop.</summary>
    private int UnrolledRounds => text.Width.Bits == 512 ? 64 : 16;

    private int LayerCount => context.Network.Layers.Count;

    /// <summary>The elements that A of all layers takes, in whole vectors.</summary>
    private long ActivationsLength => context.Network.DenseLayers().Sum(layer => (long)Room(layer.Units));

    private bool IsOnStack => ActivationsLength * text.Width.ElementSize <= StackBytes;

    /// <summary>Writes PredictOne.</summary>
    public void Write()
    {
        string element = text.Element;
        using (context.Kernel(
            "The outputs of one example. Lanes are units, or inputs where units are few, with several sets of accumulators.",
            $"void PredictOne({context.Refs("x", "output", "parameters", "packed")})",
            "public"))
        {
            WriteMemory(element);
            foreach (LayerPlan plan in context.WidthPlan.Layers)
            {
                DenseSpec layer = plan.Layer;
                writer.Line($"// layer {layer.Number}: {VectorText.Count(layer.Inputs, "input")} to {VectorText.Count(layer.Units, "unit")}, {ActivationFacts.Of(layer.Activation).Word}");
                using (writer.Block())
                {
                    WriteLayer(plan, layer.Number == 1 ? "x" : $"a{layer.Number - 1}");
                }
            }

            if (context.Network.OutputLayer().Activation == Activation.Softmax)
            {
                WriteSoftmax();
            }

            writer.Line($"MemoryMarshal.CreateSpan(ref a{LayerCount}, {context.Network.OutputSize()}).CopyTo(MemoryMarshal.CreateSpan(ref output, {context.Network.OutputSize()}));");
            if (!IsOnStack)
            {
                writer.Line($"Scratch<{element}>.Return(memory);");
            }
        }
    }

    private void WriteLayer(LayerPlan plan, string input)
    {
        DenseSpec layer = plan.Layer;
        if (plan.Forward.Kind == TileKind.Dot)
        {
            WriteDot(plan, input);
        }
        else if (layer.Number > 1 && layer.Units <= SummedUnits && layer.Inputs <= SummedVectors * text.Lanes)
        {
            WriteFewUnits(layer, input);
        }
        else
        {
            IReadOnlyList<Panel> panels = Panels.Of(layer.Units, text.Width, plan.Forward.Columns);
            if (panels.Sum(panel => panel.Count * panel.Pieces.Count) <= GroupedVectors)
            {
                WriteUnits(plan, [.. panels.SelectMany(Single)], input, isLooped: false);
            }
            else
            {
                foreach (Panel panel in panels)
                {
                    using (context.PanelLoop("unit", panel))
                    {
                        bool isLooped = panel.Count > 1;
                        WriteUnits(plan, [isLooped ? panel with { FirstColumn = 0, Count = 1 } : panel], input, isLooped);
                    }
                }
            }
        }
    }

    /// <summary>The panels of a run, one by one.</summary>
    private static IEnumerable<Panel> Single(Panel panel) =>
        Enumerable.Range(0, panel.Count).Select(index => panel with { FirstColumn = panel.FirstColumn + (index * panel.Columns), Count = 1 });

    /// <summary>
    /// A layer of few units that is not the first: lanes are its inputs, which a few vectors hold; the lanes of all units are added up together. That is sooner
    /// done than one input after the other, each of which would have to come from memory again.
    /// </summary>
    private void WriteFewUnits(DenseSpec layer, string input)
    {
        int bits = text.Width.ElementSize * SummedUnits * 8;
        writer.Line($"ref {text.Element} w = ref {VectorText.At("parameters", context.Parameters.Weights(layer))};");
        writer.Line($"{text.TypeOf(bits)} z = {VectorText.ClassOf(bits)}.LoadUnsafe(ref Unsafe.Add(ref parameters, {context.Parameters.Biases(layer)}));");
        foreach (IGrouping<int, Piece> group in text.Width.Cover(layer.Inputs).GroupBy(piece => piece.Bits))
        {
            string type = text.TypeOf(group.Key);
            string vector = VectorText.ClassOf(group.Key);
            bool isFirst = true;
            foreach (Piece piece in group)
            {
                string a = VectorText.Load(piece.Bits, input, piece.Offset);
                if (piece.Used < piece.Lanes)
                {
                    a = $"ConditionalSelect(LessThan({type}.Indices, {vector}.Create({text.Literal(piece.Used)})), {a}, {type}.Zero)";
                }

                writer.Line($"{type} v{piece.Offset} = {a};");
                for (int unit = 0; unit < layer.Units; unit++)
                {
                    string w = VectorText.Load(piece.Bits, "w", (unit * layer.Inputs) + piece.Offset);
                    string sum = $"sum{unit}_{group.Key}";
                    writer.Line(isFirst ? $"{type} {sum} = v{piece.Offset} * {w};" : $"{sum} = {VectorText.MultiplyAdd($"v{piece.Offset}", w, sum)};");
                }

                isFirst = false;
            }

            writer.Line(layer.Units == 1
                ? $"z += {VectorText.ClassOf(bits)}.CreateScalar(HorizontalSum.Of(sum0_{group.Key}));"
                : $"z += HorizontalSum.OfFour({VectorText.Join(SummedUnits, unit => unit < layer.Units ? $"sum{unit}_{group.Key}" : $"{type}.Zero")});");
        }

        if (layer.Activation is not (Activation.Linear or Activation.Softmax))
        {
            writer.Line($"z = {ActivationFunction.Of(layer).Value(text, bits, "z")};");
        }

        writer.Line($"z.StoreUnsafe(ref a{layer.Number});");
    }

    /// <summary>Room for the units of a layer, in whole vectors.</summary>
    private int Room(int units) => (units + context.Memory.LineElements - 1) / context.Memory.LineElements * context.Memory.LineElements;

    private void WriteMemory(string element)
    {
        long total = ActivationsLength;
        if (IsOnStack)
        {
            writer.Line($"{EmittedFile.SpanAlias(element)} activations = stackalloc {element}[{total + context.Memory.LineElements}];");
            writer.Line($"ref {element} a1 = ref CacheLine.Align(ref MemoryMarshal.GetReference(activations));");
        }
        else
        {
            writer.Line($"{element}[] memory = Scratch<{element}>.Rent({total}, \"{context.Network.Type.DisplayName}\", 1);");
            writer.Line($"ref {element} a1 = ref Scratch<{element}>.First(memory);");
        }

        foreach (DenseSpec layer in context.Network.DenseLayers().Skip(1))
        {
            writer.Line($"ref {element} a{layer.Number} = ref Unsafe.Add(ref a{layer.Number - 1}, {Room(layer.Inputs)});");
        }
    }

    private void WriteDot(LayerPlan plan, string input)
    {
        DenseSpec layer = plan.Layer;
        int tail = layer.Inputs % text.Lanes;
        int units = Math.Min(4, layer.Units);
        if (tail > 0)
        {
            writer.Line("// the last vector of inputs ends with the last input; lanes that the one before it has had are left out");
            writer.Line($"{text.Type} inside = GreaterThanOrEqual({text.Type}.Indices, {text.Class}.Create({text.Literal(text.Lanes - tail)}));");
        }

        int full = layer.Units / units * units;
        using (writer.Block($"for (nint unit = 0; unit < {full}; unit += {units})"))
        {
            WriteDotUnits(layer, input, units, "unit", tail);
        }

        if (full < layer.Units)
        {
            using (writer.Block())
            {
                writer.Line($"const nint unit = {full};");
                WriteDotUnits(layer, input, layer.Units - full, "unit", tail);
            }
        }

        if (layer.Activation is not (Activation.Linear or Activation.Softmax))
        {
            using (writer.Block($"for (nint unit = 0; unit < {layer.Units}; unit += {text.Lanes})"))
            {
                writer.Line($"{text.Type} z = {text.Class}.LoadUnsafe(ref a{layer.Number}, (nuint)unit);");
                writer.Line($"{text.Type} value = {ActivationFunction.Of(layer).Value(text, text.Width.Bits, "z")};");
                writer.Line($"value.StoreUnsafe(ref a{layer.Number}, (nuint)unit);");
            }
        }
    }

    private void WriteDotUnits(DenseSpec layer, string input, int units, string unit, int tail)
    {
        string element = text.Element;
        int vectors = layer.Inputs / text.Lanes;
        int sets = vectors >= 8 ? Math.Max(1, 8 / units) : 1;
        writer.Line($"ref {element} w = ref Unsafe.Add(ref parameters, {VectorText.Plus(context.Parameters.Weights(layer), $"({unit} * {layer.Inputs})")});");
        for (int set = 0; set < sets; set++)
        {
            writer.Line($"{text.Type} {VectorText.Join(units, index => $"c{set}_{index} = {(index == 0 ? text.Zero : $"c{set}_0")}")};");
        }

        int rounds = vectors / sets * sets;
        using (writer.Block($"for (nint k = 0; k < {rounds * text.Lanes}; k += {sets * text.Lanes})"))
        {
            for (int set = 0; set < sets; set++)
            {
                string at = set == 0 ? "(nuint)k" : $"(nuint)(k + {set * text.Lanes})";
                writer.Line($"{text.Type} v{set} = {text.Class}.LoadUnsafe(ref {input}, {at});");
                for (int index = 0; index < units; index++)
                {
                    writer.Line($"c{set}_{index} = {VectorText.MultiplyAdd($"v{set}", $"{text.Class}.LoadUnsafe(ref {VectorText.At("w", index * layer.Inputs)}, {at})", $"c{set}_{index}")};");
                }
            }
        }

        for (int vector = rounds; vector < vectors; vector++)
        {
            WriteDotVector(layer, input, units, vector * text.Lanes, $"r{vector}", isTail: false);
        }

        if (tail > 0)
        {
            WriteDotVector(layer, input, units, layer.Inputs - text.Lanes, "last", isTail: true);
        }

        string Sum(int index) => string.Join(" + ", Enumerable.Range(0, sets).Select(set => $"c{set}_{index}"));
        if (units == 4)
        {
            int bits = text.Width.ElementSize * 32;
            writer.Line($"({VectorText.ClassOf(bits)}.LoadUnsafe(ref Unsafe.Add(ref parameters, {context.Parameters.Biases(layer)} + {unit})) + HorizontalSum.OfFour({VectorText.Join(4, Sum)})).StoreUnsafe(ref a{layer.Number}, (nuint){unit});");
            return;
        }

        for (int index = 0; index < units; index++)
        {
            writer.Line($"Unsafe.Add(ref a{layer.Number}, {VectorText.Plus(index, unit)}) = Unsafe.Add(ref parameters, {VectorText.Plus(context.Parameters.Biases(layer) + index, unit)}) + HorizontalSum.Of({Sum(index)});");
        }
    }

    private void WriteDotVector(DenseSpec layer, string input, int units, int at, string name, bool isTail)
    {
        string load = VectorText.Load(text.Width.Bits, input, at);
        writer.Line($"{text.Type} {name} = {(isTail ? $"ConditionalSelect(inside, {load}, {text.Zero})" : load)};");
        for (int index = 0; index < units; index++)
        {
            writer.Line($"c0_{index} = {VectorText.MultiplyAdd(name, VectorText.Load(text.Width.Bits, "w", (index * layer.Inputs) + at), $"c0_{index}")};");
        }
    }

    /// <summary>Some units side by side, of one or more panels; in a loop over panels they start at "unit".</summary>
    private void WriteUnits(LayerPlan plan, IReadOnlyList<Panel> panels, string input, bool isLooped)
    {
        DenseSpec layer = plan.Layer;
        List<(int Panel, Piece Piece)> vectors = [.. panels.SelectMany((panel, index) => panel.Pieces.Select(piece => (index, piece)))];
        int sets = Math.Max(1, Math.Min(8 / vectors.Count, Math.Min(4, layer.Inputs / 2)));
        for (int index = 0; index < panels.Count; index++)
        {
            writer.Line($"ref {text.Element} w{index} = ref {(isLooped ? $"Unsafe.Add(ref packed, {VectorText.Plus(plan.Forward.PackedOffset, $"(unit * {layer.Inputs})")})" : VectorText.At("packed", plan.Forward.PackedOffset + (panels[index].FirstColumn * layer.Inputs)))};");
        }

        writer.Line($"ref {text.Element} bias = ref Unsafe.Add(ref parameters, {context.Parameters.Biases(layer)}{(isLooped ? " + unit" : string.Empty)});");
        for (int index = 0; index < vectors.Count; index++)
        {
            Piece piece = vectors[index].Piece;
            string start = VectorText.Load(piece.Bits, "bias", panels[vectors[index].Panel].FirstColumn + piece.Offset);
            writer.Line($"{text.TypeOf(piece.Bits)} {VectorText.Join(sets, set => $"c{set}_{index} = {(set == 0 ? start : set == 1 ? text.ZeroOf(piece.Bits) : $"c1_{index}")}")};");
        }

        int looped = layer.Inputs * vectors.Count <= UnrolledRounds ? 0 : layer.Inputs / sets * sets;
        if (looped > 0)
        {
            using (writer.Block($"for (nint k = 0; k < {looped}; k += {sets})"))
            {
                for (int set = 0; set < sets; set++)
                {
                    WriteInput(panels, vectors, set, set == 0 ? $"Unsafe.Add(ref {input}, k)" : $"Unsafe.Add(ref {input}, k + {set})", set);
                }

                for (int index = 0; index < panels.Count; index++)
                {
                    writer.Line($"w{index} = ref Unsafe.Add(ref w{index}, {sets * panels[index].Width});");
                }
            }
        }

        for (int k = looped; k < layer.Inputs; k++)
        {
            WriteInput(panels, vectors, k % sets, VectorText.At(input, k), k - looped);
        }

        for (int index = 0; index < vectors.Count; index++)
        {
            WriteResult(layer, vectors[index].Piece, index, panels[vectors[index].Panel].FirstColumn, sets, isLooped);
        }
    }

    private void WriteInput(IReadOnlyList<Panel> panels, List<(int Panel, Piece Piece)> vectors, int set, string scalar, int row)
    {
        for (int index = 0; index < vectors.Count; index++)
        {
            (int panel, Piece piece) = vectors[index];
            string c = $"c{set}_{index}";
            string weights = VectorText.Load(piece.Bits, $"w{panel}", (row * panels[panel].Width) + piece.Offset);
            writer.Line($"{c} = {VectorText.MultiplyAdd($"{VectorText.ClassOf(piece.Bits)}.Create({scalar})", weights, c)};");
        }
    }

    private void WriteResult(DenseSpec layer, Piece piece, int index, int firstUnit, int sets, bool isLooped)
    {
        // pairs first: the sum of four takes the time of two additions
        List<string> sums = [.. Enumerable.Range(0, sets).Select(set => $"c{set}_{index}")];
        while (sums.Count > 2)
        {
            sums = [.. Enumerable.Range(0, (sums.Count + 1) / 2).Select(pair => (2 * pair) + 1 < sums.Count ? $"({sums[2 * pair]} + {sums[(2 * pair) + 1]})" : sums[2 * pair])];
        }

        string sum = string.Join(" + ", sums);
        Expression result = sums.Count == 1 ? Expression.Primary(sum) : Expression.Sum(sum);
        string target = $"a{layer.Number}";
        int offset = firstUnit + piece.Offset;
        if (layer.Activation is not (Activation.Linear or Activation.Softmax))
        {
            string z = sum;
            if (sets > 1)
            {
                z = $"z{index}";
                writer.Line($"{text.TypeOf(piece.Bits)} {z} = {sum};");
            }

            writer.Line($"{text.TypeOf(piece.Bits)} value{index} = {ActivationFunction.Of(layer).Value(text, piece.Bits, z)};");
            result = Expression.Primary($"value{index}");
        }

        writer.Line(isLooped
            ? $"{result.Receiver}.StoreUnsafe(ref {target}, (nuint)({(offset == 0 ? "unit" : $"unit + {offset}")}));"
            : VectorText.Store(result, target, offset));
    }

    private void WriteSoftmax()
    {
        IReadOnlyList<Piece> pieces = text.Width.Cover(context.Network.OutputSize());
        if (pieces.Count == 1)
        {
            WriteSoftmaxOfOne(pieces[0]);
        }
        else
        {
            WriteSoftmaxOfMany();
        }
    }

    /// <summary>Softmax of units that one vector holds.</summary>
    private void WriteSoftmaxOfOne(Piece piece)
    {
        string vector = VectorText.ClassOf(piece.Bits);
        string type = text.TypeOf(piece.Bits);
        writer.Line("// softmax: the greatest is subtracted first, so that nothing overflows; lanes behind the last unit count as -infinity");
        writer.Line($"{type} logits = Logits.Bounded({VectorText.Load(piece.Bits, $"a{LayerCount}", 0)});");
        if (piece.Used < piece.Lanes)
        {
            writer.Line($"logits = ConditionalSelect(LessThan({type}.Indices, {vector}.Create({text.Literal(piece.Used)})), logits, {vector}.Create({text.Element}.NegativeInfinity));");
        }

        writer.Line($"{type} e = VectorMath.Exp(logits - {vector}.Create(HorizontalMax.Of(logits)));");
        writer.Line($"(e / {vector}.Create(HorizontalSum.Of(e))).StoreUnsafe(ref a{LayerCount});");
    }

    private void WriteSoftmaxOfMany()
    {
        string element = text.Element;
        int units = context.Network.OutputSize();
        int tail = units % text.Lanes;
        string name = $"a{LayerCount}";
        string lowest = $"{text.Class}.Create({element}.NegativeInfinity)";
        writer.Line("// softmax: the greatest is subtracted first, so that nothing overflows; lanes behind the last unit count as -infinity");
        if (tail > 0)
        {
            writer.Line($"{text.Type} used = LessThan({text.Type}.Indices, {text.Class}.Create({text.Literal(tail)}));");
            writer.Line($"ConditionalSelect(used, {VectorText.Load(text.Width.Bits, name, units - tail)}, {lowest}).StoreUnsafe(ref {name}, {units - tail});");
        }

        writer.Line($"{text.Type} most = {lowest};");
        using (Vectors(units))
        {
            writer.Line($"{text.Type} logits = Logits.Bounded({text.Class}.LoadUnsafe(ref {name}, (nuint)unit));");
            writer.Line($"logits.StoreUnsafe(ref {name}, (nuint)unit);");
            writer.Line("most = Max(most, logits);");
        }

        writer.Line($"{text.Type} greatest = {text.Class}.Create(HorizontalMax.Of(most));");
        writer.Line($"{text.Type} sum = {text.Zero};");
        using (Vectors(units))
        {
            writer.Line($"{text.Type} e = VectorMath.Exp({text.Class}.LoadUnsafe(ref {name}, (nuint)unit) - greatest);");
            writer.Line($"e.StoreUnsafe(ref {name}, (nuint)unit);");
            writer.Line("sum += e;");
        }

        writer.Line($"{text.Type} share = {text.Class}.Create(1 / HorizontalSum.Of(sum));");
        using (Vectors(units))
        {
            writer.Line($"({text.Class}.LoadUnsafe(ref {name}, (nuint)unit) * share).StoreUnsafe(ref {name}, (nuint)unit);");
        }
    }

    private CodeWriter.Scope Vectors(int units) => writer.Block($"for (nint unit = 0; unit < {units}; unit += {text.Lanes})");
}
