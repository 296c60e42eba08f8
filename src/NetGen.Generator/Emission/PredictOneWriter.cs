using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes the prediction of one example. Its layers wait for one another, so what counts is latency: lanes are units, and the inputs of a layer are shared out among several sets of
/// accumulators, since the next multiply-add on one of them has to wait for the last.
/// </summary>
internal sealed class PredictOneWriter(KernelContext context)
{
    /// <summary>The most inputs of a layer that is written without a loop.</summary>
    private const int UnrolledInputs = 16;

    /// <summary>The most elements of intermediate results that are kept on the stack.</summary>
    private const int StackElements = 4096;

    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;

    private int LayerCount => context.Network.Layers.Count;

    /// <summary>Writes PredictOne.</summary>
    public void Write()
    {
        string element = text.Element;
        using (context.Kernel(
            "The outputs of one example. Lanes are units; each layer's inputs are shared out among several sets of accumulators.",
            $"void PredictOne({context.Refs("x", "output", "parameters", "packed")})",
            "public"))
        {
            WriteMemory(element);
            foreach (LayerPlan plan in context.WidthPlan.Layers)
            {
                LayerSpec layer = plan.Layer;
                writer.Line($"// layer {layer.Number}: {layer.Inputs} inputs to {layer.Units} units, {ActivationText.Name(layer)}");
                using (writer.Block())
                {
                    string input = layer.Number == 1 ? "x" : $"a{layer.Number - 1}";
                    if (plan.Forward.Kind == TileKind.Dot)
                    {
                        WriteDot(plan, input);
                    }
                    else
                    {
                        foreach (Panel panel in Panels.Of(layer.Units, text.Width, plan.Forward.Columns))
                        {
                            WritePanel(plan, panel, input);
                        }
                    }
                }
            }

            if (context.Network.OutputLayer().Activation == Activation.Softmax)
            {
                WriteSoftmax();
            }

            writer.Line($"MemoryMarshal.CreateSpan(ref a{LayerCount}, {context.Network.OutputSize()}).CopyTo(MemoryMarshal.CreateSpan(ref output, {context.Network.OutputSize()}));");
        }
    }

    /// <summary>Room for the units of a layer, in whole vectors.</summary>
    private int Room(int units) => (units + context.Memory.LineElements - 1) / context.Memory.LineElements * context.Memory.LineElements;

    private void WriteMemory(string element)
    {
        int total = context.Network.Layers.Sum(layer => Room(layer.Units));
        if (total <= StackElements)
        {
            writer.Line($"Span<{element}> activations = stackalloc {element}[{total}];");
            writer.Line($"ref {element} a1 = ref MemoryMarshal.GetReference(activations);");
        }
        else
        {
            writer.Line($"ref {element} a1 = ref Scratch<{element}>.Rent({total});");
        }

        foreach (LayerSpec layer in context.Network.Layers.Skip(1))
        {
            writer.Line($"ref {element} a{layer.Number} = ref Unsafe.Add(ref a{layer.Number - 1}, {Room(layer.Inputs)});");
        }
    }

