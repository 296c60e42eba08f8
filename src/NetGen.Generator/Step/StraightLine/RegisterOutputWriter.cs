using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Activations;
using NetGen.Generator.Losses;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.StraightLine;

/// <summary>Writes what happens at the output of some blocks: A[L] for predictions; dZ[L] and the losses for training.</summary>
internal sealed class RegisterOutputWriter(KernelContext context, RegisterBlock block)
{
    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;

    private int Lanes => text.Lanes;

    private int LayerCount => context.Network.Layers.Count;

    private int Outputs => context.Network.OutputSize();

    /// <summary>Writes DeltaBlocks.</summary>
    public void WriteDeltas()
    {
        using (context.Kernel(
            $"dZ{LayerCount} of some blocks, times weight, and their losses when the cost is asked for; dZ is zero after the last of the examples.",
            $"void DeltaBlocks({context.Refs("block", "losses")}, nint blocks, nint examples, {text.Element} weight, bool cost)"))
        using (block.EachBlock())
        {
            writer.Lines($$"""
                {{text.Type}} scale = {{text.Class}}.Create(weight);
                if (examples < {{Lanes}})
                {
                    scale = ConditionalSelect(LessThan({{text.Type}}.Indices, {{text.Class}}.Create(({{text.Element}})examples)), scale, {{text.Zero}});
                }
                """);
            if (context.Network.OutputLayer().Function.Kind == Activation.Softmax)
            {
                WriteSoftmaxDeltas();
            }
            else
            {
                WriteElementwiseDeltas();
            }

            writer.Line($"losses = ref Unsafe.Add(ref losses, {Lanes});");
            writer.Line($"examples -= {Lanes};");
            block.WriteNext();
        }
    }

    private void WriteElementwiseDeltas()
    {
        var losses = new List<Expression>();
        ActivationFunction output = ActivationFunction.Of(context.Network.OutputLayer().Function);
        LossFunction loss = LossFunction.Of(context.Network.Loss);
        for (int unit = 0; unit < Outputs; unit++)
        {
            writer.Line($"{text.Type} z{unit} = {block.Load(block.Memory.Activations[LayerCount] + unit)};");
            WriteLabel(unit);
            losses.Add(loss.WriteElementwise(writer, output, text, $"z{unit}", $"y{unit}", $"d{unit}"));
            writer.Line(block.Store(Expression.Product($"d{unit} * scale"), block.Memory.Deltas[LayerCount] + unit));
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
        if (LossFunction.Of(context.Network.Loss) is Focal focal)
        {
            WriteFocalDeltas(focal);
            return;
        }

        for (int unit = 0; unit < Outputs; unit++)
        {
            WriteLabel(unit);
            writer.Line($"{text.Type} error{unit} = e{unit} - y{unit};");
        }

        for (int unit = 0; unit < Outputs; unit++)
        {
            writer.Line(block.Store(Expression.Product($"error{unit} * scale"), block.Memory.Deltas[LayerCount] + unit));
        }

        using (writer.Block("if (cost)"))
        {
            WriteLogSum();
            WriteLossSum(Enumerable.Range(0, Outputs).Select(unit => CrossEntropy.OfClass($"z{unit}", "logSum", $"y{unit}")));
        }
    }

    private void WriteFocalDeltas(Focal focal)
    {
        WriteLogSum();
        for (int unit = 0; unit < Outputs; unit++)
        {
            WriteLabel(unit);
            writer.Line($"{text.Type} missed{unit} = logSum - z{unit};");
            writer.Line($"{text.Type} pull{unit} = {focal.Pull(text, $"e{unit}", $"missed{unit}", $"y{unit}")};");
        }

        writer.Line($"{text.Type} all = {string.Join(" + ", Enumerable.Range(0, Outputs).Select(static unit => $"pull{unit}"))};");
        for (int unit = 0; unit < Outputs; unit++)
        {
            writer.Line(block.Store(Expression.Product($"(pull{unit} - (e{unit} * all)) * scale"), block.Memory.Deltas[LayerCount] + unit));
        }

        using (writer.Block("if (cost)"))
        {
            WriteLossSum(Enumerable.Range(0, Outputs).Select(unit => focal.OfClass(text, $"e{unit}", $"missed{unit}", $"y{unit}")));
        }
    }

    private void WriteLogSum() => writer.Line($"{text.Type} logSum = greatest + VectorMath.Log(total);");

    private void WriteLabel(int unit)
    {
        string loaded = block.Load(block.Memory.Labels + unit);
        writer.Line($"{text.Type} y{unit} = {LossFunction.Label(context.Network.Loss, Outputs, text, loaded)};");
    }

    /// <summary>Writes A[L] of a block, in the place of dZ[L].</summary>
    public void WriteValues(LayerSpec output)
    {
        int z = block.Memory.Activations[LayerCount];
        int a = block.Memory.Deltas[LayerCount];
        if (output.Function.Kind == Activation.Softmax)
        {
            WriteSoftmax();
            for (int unit = 0; unit < Outputs; unit++)
            {
                writer.Line(block.Store(Expression.Primary($"e{unit}"), a + unit));
            }

            return;
        }

        for (int unit = 0; unit < Outputs; unit++)
        {
            writer.Line($"{text.Type} z{unit} = {block.Load(z + unit)};");
            writer.Line(block.Store(ActivationFunction.Of(output.Function).Value(text, text.Width.Bits, $"z{unit}"), a + unit));
        }
    }

    /// <summary>Declares e0, e1, ...: the softmax of the output units.</summary>
    private void WriteSoftmax()
    {
        int z = block.Memory.Activations[LayerCount];
        for (int unit = 0; unit < Outputs; unit++)
        {
            writer.Line($"{text.Type} z{unit} = Logits.Bounded({block.Load(z + unit)});");
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
}
