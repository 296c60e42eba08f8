using System;
using NetGen.Generator.Activations;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.StraightLine;

/// <summary>Writes the backward pass of some blocks.</summary>
internal sealed class RegisterBackwardWriter(KernelContext context, RegisterBlock block)
{
    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;

    private int LayerCount => context.Network.Layers.Count;

    /// <summary>Writes BackwardBlocks.</summary>
    public void Write()
    {
        using (context.Kernel("The backward pass of some blocks: dZ of the layers below the last.", $"void "
            + $"BackwardBlocks({context.Refs("block", "parameters")}, nint blocks)"))
        using (block.EachBlock())
        {
            for (int number = LayerCount; number >= 2; number--)
            {
                DenseSpec layer = context.Network.Dense(number);
                DenseSpec below = context.Network.Dense(number - 1);
                writer.Line($"// layer {number}: dZ{below.Number} = (W{number}' dZ{number}) * {ActivationFacts.Of(below.Activation).Word}'(Z{below.Number})");
                for (int first = 0; first < layer.Inputs; first += block.Plan.UnitsAtOnce)
                {
                    int last = Math.Min(first + block.Plan.UnitsAtOnce, layer.Inputs);
                    using (writer.Block())
                    {
                        WriteBackwardInputs(layer, below, first, last);
                    }
                }
            }

            block.WriteNext();
        }
    }

    private void WriteBackwardInputs(DenseSpec layer, DenseSpec below, int first, int last)
    {
        int weights = context.Parameters.Weights(layer);
        for (int unit = 0; unit < layer.Units; unit++)
        {
            writer.Line($"{text.Type} d{unit} = {block.Load(block.Memory.Deltas[layer.Number] + unit)};");
            for (int input = first; input < last; input++)
            {
                string weight = block.Parameter(weights + (unit * layer.Inputs) + input);
                writer.Line(unit == 0
                    ? $"{text.Type} r{input} = d{unit} * {weight};"
                    : $"r{input} = {VectorText.MultiplyAdd($"d{unit}", weight, $"r{input}")};");
            }
        }

        for (int input = first; input < last; input++)
        {
            writer.Line(block.Store(DeltaThrough(below, input), block.Memory.Deltas[below.Number] + input));
        }
    }

    /// <summary>dZ of a unit of the layer below from what its outputs are given back, in the variable r.</summary>
    private Expression DeltaThrough(DenseSpec below, int unit)
    {
        if (block.Memory.Derivatives[below.Number] >= 0)
        {
            return Expression.Product($"r{unit} * {block.Load(block.Memory.Derivatives[below.Number] + unit)}");
        }

        ActivationFunction function = ActivationFunction.Of(below.Function);
        if (function.Facts.Derivative != DerivativeSource.Nothing)
        {
            writer.Line($"{text.Type} a{unit} = {block.Load(block.Memory.Activations[below.Number] + unit)};");
        }

        return function.TimesDerivative(text, text.Width.Bits, $"r{unit}", $"a{unit}");
    }
}
