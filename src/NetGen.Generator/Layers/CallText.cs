using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Memory;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>
/// Writes the calls that passes consist of. Arrays are named by constants. Layers one after the other whose
/// calls differ only in places that lie equally far apart are a loop.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="names">The constants.</param>
/// <param name="loopedLayers">How many such layers are a loop.</param>
internal sealed class CallText(CodeWriter writer, PlaceNames names, int loopedLayers)
{
    /// <summary>Writes the calls of some layers, in their order.</summary>
    public void Write(IReadOnlyList<IReadOnlyList<KernelCall>> layers)
    {
        for (int first = 0; first < layers.Count;)
        {
            int count = RunLength(layers, first);
            if (count >= loopedLayers)
            {
                using (writer.Block($"for (nint layer = 0; layer < {count}; layer++)"))
                {
                    for (int index = 0; index < layers[first].Count; index++)
                    {
                        Write(layers[first][index], layers[first + 1][index]);
                    }
                }

                first += count;
                continue;
            }

            foreach (KernelCall call in layers[first])
            {
                Write(call, null);
            }

            first++;
        }
    }

    /// <summary>An argument.</summary>
    public string Of(Argument argument) => Of(argument, 0);

    /// <summary>How many layers from one on have calls that a loop can make.</summary>
    private static int RunLength(IReadOnlyList<IReadOnlyList<KernelCall>> layers, int first)
    {
        if (layers[first].Count == 0 || first + 1 == layers.Count)
        {
            return 1;
        }

        int count = 1;
        while (first + count < layers.Count
            && layers[first + count].Count == layers[first].Count
            && Enumerable.Range(0, layers[first].Count).All(
                index => Continues(layers[first][index], layers[first + 1][index], layers[first + count][index], count)))
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether a call is the one that follows so many steps after the first, if the second is one step after it.</summary>
    private static bool Continues(KernelCall first, KernelCall second, KernelCall call, int steps) =>
        call.Kernel == first.Kernel
        && second.Arguments.Count == first.Arguments.Count
        && call.Arguments.Count == first.Arguments.Count
        && call.Turn - first.Turn == (second.Turn - first.Turn) * steps
        && Enumerable.Range(0, first.Arguments.Count).All(index => Continues(first.Arguments[index], second.Arguments[index], call.Arguments[index], steps));

    private static bool Continues(Argument first, Argument second, Argument argument, int steps) =>
        argument.Kind == first.Kind
        && (argument.Kind == ArgumentKind.Text ? argument.Name == first.Name : argument.Offset - first.Offset == (second.Offset - first.Offset) * steps);

    private void Write(KernelCall call, KernelCall? next)
    {
        long Step(int index) => next is null ? 0 : next.Arguments[index].Offset - call.Arguments[index].Offset;
        IEnumerable<string> arguments = call.Arguments.Select((argument, index) => Of(argument, Step(index)));
        string text = $"{call.Kernel}({string.Join(", ", arguments)});";
        if (call.Turn is not { } turn)
        {
            writer.Line(text);
            return;
        }

        string worker = next is null ? VectorText.Number(turn) : Stepped(VectorText.Number(turn), next.Turn!.Value - turn);
        using (writer.Block(worker == "0" ? "if (part == 0)" : $"if (part == {Factor(worker)} % parts)"))
        {
            writer.Line(text);
        }
    }

    private string Of(Argument argument, long step) => argument.Kind switch
    {
        ArgumentKind.Text => argument.Name,
        ArgumentKind.Scratch => $"ref Unsafe.Add(ref scratch, rows * {Factor(Stepped(Constant(argument), step))})",
        ArgumentKind.Packed => $"ref Unsafe.Add(ref packed, {Stepped(Constant(argument), step)})",
        ArgumentKind.Parameter => $"ref Unsafe.Add(ref parameters, {Stepped(Constant(argument), step)})",
        ArgumentKind.ParameterIndex => step == 0 ? Constant(argument) : $"(int)({Stepped(Constant(argument), step)})",
        ArgumentKind.Result when argument.Offset == 0 && step == 0 => "ref a1",
        ArgumentKind.Result => $"ref Unsafe.Add(ref a1, {Stepped(VectorText.Number(argument.Offset), step)})",
    };

    private string Constant(Argument argument) => names.Use(argument.Name, argument.Layer, argument.Offset);

    private static string Stepped(string start, long step)
    {
        if (step == 0)
        {
            return start;
        }

        string distance = Math.Abs(step) == 1 ? "layer" : $"layer * {VectorText.Number(Math.Abs(step))}";
        return start == "0" && step > 0 ? distance : $"{start} {(step < 0 ? '-' : '+')} {(Math.Abs(step) == 1 ? distance : $"({distance})")}";
    }

    private static string Factor(string value) => value.Contains(" ") ? $"({value})" : value;
}
