using NetGen.Reference;

namespace NetGen;

/// <summary>
/// The gradient of a network's cost by central differences, one parameter at a time, in double precision whatever the network computes in. Moving one parameter
/// of layer l leaves the layers below as they were and changes Z[l] of one unit only, so that no more than the layers above are computed anew.
/// </summary>
internal sealed class NumericGradient
{
    private readonly double[] parameters;
    private readonly double[] y;
    private readonly ForwardPass<double> original;
    private readonly ForwardPass<double> above;
    private readonly ForwardPass<double> below;

    public NumericGradient(NetworkDescription network, double[] parameters, double[] x, double[] y)
    {
        Network = network;
        this.parameters = parameters;
        this.y = y;
        original = ForwardPass<double>.Compute(network, parameters, x);
        above = ForwardPass<double>.Compute(network, parameters, x);
        below = ForwardPass<double>.Compute(network, parameters, x);
        Rounding = new GradientRounding(parameters, original, y);
    }

    /// <summary>The network.</summary>
    public NetworkDescription Network { get; }

    /// <summary>The cost with the parameters as they are.</summary>
    public double Cost => CostOf(original);

    /// <summary>What rounding leaves in the cost and in gradients.</summary>
    public GradientRounding Rounding { get; }

    /// <summary>
    /// The slope of the cost; null where there is none, because a ReLU, a leaky ReLU or an absolute error has its kink between the two points.
    /// </summary>
    /// <param name="place">The parameter.</param>
    /// <param name="step">How far it is moved up, and then down.</param>
    public double? Of(ParameterPlace place, double step)
    {
        double costAbove = CostWith(place, step, above);
        double costBelow = CostWith(place, -step, below);
        return CrossesKink(place.Layer) ? null : (costAbove - costBelow) / (2.0 * step);
    }

    private double CostWith(ParameterPlace place, double change, ForwardPass<double> pass)
    {
        LayerDescription layer = Network.Layers[place.Layer - 1];
        double[] inputs = original.A[place.Layer - 1];
        double[] z = pass.Z[place.Layer];
        original.Z[place.Layer].CopyTo(z, 0);
        for (int example = 0; example < pass.Count; example++)
        {
            z[(example * layer.Units) + place.Unit] += change * (place.Input is { } input ? inputs[(example * layer.Inputs) + input] : 1.0);
        }

        Activations.Forward<double>(z, layer.Units, layer.Activation, layer.Slope, pass.A[place.Layer]);

        int start = 0;
        for (int l = 1; l <= Network.Layers.Length; l++)
        {
            layer = Network.Layers[l - 1];
            ReadOnlySpan<double> weights = parameters.AsSpan(start, layer.Units * layer.Inputs);
            ReadOnlySpan<double> biases = parameters.AsSpan(start + weights.Length, layer.Units);
            start += weights.Length + biases.Length;
            if (l <= place.Layer)
            {
                continue;
            }

            Linear.Forward(pass.A[l - 1], weights, biases, pass.Z[l]);
            Activations.Forward<double>(pass.Z[l], layer.Units, layer.Activation, layer.Slope, pass.A[l]);
        }

        return CostOf(pass);
    }

    private double CostOf(ForwardPass<double> pass) => Reference.Cost.Mean<double>(Network.Loss, Network.OutputSize, pass.Z[^1], pass.Output, y);

    /// <summary>Whether something with a kink at 0 has another sign above than below.</summary>
    private bool CrossesKink(int firstLayer)
    {
        for (int l = firstLayer; l <= Network.Layers.Length; l++)
        {
            if (!ActivationFacts.Of(Network.Layers[l - 1].Activation).HasKink)
            {
                continue;
            }

            for (int place = 0; place < above.Z[l].Length; place++)
            {
                if (above.Z[l][place] > 0.0 != below.Z[l][place] > 0.0)
                {
                    return true;
                }
            }
        }

        for (int place = 0; LossFacts.Of(Network.Loss).HasKink && place < y.Length; place++)
        {
            if (above.Output[place] > y[place] != below.Output[place] > y[place])
            {
                return true;
            }
        }

        return false;
    }
}
