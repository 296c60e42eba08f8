using System.Collections.Immutable;
using NetGen.Reference;

namespace NetGen;

/// <summary>The rounding of a dense layer; the formulas stand at <see cref="GradientRounding"/>.</summary>
internal sealed class DenseRounding(DenseDescription dense) : ActivatedRounding(dense.Ending, dense.Units)
{
    /// <inheritdoc/>
    public override void Forward(LayerErrors layer)
    {
        (ReadOnlySpan<double> weights, ReadOnlySpan<double> biases) = dense.Split<double>(layer.Parameters);
        double[] inputs = [.. layer.Input.Zip(layer.OfInput, static (a, error) => Math.Abs(a) + error)];
        Linear.Forward<double>(inputs, Magnitudes(weights), Magnitudes(biases), layer.OfZ);
        ActivationErrors(layer);
    }

    /// <inheritdoc/>
    public override void Backward(LayerErrors layer, UncertainGradient dz, Span<double> ofParameters, ImmutableArray<UncertainGradient?> da)
    {
        AddParameters(layer, dz, ofParameters);
        if (da[0] is not { } below)
        {
            return;
        }

        ReadOnlySpan<double> weights = dense.Split<double>(layer.Parameters).Weights;
        for (int place = 0; place < dz.Values.Length; place++)
        {
            (int example, int unit) = Math.DivRem(place, dense.Units);
            double error = dz.Errors[place] + Math.Abs(dz.Values[place]);
            for (int input = 0; input < dense.Inputs; input++)
            {
                double weight = weights[(unit * dense.Inputs) + input];
                below.Add((example * dense.Inputs) + input, weight * dz.Values[place], Math.Abs(weight) * error);
            }
        }
    }

    private void AddParameters(LayerErrors layer, UncertainGradient dz, Span<double> ofParameters)
    {
        Span<double> weights = ofParameters[..(dense.Units * dense.Inputs)];
        Span<double> biases = ofParameters[weights.Length..];
        for (int place = 0; place < dz.Values.Length; place++)
        {
            (int example, int unit) = Math.DivRem(place, dense.Units);
            (double size, double error) = (Math.Abs(dz.Values[place]) / layer.Count, dz.Errors[place] / layer.Count);
            for (int input = 0; input < dense.Inputs; input++)
            {
                int below = (example * dense.Inputs) + input;
                double magnitude = Math.Abs(layer.Input[below]);
                weights[(unit * dense.Inputs) + input] += (error * magnitude) + (size * (layer.OfInput[below] + magnitude));
            }

            if (dense.HasBias)
            {
                biases[unit] += error + size;
            }
        }
    }

    private static double[] Magnitudes(ReadOnlySpan<double> values)
    {
        var magnitudes = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            magnitudes[i] = Math.Abs(values[i]);
        }

        return magnitudes;
    }
}
