using System;
using NetGen.Generator.Activations;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.StraightLine;

/// <summary>Writes the forward pass of some blocks.</summary>
internal sealed class RegisterForwardWriter(KernelContext context, RegisterBlock block)
{
    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;

    private int LayerCount => context.Network.Layers.Count;

    /// <summary>Writes ForwardBlocks.</summary>
    public void Write()
    {
        using (context.Kernel("The forward pass of some blocks: A of the hidden layers, "
            + "Z of the last.", $"void ForwardBlocks({context.Refs("block", "parameters")}, nint blocks)"))
        using (block.EachBlock())
        {
            foreach (DenseSpec layer in context.Network.Layers)
            {
                bool isOutput = layer.Number == LayerCount;
                string formula = isOutput ? $"Z{layer.Number} = W{layer.Number} A{layer.Number - 1} + b{layer.Number}" : $"A{layer.Number} = "
                    + $"{ActivationFacts.Of(layer.Activation).Word}(W{layer.Number} A{layer.Number - 1} + b{layer.Number})";
                writer.Line($"// layer {layer.Number}: {formula}, {VectorText.Count(layer.Inputs, "input")} to {VectorText.Count(layer.Units, "unit")}");
                for (int first = 0; first < layer.Units; first += block.Plan.UnitsAtOnce)
                {
                    int last = Math.Min(first + block.Plan.UnitsAtOnce, layer.Units);
                    using (writer.Block())
                    {
                        WriteForwardUnits(layer, first, last, isOutput);
                    }
                }
            }

            block.WriteNext();
        }
    }

    private void WriteForwardUnits(DenseSpec layer, int first, int last, bool isOutput)
    {
        int weights = context.Parameters.Weights(layer);
        int bias = context.Parameters.Biases(layer);
        for (int unit = first; unit < last; unit++)
        {
            writer.Line($"{text.Type} z{unit} = {block.Parameter(bias + unit)};");
        }

        for (int input = 0; input < layer.Inputs; input++)
        {
            writer.Line($"{text.Type} a{input} = {block.Load(block.Memory.Activations[layer.Number - 1] + input)};");
            for (int unit = first; unit < last; unit++)
            {
                writer.Line($"z{unit} = {VectorText.MultiplyAdd($"a{input}", block.Parameter(weights + (unit * layer.Inputs) + input), $"z{unit}")};");
            }
        }

        for (int unit = first; unit < last; unit++)
        {
            int place = block.Memory.Activations[layer.Number] + unit;
            if (isOutput)
            {
                writer.Line(block.Store(Expression.Primary($"z{unit}"), place));
            }
            else if (block.Memory.Derivatives[layer.Number] >= 0)
            {
                ActivationFunction.Of(layer.Function).WriteValueAndDerivative(writer, text, text.Width.Bits, $"z{unit}", $"value{unit}", $"slope{unit}");
                writer.Line(block.Store(Expression.Primary($"value{unit}"), place));
                writer.Line(block.Store(Expression.Primary($"slope{unit}"), block.Memory.Derivatives[layer.Number] + unit));
            }
            else
            {
                writer.Line(block.Store(ActivationFunction.Of(layer.Function).Value(text, text.Width.Bits, $"z{unit}"), place));
            }
        }
    }
}
