using System.Linq;
using NetGen.Generator.Activations;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>Writes a layer of many inputs in the prediction of one example: lanes are inputs, some units at a time.</summary>
internal sealed class DotPredictWriter(KernelWriter kernel, PredictPlan plan, string input, string output)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;

    private int Tail => plan.Inputs % text.Lanes;

    /// <summary>Writes the code.</summary>
    public void Write()
    {
        if (Tail > 0)
        {
            writer.Line("// the last vector of inputs ends with the last input; lanes that the one before it has had are left out");
            writer.Line($"{text.Type} inside = GreaterThanOrEqual({text.Type}.Indices, {text.Class}.Create({text.Literal(text.Lanes - Tail)}));");
        }

        int units = plan.DotUnits;
        int full = plan.Units / units * units;
        using (writer.Block($"for (nint unit = 0; unit < {full}; unit += {units})"))
        {
            WriteUnits(units);
        }

        if (full < plan.Units)
        {
            using (writer.Block())
            {
                writer.Line($"const nint unit = {full};");
                WriteUnits(plan.Units - full);
            }
        }

        if (plan.Activates)
        {
            writer.Lines($$"""
                for (nint unit = 0; unit < {{plan.Units}}; unit += {{text.Lanes}})
                {
                    {{text.Type}} z = {{text.Class}}.LoadUnsafe(ref {{output}}, (nuint)unit);
                    {{text.Type}} value = {{ActivationFunction.Of(plan.Activation).Value(text, text.Width.Bits, "z")}};
                    value.StoreUnsafe(ref {{output}}, (nuint)unit);
                }
                """);
        }
    }

    private void WriteUnits(int units)
    {
        int vectors = plan.Inputs / text.Lanes;
        int sets = plan.DotSets(units, text.Width);
        writer.Line($"ref {text.Element} w = ref Unsafe.Add(ref weights, unit * {plan.Inputs});");
        for (int set = 0; set < sets; set++)
        {
            writer.Line($"{text.Type} {VectorText.Join(units, index => $"c{set}_{index} = {(index == 0 ? text.Zero : $"c{set}_0")}")};");
        }

        int rounds = vectors / sets * sets;
        using (writer.Block($"for (nint k = 0; k < {rounds * text.Lanes}; k += {sets * text.Lanes})"))
        {
            for (int set = 0; set < sets; set++)
            {
                WriteRound(units, set);
            }
        }

        for (int vector = rounds; vector < vectors; vector++)
        {
            WriteVector(units, vector * text.Lanes, $"r{vector}", isTail: false);
        }

        if (Tail > 0)
        {
            WriteVector(units, plan.Inputs - text.Lanes, "last", isTail: true);
        }

        WriteSums(units, sets);
    }

    private void WriteRound(int units, int set)
    {
        string at = set == 0 ? "(nuint)k" : $"(nuint)(k + {set * text.Lanes})";
        writer.Line($"{text.Type} v{set} = {text.Class}.LoadUnsafe(ref {input}, {at});");
        for (int index = 0; index < units; index++)
        {
            string weights = $"{text.Class}.LoadUnsafe(ref {VectorText.At("w", (long)index * plan.Inputs)}, {at})";
            writer.Line($"c{set}_{index} = {VectorText.MultiplyAdd($"v{set}", weights, $"c{set}_{index}")};");
        }
    }

    private void WriteVector(int units, int at, string name, bool isTail)
    {
        string load = VectorText.Load(text.Width.Bits, input, at);
        writer.Line($"{text.Type} {name} = {(isTail ? $"ConditionalSelect(inside, {load}, {text.Zero})" : load)};");
        for (int index = 0; index < units; index++)
        {
            string weights = VectorText.Load(text.Width.Bits, "w", ((long)index * plan.Inputs) + at);
            writer.Line($"c0_{index} = {VectorText.MultiplyAdd(name, weights, $"c0_{index}")};");
        }
    }

    private void WriteSums(int units, int sets)
    {
        string Sum(int index) => string.Join(" + ", Enumerable.Range(0, sets).Select(set => $"c{set}_{index}"));
        if (units == PredictPlan.SummedUnits)
        {
            int bits = text.Width.ElementSize * PredictPlan.SummedUnits * 8;
            string sums = $"HorizontalSum.OfFour({VectorText.Join(units, Sum)})";
            writer.Line($"({VectorText.ClassOf(bits)}.LoadUnsafe(ref bias, (nuint)unit) + {sums}).StoreUnsafe(ref {output}, (nuint)unit);");
            return;
        }

        for (int index = 0; index < units; index++)
        {
            string place = VectorText.Plus(index, "unit");
            writer.Line($"Unsafe.Add(ref {output}, {place}) = Unsafe.Add(ref bias, {place}) + HorizontalSum.Of({Sum(index)});");
        }
    }
}
