using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// The gradient of a network's cost by central differences, one parameter at a time, in double precision whatever the network computes in. Moving one parameter
/// of a layer changes that layer and those that take, directly or not, what it gives: no others are computed anew, and none that only a layer that stops the
/// gradient leads to.
/// </summary>
internal sealed class NumericGradient
{
    private readonly double[] parameters;
    private readonly double[] y;
    private readonly ImmutableArray<Range> ranges;
    private readonly ImmutableArray<ImmutableArray<int>> sources;
    private readonly ForwardPass<double> original;
    private readonly ForwardPass<double> above;
    private readonly ForwardPass<double> below;

    /// <summary>Computes the pass that parameters are moved in.</summary>
    /// <param name="network">The network.</param>
    /// <param name="parameters">All parameters.</param>
    /// <param name="x">The examples (m, n[0]).</param>
    /// <param name="y">The labels (m, n[L]).</param>
    /// <param name="training">The step whose cost it is.</param>
    public NumericGradient(NetworkDescription network, double[] parameters, double[] x, double[] y, TrainingMode training)
    {
        Network = network;
        this.parameters = parameters;
        this.y = y;
        ranges = ParameterLayout.RangesOf(network);
        sources = LayerSources.Of(network);
        original = ForwardPass<double>.Compute(network, parameters, x, training);
        above = ForwardPass<double>.Compute(network, parameters, x, training);
        below = ForwardPass<double>.Compute(network, parameters, x, training);
        Rounding = new GradientRounding(parameters, original, y);
    }

    /// <summary>The network.</summary>
    public NetworkDescription Network { get; }

    /// <summary>The cost with the parameters as they are.</summary>
    public double Cost => CostOf(original);

    /// <summary>What rounding leaves in the cost and in gradients.</summary>
    public GradientRounding Rounding { get; }

    /// <summary>
    /// The slope of the cost; null where there is none, because a ReLU, a leaky ReLU or a loss with a kink has it between the two points.
    /// </summary>
    /// <param name="index">The index of the parameter.</param>
    /// <param name="step">How far it is moved up, and then down.</param>
    public double? Of(int index, double step)
    {
        int layer = ParameterLayout.Find(Network, index).Parameter.Layer;
        bool[] reached = LayerSources.ReachedBy(Network, sources, layer);
        double costAbove = CostWith(layer, index, step, above, reached);
        double costBelow = CostWith(layer, index, -step, below, reached);
        return CrossesKink(reached) ? null : (costAbove - costBelow) / (2.0 * step);
    }

    /// <summary>The cost with a parameter of a layer moved.</summary>
    private double CostWith(int moved, int index, double change, ForwardPass<double> pass, bool[] reached)
    {
        int start = ranges[moved - 1].Start.Value;
        for (int l = moved; l < reached.Length; l++)
        {
            if (!reached[l])
            {
                continue;
            }

            double[][] inputs = [.. sources[l - 1].Select(source => (reached[source] ? pass : original).A[source])];
            LayerValues<double> values = pass.ValuesOf(l, parameters.AsSpan(ranges[l - 1]), inputs);
            if (l == moved)
            {
                Network.Layers[l - 1].ForwardMoved(index - start, change, values, original.Z[l]);
            }
            else
            {
                Network.Layers[l - 1].Forward(values);
            }
        }

        return CostOf(pass);
    }

    private double CostOf(ForwardPass<double> pass) => Reference.Cost.Mean<double>(Network.LossSpec, Network.OutputSize, pass.Z[^1], pass.Output, y);

    /// <summary>Whether something with a kink at 0 has another sign above than below.</summary>
    private bool CrossesKink(bool[] reached)
    {
        for (int l = 1; l < reached.Length; l++)
        {
            if (!reached[l] || !ActivationFacts.Of(Network.Layers[l - 1].OutputActivation).HasKink)
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
            if (Reference.LossFormula.IsBeyondKink(Network.Loss, above.Output[place], y[place])
                != Reference.LossFormula.IsBeyondKink(Network.Loss, below.Output[place], y[place]))
            {
                return true;
            }
        }

        return false;
    }
}
