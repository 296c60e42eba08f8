using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.StraightLine;

/// <summary>
/// Writes the step of a small network. Lanes are examples: a block of as many examples as a vector has lanes goes through the whole network as straight-line
/// code, with weights broadcast; nothing depends on how the sizes fit the vectors.
/// </summary>
internal sealed class RegisterStepWriter(KernelContext context, RegisterMemory memory)
{
    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;
    private readonly RegisterBlock block = new(context, memory);

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
        new RegisterForwardWriter(context, block).Write();
        new RegisterOutputWriter(context, block).WriteDeltas();
        if (LayerCount > 1)
        {
            new RegisterBackwardWriter(context, block).Write();
        }

        new RegisterGradientWriter(context, block).Write();
    }

    private void WriteStep()
    {
        string element = text.Element;
        using (context.Step())
        {
            const string Refs = "ref step.X, ref step.Y, ref step.Weights, ref step.Parameters, ref scratch";
            writer.Lines($"""
                ref {element} scratch = ref step.Scratch;
                int blocks = (step.Examples + {Lanes - 1}) / {Lanes};
                (int first, int last) = worker.Range(blocks);
                Blocks({Refs}, step.Rows, step.Examples, first, last, step.Scale, step.WantsCost, backward: true);
                worker.Barrier();
                Gradients(ref Unsafe.Add(ref scratch, step.Rows), ref step.Parameters, blocks, ref step.Sink, worker.Index, worker.Count);
                """);
        }
    }

    private void WriteLosses()
    {
        using (context.Losses())
        {
            writer.Line($"Blocks(ref x, ref y, ref Unsafe.NullRef<{text.Element}>(), ref parameters, ref scratch, rows, examples, 0, "
                + $"(examples + {Lanes - 1}) / {Lanes}, scale: 1, cost: true, backward: false);");
        }
    }

    private void WritePredict()
    {
        string element = text.Element;
        using (context.Predict())
        {
            writer.Line($"ref {element} block = ref Unsafe.Add(ref scratch, rows);");
            using (writer.Block($"for (nint i = 0; i < examples; i += {Lanes})"))
            {
                writer.Line($"int count = (int)nint.Min({Lanes}, examples - i);");
                writer.Line($"LoadLanes(ref Unsafe.Add(ref x, {VectorText.Times("i", Inputs)}), {Inputs}, count, ref block, ref Unsafe.Add(ref scratch, "
                    + $"rows * {memory.Length + 1}));");
                writer.Line("ForwardBlocks(ref block, ref parameters, 1);");
                new RegisterOutputWriter(context, block).WriteValues(context.Network.OutputLayer());
                string fromLanes = $"Transposition.FromLanes{text.Width.Bits}(ref Unsafe.Add(ref block, {block.Place(memory.Deltas[LayerCount])}), {Outputs}";
                string values = VectorText.Times("count", Outputs);
                writer.Lines($$"""
                    ref {{element}} target = ref Unsafe.Add(ref output, {{VectorText.Times("i", Outputs)}});
                    if (count == {{Lanes}})
                    {
                        {{fromLanes}}, ref target);
                    }
                    else
                    {
                        ref {{element}} last = ref Unsafe.Add(ref scratch, rows * {{memory.Length + 1}});
                        {{fromLanes}}, ref last);
                        MemoryMarshal.CreateSpan(ref last, {{values}}).CopyTo(MemoryMarshal.CreateSpan(ref target, {{values}}));
                    }
                    """);
            }
        }
    }

    private void WriteBlocks()
    {
        string element = text.Element;
        using (context.Kernel(
            $"Takes the blocks first to last, of {Lanes} examples each, through the network, "
                + $"some at a time: one block after the other through the same pass, because its steps wait for one another. "
            + "The last block may be short: its missing examples are zeros and are given no weight.",
            $"void Blocks({context.Refs("x", "y", "weights", "parameters", "scratch")}, nint rows, int examples, nint first, nint last, "
                + $"{element} scale, bool cost, bool backward)"))
        {
            writer.Line($"ref {element} copy = ref Unsafe.Add(ref scratch, rows * {memory.Length + 1});");
            using (writer.Block($"for (; first < last; first += {block.Plan.BlocksAtOnce})"))
            {
                writer.Lines($"""
                    nint blocks = nint.Min({block.Plan.BlocksAtOnce}, last - first);
                    nint start = first * {Lanes};
                    ref {element} begin = ref Unsafe.Add(ref scratch, rows + (start * {memory.Length}));
                    ref {element} block = ref begin;
                    """);
                using (writer.Block("for (nint index = first; index < first + blocks; index++)"))
                {
                    string x = $"ref Unsafe.Add(ref x, {VectorText.Times("i", Inputs)})";
                    string y = $"ref Unsafe.Add(ref y, {VectorText.Times("i", Outputs)})";
                    writer.Lines($"""
                        nint i = index * {Lanes};
                        int count = (int)nint.Min({Lanes}, examples - i);
                        LoadLanes({x}, {Inputs}, count, ref block, ref copy);
                        LoadLanes({y}, {Outputs}, count, ref Unsafe.Add(ref block, {block.Place(memory.Labels)}), ref copy);
                        """);
                    block.WriteNext();
                }

                writer.Line("ForwardBlocks(ref begin, ref parameters, blocks);");
                writer.Line($"DeltaBlocks(ref begin, ref Unsafe.Add(ref scratch, start), blocks, examples - start, scale, cost);");
                string deltas = $"ref Unsafe.Add(ref begin, {block.Place(memory.Deltas[LayerCount])})";
                writer.Line($"ExampleWeights.Scale(ref weights, {deltas}, {memory.Length * Lanes}, {Outputs}, {Lanes}, start, examples, blocks);");
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

    private void WriteLoadLanes()
    {
        string element = text.Element;
        using (context.Inlined(
            "Turns rows of examples into one vector a feature. Nothing outside of the examples is read: a short block is completed in a copy.",
            $"void LoadLanes(ref {element} source, int features, int count, ref {element} target, ref {element} copy)"))
        {
            writer.Lines($$"""
                if (count < {{Lanes}})
                {
                    {{KernelAliases.Span(element)}} complete = MemoryMarshal.CreateSpan(ref copy, {{Lanes}} * features);
                    complete.Clear();
                    MemoryMarshal.CreateSpan(ref source, count * features).CopyTo(complete);
                    source = ref copy;
                }
                Transposition.ToLanes{{text.Width.Bits}}(ref source, features, ref target);
                """);
        }
    }
}
