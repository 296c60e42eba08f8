using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dropout;

/// <summary>Writes a pass over rows in which the mask of each vector is at hand. Random words come for 64 units at a time.</summary>
/// <param name="kernel">Where to.</param>
/// <param name="units">The values of a row.</param>
/// <param name="rate">The share that is dropped.</param>
/// <param name="loop">The loop over rows.</param>
internal sealed class MaskLoop(KernelWriter kernel, int units, double rate, RowLoop loop)
{
    private const int Group = 64;
    private const int Words = 16;

    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;

    /// <summary>The units whose words are the lanes of one vector of words.</summary>
    private int WordLanes => text.Width.Bits / 32;

    /// <summary>Writes the loop.</summary>
    /// <param name="body">Writes what is done with a vector, given its mask.</param>
    public void Write(Action<string> body)
    {
        writer.Line("var dropout = new DropoutKey(key.Seed, key.Step, layer);");
        writer.Line($"var threshold = {text.Class}.Create({VectorText.Number(DropoutFacts.Threshold(rate))}u);");
        writer.Line($"{text.Type} scale = {text.Class}.Create({text.Literal(1 / (1 - rate))});");
        using (writer.Block("for (nint i = start; i < end; i++)"))
        {
            loop.WriteRows();
            writer.Line("var random = new DropoutRow(in dropout, key.FirstExample + i);");
            int full = units / Group * Group;
            if (full > 0)
            {
                using (kernel.StepLoop("unit", full, Group))
                {
                    WriteGroup(Group, body);
                }
            }

            if (full < units)
            {
                using (writer.Block())
                {
                    writer.Line($"const nint unit = {full};");
                    WriteGroup(units - full, body);
                }
            }
        }
    }

    private void WriteGroup(int count, Action<string> body)
    {
        for (int part = 0; part < Words / WordLanes && part * WordLanes < count; part++)
        {
            string which = WordLanes == Words ? string.Empty : $"{part}, ";
            string Name(int word) => $"w{(WordLanes == Words ? string.Empty : $"{part}_")}{word}";
            IEnumerable<string> words = Enumerable.Range(0, Group / Words)
                .Select(word => (word * Words) + (part * WordLanes) < count ? $"out var {Name(word)}" : "out _");
            writer.Line($"DropoutMask.Words{text.Width.Bits}(in random, (int)(unit / {Group}), {which}{string.Join(", ", words)});");
            for (int word = 0; word < Group / Words; word++)
            {
                int first = (word * Words) + (part * WordLanes);
                foreach ((string scale, int offset) in text.Lanes == WordLanes ? Whole : Halves)
                {
                    if (first + offset < count)
                    {
                        using (writer.Block())
                        {
                            writer.Line($"nuint at = (nuint){(first + offset == 0 ? "unit" : $"(unit + {first + offset})")};");
                            body($"DropoutMask.{scale}({Name(word)}, threshold, scale)");
                        }
                    }
                }
            }
        }
    }

    /// <summary>The masks that a vector of words makes: one of floats.</summary>
    private static IReadOnlyList<(string Method, int Offset)> Whole => [("Scale", 0)];

    /// <summary>Of doubles, two.</summary>
    private IReadOnlyList<(string Method, int Offset)> Halves => [("ScaleLower", 0), ("ScaleUpper", text.Lanes)];
}
