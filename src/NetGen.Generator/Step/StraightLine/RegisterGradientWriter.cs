using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.StraightLine;

/// <summary>
/// Writes the gradients of a small network: the parameters, in their order, are taken a group at a time, as many as keep their sums in registers while the
/// blocks pass by; then the lanes of all sums of a group are added up together, which gives vectors of gradients in the order of the parameters.
/// </summary>
internal sealed class RegisterGradientWriter(KernelContext context, RegisterBlock block)
{
    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;
    private readonly UpdateWriter update = new(context, context.Parameters.Count);

    private int GroupCount => (context.Parameters.Count + block.Plan.GroupSize - 1) / block.Plan.GroupSize;

    /// <summary>Writes Gradients and one method a group.</summary>
    public void Write()
    {
        WriteGroups();
        for (int group = 0; group < GroupCount; group++)
        {
            WriteGroup(group);
        }
    }

    private string Signature(string name, string more) =>
        $"void {name}<{UpdateWriter.Sink}>({context.Refs("block", "parameters")}, nint blocks, "
            + $"ref {UpdateWriter.Sink} sink{more}) {UpdateWriter.ConstraintOf(text.Element)}";

    private void WriteGroups()
    {
        using (context.Kernel(
            $"One worker's share of the gradients and of the update: {VectorText.Count(GroupCount, "group")} of {block.Plan.GroupSize} parameters.",
            Signature("Gradients", ", int part, int parts")))
        {
            if (GroupCount == 1)
            {
                using (writer.Block("if (part == parts - 1)"))
                {
                    writer.Line("Gradient0(ref block, ref parameters, blocks, ref sink);");
                }

                return;
            }

            using (writer.Block($"for (int group = {GroupCount} * part / parts, last = {GroupCount} * (part + 1) / parts; group < last; group++)"))
            using (writer.Block("switch (group)"))
            {
                for (int group = 0; group < GroupCount; group++)
                {
                    writer.Lines($"""
                        {(group == GroupCount - 1 ? "default" : $"case {group}")}:
                            Gradient{group}(ref block, ref parameters, blocks, ref sink);
                            break;
                        """);
                }
            }
        }
    }

    private void WriteGroup(int group)
    {
        int first = group * block.Plan.GroupSize;
        int last = Math.Min(first + block.Plan.GroupSize, context.Parameters.Count);
        List<(string Name, int Delta, int Input)> parameters = [.. Enumerable.Range(first, last - first).Select(Locate)];
        using (context.Kernel($"{parameters[0].Name} to {parameters[parameters.Count - 1].Name}.", Signature($"Gradient{group}", string.Empty)))
        {
            update.WriteAllParameters();
            foreach (IEnumerable<int> line in Lines(parameters.Count))
            {
                writer.Line($"{text.Type} {string.Join(", ", line.Select(index => $"g{index} = {text.Zero}"))};");
            }

            using (writer.Block("for (nint round = blocks; round > 0; round--)"))
            {
                var places = new SortedSet<int>(parameters.SelectMany(static parameter => new[] { parameter.Delta, parameter.Input }));
                foreach (int place in places.Where(static place => place >= 0))
                {
                    writer.Line($"{text.Type} v{place} = {block.Load(place)};");
                }

                for (int index = 0; index < parameters.Count; index++)
                {
                    (_, int delta, int input) = parameters[index];
                    writer.Line(input < 0 ? $"g{index} += v{delta};" : $"g{index} = {VectorText.MultiplyAdd($"v{delta}", $"v{input}", $"g{index}")};");
                }

                block.WriteNext();
            }

            update.WriteOwnSink();
            for (int from = 0; from < parameters.Count; from += text.Lanes)
            {
                int count = Math.Min(text.Lanes, parameters.Count - from);
                IEnumerable<string> sums = Enumerable.Range(from, text.Lanes).Select(index => index < parameters.Count ? $"g{index}" : text.Zero);
                writer.Line($"{text.Type} sums{from} = HorizontalSum.OfLanes({string.Join(", ", sums)});");
                update.Write(VectorText.Number(first + from), text.Width.Bits, count, $"sums{from}", 0);
            }
        }
    }

    private static IEnumerable<IEnumerable<int>> Lines(int count)
    {
        for (int first = 0; first < count; first += 4)
        {
            yield return Enumerable.Range(first, Math.Min(4, count - first));
        }
    }

    /// <summary>The name of a parameter, and where its dZ and its A lie in a block; a bias has no A.</summary>
    private (string Name, int Delta, int Input) Locate(int parameter)
    {
        DenseSpec layer = context.Network.DenseLayers().Last(candidate => context.Parameters.Weights(candidate) <= parameter);
        int bias = context.Parameters.Biases(layer);
        if (parameter >= bias)
        {
            int unit = parameter - bias;
            return ($"db{layer.Number} of unit {unit + 1}", block.Memory.Deltas[layer.Number] + unit, -1);
        }

        int row = Math.DivRem(parameter - context.Parameters.Weights(layer), layer.Inputs, out int column);
        string name = $"dW{layer.Number} of unit {row + 1}, input {column + 1}";
        return (name, block.Memory.Deltas[layer.Number] + row, block.Memory.Activations[layer.Number - 1] + column);
    }
}
