using System;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>Writes sums over the units of a row, in which lanes after the last unit do not count.</summary>
/// <param name="kernel">Where to.</param>
/// <param name="units">The units.</param>
internal sealed class RowSums(KernelWriter kernel, int units)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;

    private int Tail => units % text.Lanes;

    /// <summary>Writes the mask of the lanes of the last vector that count, where not all do.</summary>
    public void WriteMask()
    {
        if (Tail > 0)
        {
            writer.Line($"{text.Type} inside = LessThan({text.Type}.Indices, {text.Class}.Create({text.Literal(Tail)}));");
        }
    }

    /// <summary>Writes a loop over the vectors of a row, which are at "at", and for a last one that is not full the same once more.</summary>
    /// <param name="body">Writes what is done with a vector, given how a value becomes 0 where a lane does not count.</param>
    public void Write(Action<Func<string, string>> body)
    {
        int full = units - Tail;
        if (full > 0)
        {
            using (kernel.StepLoop("unit", full, text.Lanes))
            {
                writer.Line("nuint at = (nuint)unit;");
                body(static value => value);
            }
        }

        if (Tail > 0)
        {
            using (writer.Block())
            {
                writer.Line($"const nuint at = {full};");
                body(value => $"ConditionalSelect(inside, {value}, {text.Zero})");
            }
        }
    }
}
