using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// The gradient of a network's cost by central differences, one parameter at a time, in double precision whatever the network computes in. Moving one parameter
/// of layer l leaves the layers below as they were and changes Z[l] of one unit only, so that no more than the layers above are computed anew.
/// </summary>
internal sealed class NumericGradient
{
    private readonly double[] parameters;
    private readonly double[] y;
    private readonly ImmutableArray<Range> ranges;
    private readonly ForwardPass<double> original;
    private readonly ForwardPass<double> above;
    private readonly ForwardPass<double> below;

    public NumericGradient(NetworkDescription network, double[] parameters, double[] x, double[] y)
    {
        Network = network;
        this.parameters = parameters;
        this.y = y;
        ranges = ParameterLayout.RangesOf(network);
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
    /// <param name="index">The index of the parameter.</param>
    /// <param name="step">How far it is moved up, and then down.</param>
    public double? Of(int index, double step)
    {
        int layer = ParameterLayout.Find(Network, index).Parameter.Layer;
        double costAbove = CostWith(layer, index, step, above);
        double costBelow = CostWith(layer, index, -step, below);
        return CrossesKink(layer) ? null : (costAbove - costBelow) / (2.0 * step);
    }

    /// <summary>The cost with a parameter of a layer moved.</summary>
    private double CostWith(int moved, int index, double change, ForwardPass<double> pass)
    {
        int start = ranges[moved - 1].Start.Value;
        Network.Layers[moved - 1].ForwardMoved(index - start, change, original.A[moved - 1], original.Z[moved], pass.Z[moved], pass.A[moved]);
        for (int l = moved + 1; l <= Network.Layers.Length; l++)
        {
            Network.Layers[l - 1].Forward<double>(parameters.AsSpan(ranges[l - 1]), pass.A[l - 1], pass.Z[l], pass.A[l]);
        }

        return CostOf(pass);
    }

    private double CostOf(ForwardPass<double> pass) => Reference.Cost.Mean<double>(Network.Loss, Network.OutputSize, pass.Z[^1], pass.Output, y);

    /// <summary>Whether something with a kink at 0 has another sign above than below.</summary>
    private bool CrossesKink(int firstLayer)
    {
        for (int l = firstLayer; l <= Network.Layers.Length; l++)
        {
            if (!ActivationFacts.Of(Network.Layers[l - 1].OutputActivation).HasKink)
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
