using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Activations;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>
/// Writes a layer in the prediction of one example: from the values at a ref of some name, and weights and bias at refs of those names, to the values at
/// another ref, which has room for whole vectors.
/// </summary>
/// <param name="kernel">Where to.</param>
/// <param name="plan">The layer.</param>
/// <param name="input">The ref of the inputs.</param>
/// <param name="output">The ref of the results.</param>
internal sealed class DensePredictWriter(KernelWriter kernel, PredictPlan plan, string input, string output)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;

    /// <summary>Writes the code.</summary>
    public void Write()
    {
        switch (plan.Form)
        {
            case PredictForm.Dot:
                new DotPredictWriter(kernel, plan, input, output).Write();
                break;
            case PredictForm.FewUnits:
                WriteFewUnits();
                break;
            case PredictForm.SideBySide:
                WriteUnits([.. Panels.Of(plan.Units, text.Width, plan.Columns).SelectMany(Single)], isLooped: false);
                break;
            case PredictForm.Panels:
                foreach (Panel panel in Panels.Of(plan.Units, text.Width, plan.Columns))
                {
                    using (kernel.PanelLoop("unit", panel))
                    {
                        bool isLooped = panel.Count > 1;
                        WriteUnits([isLooped ? panel with { FirstColumn = 0, Count = 1 } : panel], isLooped);
                    }
                }

                break;
        }
    }

    /// <summary>The panels of a run, one by one.</summary>
    private static IEnumerable<Panel> Single(Panel panel) =>
        Enumerable.Range(0, panel.Count).Select(index => panel with { FirstColumn = panel.FirstColumn + (index * panel.Columns), Count = 1 });

    /// <summary>Lanes are the inputs, which a few vectors hold; the lanes of all units are added up together.</summary>
    private void WriteFewUnits()
    {
        int bits = text.Width.ElementSize * PredictPlan.SummedUnits * 8;
        writer.Line($"{text.TypeOf(bits)} z = {VectorText.ClassOf(bits)}.LoadUnsafe(ref bias);");
        foreach (IGrouping<int, Piece> group in text.Width.Cover(plan.Inputs).GroupBy(static piece => piece.Bits))
        {
            WriteFewUnits(group.Key, [.. group]);
            string Sum(int unit) => unit < plan.Units ? $"sum{unit}_{group.Key}" : text.ZeroOf(group.Key);
            writer.Line(plan.Units == 1
                ? $"z += {VectorText.ClassOf(bits)}.CreateScalar(HorizontalSum.Of({Sum(0)}));"
                : $"z += HorizontalSum.OfFour({VectorText.Join(PredictPlan.SummedUnits, Sum)});");
        }

        if (plan.Activates)
        {
            writer.Line($"z = {ActivationFunction.Of(plan.Activation).Value(text, bits, "z")};");
        }

        writer.Line($"z.StoreUnsafe(ref {output});");
    }

    /// <summary>The sums of each unit over the inputs in vectors of some bits.</summary>
    private void WriteFewUnits(int bits, IReadOnlyList<Piece> pieces)
    {
        string type = text.TypeOf(bits);
        foreach (Piece piece in pieces)
        {
            string a = VectorText.Load(bits, input, piece.Offset);
            if (piece.Used < piece.Lanes)
            {
                a = $"ConditionalSelect(LessThan({type}.Indices, {VectorText.ClassOf(bits)}.Create({text.Literal(piece.Used)})), {a}, {type}.Zero)";
            }

            writer.Line($"{type} v{piece.Offset} = {a};");
            for (int unit = 0; unit < plan.Units; unit++)
            {
                string w = VectorText.Load(bits, "weights", ((long)unit * plan.Inputs) + piece.Offset);
                string sum = $"sum{unit}_{bits}";
                writer.Line(piece == pieces[0]
                    ? $"{type} {sum} = v{piece.Offset} * {w};"
                    : $"{sum} = {VectorText.MultiplyAdd($"v{piece.Offset}", w, sum)};");
            }
        }
    }

    /// <summary>Some units side by side, of one or more panels; in a loop over panels they start at "unit".</summary>
    private void WriteUnits(IReadOnlyList<Panel> panels, bool isLooped)
    {
        List<(int Panel, Piece Piece)> vectors = [.. panels.SelectMany(static (panel, index) => panel.Pieces.Select(piece => (index, piece)))];
        int sets = plan.Sets(vectors.Count);
        // Only where this is the whole layer may the ref to its weights move.
        bool isWhole = plan.Form == PredictForm.SideBySide && panels.Count == 1;
        string[] weights = isWhole ? ["weights"] : [.. Enumerable.Range(0, panels.Count).Select(static panel => $"w{panel}")];
        for (int index = 0; index < panels.Count && !isWhole; index++)
        {
            string place = isLooped ? $"unit * {plan.Inputs}" : VectorText.Number((long)panels[index].FirstColumn * plan.Inputs);
            writer.Line($"ref {text.Element} w{index} = ref {VectorText.At("weights", place)};");
        }

        string bias = isLooped ? "panelBias" : "bias";
        if (isLooped)
        {
            writer.Line($"ref {text.Element} panelBias = ref Unsafe.Add(ref bias, unit);");
        }

        for (int index = 0; index < vectors.Count; index++)
        {
            Piece piece = vectors[index].Piece;
            string start = VectorText.Load(piece.Bits, bias, panels[vectors[index].Panel].FirstColumn + piece.Offset);
            string Start(int set) => set == 0 ? start : set == 1 ? text.ZeroOf(piece.Bits) : $"c1_{index}";
            writer.Line($"{text.TypeOf(piece.Bits)} {VectorText.Join(sets, set => $"c{set}_{index} = {Start(set)}")};");
        }

        WriteInputs(panels, weights, vectors, sets);
        for (int index = 0; index < vectors.Count; index++)
        {
            WriteResult(vectors[index].Piece, index, panels[vectors[index].Panel].FirstColumn, sets, isLooped);
        }
    }

    private void WriteInputs(IReadOnlyList<Panel> panels, string[] names, List<(int Panel, Piece Piece)> vectors, int sets)
    {
        int looped = plan.LoopedInputs(vectors.Count, text.Width);
        if (looped > 0)
        {
            using (kernel.StepLoop("k", looped, sets))
            {
                for (int set = 0; set < sets; set++)
                {
                    WriteInput(panels, names, vectors, set, set == 0 ? $"Unsafe.Add(ref {input}, k)" : $"Unsafe.Add(ref {input}, k + {set})", set);
                }

                for (int index = 0; index < panels.Count; index++)
                {
                    writer.Line($"{names[index]} = ref Unsafe.Add(ref {names[index]}, {sets * panels[index].Width});");
                }
            }
        }

        for (int k = looped; k < plan.Inputs; k++)
        {
            WriteInput(panels, names, vectors, k % sets, VectorText.At(input, k), k - looped);
        }
    }

    private void WriteInput(IReadOnlyList<Panel> panels, string[] names, List<(int Panel, Piece Piece)> vectors, int set, string scalar, int row)
    {
        for (int index = 0; index < vectors.Count; index++)
        {
            (int panel, Piece piece) = vectors[index];
            string c = $"c{set}_{index}";
            string weights = VectorText.Load(piece.Bits, names[panel], (row * panels[panel].Width) + piece.Offset);
            writer.Line($"{c} = {VectorText.MultiplyAdd($"{VectorText.ClassOf(piece.Bits)}.Create({scalar})", weights, c)};");
        }
    }

    private void WriteResult(Piece piece, int index, int firstUnit, int sets, bool isLooped)
    {
        // Pairs first: the sum of four takes the time of two additions.
        List<string> sums = [.. Enumerable.Range(0, sets).Select(set => $"c{set}_{index}")];
        while (sums.Count > 2)
        {
            sums = [.. Enumerable.Range(0, (sums.Count + 1) / 2).Select(pair => (2 * pair) + 1 < sums.Count ? $"({sums[2 * pair]} + "
                + $"{sums[(2 * pair) + 1]})" : sums[2 * pair])];
        }

        string sum = string.Join(" + ", sums);
        Expression result = sums.Count == 1 ? Expression.Primary(sum) : Expression.Sum(sum);
        if (plan.Activates)
        {
            string z = sum;
            if (sets > 1)
            {
                z = $"z{index}";
                writer.Line($"{text.TypeOf(piece.Bits)} {z} = {sum};");
            }

            writer.Line($"{text.TypeOf(piece.Bits)} value{index} = {ActivationFunction.Of(plan.Activation).Value(text, piece.Bits, z)};");
            result = Expression.Primary($"value{index}");
        }

        int offset = firstUnit + piece.Offset;
        writer.Line(isLooped
            ? $"{result.Receiver}.StoreUnsafe(ref {output}, (nuint){(offset == 0 ? "unit" : $"(unit + {offset})")});"
            : VectorText.Store(result, output, offset));
    }
}