    private void WriteDot(LayerPlan plan, string input)
    {
        LayerSpec layer = plan.Layer;
        int tail = layer.Inputs % text.Lanes;
        int units = Math.Min(4, layer.Units);
        if (tail > 0)
        {
            writer.Line("// the last vector of inputs ends with the last input; lanes that the one before it has had are left out");
            writer.Line($"{text.Type} inside = {text.Class}.GreaterThanOrEqual({text.Type}.Indices, {text.Class}.Create({text.Literal(text.Lanes - tail)}));");
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
                writer.Line($"({ActivationText.Value(layer, text, text.Width.Bits, "z")}).StoreUnsafe(ref a{layer.Number}, (nuint)unit);");
            }
        }
    }

    private void WriteDotUnits(LayerSpec layer, string input, int units, string unit, int tail)
    {
        string element = text.Element;
        int vectors = layer.Inputs / text.Lanes;
        int sets = vectors >= 8 ? Math.Max(1, 8 / units) : 1;
        writer.Line($"ref {element} w = ref Unsafe.Add(ref parameters, {context.Memory.Weights[layer.Number]} + ({unit} * {layer.Inputs}));");
        for (int set = 0; set < sets; set++)
        {
            writer.Line($"{text.Type} {Join(units, index => $"c{set}_{index} = {text.Zero}")};");
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

        string sum(int index) => string.Join(" + ", Enumerable.Range(0, sets).Select(set => $"c{set}_{index}"));
        if (units == 4)
        {
            int bits = text.Width.ElementSize * 32;
            writer.Line($"({VectorText.ClassOf(bits)}.LoadUnsafe(ref Unsafe.Add(ref parameters, {context.Memory.Biases[layer.Number]} + {unit})) + HorizontalSum.OfFour({Join(4, sum)})).StoreUnsafe(ref a{layer.Number}, (nuint){unit});");
            return;
        }

        for (int index = 0; index < units; index++)
        {
            writer.Line($"Unsafe.Add(ref a{layer.Number}, {unit} + {index}) = Unsafe.Add(ref parameters, {context.Memory.Biases[layer.Number] + index} + {unit}) + HorizontalSum.Of({sum(index)});");
        }
    }

    private void WriteDotVector(LayerSpec layer, string input, int units, int at, string name, bool isTail)
    {
        string load = VectorText.Load(text.Width.Bits, input, at);
        writer.Line($"{text.Type} {name} = {(isTail ? $"{text.Class}.ConditionalSelect(inside, {load}, {text.Zero})" : load)};");
        for (int index = 0; index < units; index++)
        {
            writer.Line($"c0_{index} = {VectorText.MultiplyAdd(name, VectorText.Load(text.Width.Bits, "w", (index * layer.Inputs) + at), $"c0_{index}")};");
        }
    }

    private void WritePanel(LayerPlan plan, Panel panel, string input)
    {
        LayerSpec layer = plan.Layer;
        string element = text.Element;
        int sets = Math.Max(1, Math.Min(8 / panel.Pieces.Count, Math.Min(4, layer.Inputs / 2)));
        using (context.PanelLoop("unit", panel))
        {
            writer.Line($"ref {element} w = ref Unsafe.Add(ref packed, {plan.Forward.PackedOffset} + (unit * {layer.Inputs}));");
            writer.Line($"ref {element} bias = ref Unsafe.Add(ref parameters, {context.Memory.Biases[layer.Number]} + unit);");
            for (int set = 0; set < sets; set++)
            {
                for (int piece = 0; piece < panel.Pieces.Count; piece++)
                {
                    Piece vector = panel.Pieces[piece];
                    string start = set == 0 ? VectorText.Load(vector.Bits, "bias", vector.Offset) : text.ZeroOf(vector.Bits);
                    writer.Line($"{text.TypeOf(vector.Bits)} c{set}_{piece} = {start};");
                }
            }

            int looped = layer.Inputs <= UnrolledInputs ? 0 : layer.Inputs / sets * sets;
            if (looped > 0)
            {
                using (writer.Block($"for (nint k = 0; k < {looped}; k += {sets})"))
                {
                    for (int set = 0; set < sets; set++)
                    {
                        WriteInput(panel, set, set == 0 ? $"Unsafe.Add(ref {input}, k)" : $"Unsafe.Add(ref {input}, k + {set})", set * panel.Width);
                    }

                    writer.Line($"w = ref Unsafe.Add(ref w, {sets * panel.Width});");
                }
            }

            for (int k = looped; k < layer.Inputs; k++)
            {
                WriteInput(panel, k % sets, VectorText.At(input, k), (k - looped) * panel.Width);
            }

            for (int piece = 0; piece < panel.Pieces.Count; piece++)
            {
                WriteResult(layer, panel.Pieces[piece], piece, sets);
            }
        }
    }

    private void WriteInput(Panel panel, int set, string scalar, int at)
    {
        for (int piece = 0; piece < panel.Pieces.Count; piece++)
        {
            Piece vector = panel.Pieces[piece];
            string c = $"c{set}_{piece}";
            writer.Line($"{c} = {VectorText.MultiplyAdd($"{VectorText.ClassOf(vector.Bits)}.Create({scalar})", VectorText.Load(vector.Bits, "w", at + vector.Offset), c)};");
        }
    }

    private void WriteResult(LayerSpec layer, Piece vector, int piece, int sets)
    {
        // pairs first: the sum of four takes the time of two additions
        List<string> sums = [.. Enumerable.Range(0, sets).Select(set => $"c{set}_{piece}")];
        while (sums.Count > 1)
        {
            sums = [.. Enumerable.Range(0, (sums.Count + 1) / 2).Select(pair => (2 * pair) + 1 < sums.Count ? $"({sums[2 * pair]} + {sums[(2 * pair) + 1]})" : sums[2 * pair])];
        }

        string z = sums[0];
        if (layer.Activation is not (Activation.Linear or Activation.Softmax))
        {
            writer.Line($"{text.TypeOf(vector.Bits)} z{piece} = {z};");
            z = $"({ActivationText.Value(layer, text, vector.Bits, $"z{piece}")})";
        }

        string place = vector.Offset == 0 ? "(nuint)unit" : $"(nuint)(unit + {vector.Offset})";
        writer.Line($"{z}.StoreUnsafe(ref a{layer.Number}, {place});");
    }

    private void WriteSoftmax()
    {
        string element = text.Element;
        int units = context.Network.OutputSize();
        int tail = units % text.Lanes;
        string name = $"a{LayerCount}";
        string lowest = $"{text.Class}.Create({element}.NegativeInfinity)";
        writer.Line("// softmax: the greatest is subtracted first, so that nothing overflows; lanes behind the last unit count as -infinity");
        if (tail > 0)
        {
            writer.Line($"{text.Type} used = {text.Class}.LessThan({text.Type}.Indices, {text.Class}.Create({text.Literal(tail)}));");
            writer.Line($"{text.Class}.ConditionalSelect(used, {VectorText.Load(text.Width.Bits, name, units - tail)}, {lowest}).StoreUnsafe(ref {name}, {units - tail});");
        }

        writer.Line($"{text.Type} most = {lowest};");
        using (Vectors(units))
        {
            writer.Line($"most = {text.Class}.Max(most, {text.Class}.LoadUnsafe(ref {name}, (nuint)unit));");
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

    private static string Join(int count, Func<int, string> item) => string.Join(", ", Enumerable.Range(0, count).Select(item));
}
