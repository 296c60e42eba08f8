using System.Collections.Immutable;
using System.Numerics;
using NetGen.Reference;

namespace NetGen;

/// <summary>
/// How far gradients and a cost may be off by rounding alone: a running error analysis of one batch, to first order. Each number below is a sum of absolute
/// values that, times the unit roundoff u of the type that computes, bounds what rounding leaves in a value (Higham, Accuracy and Stability of Numerical
/// Algorithms, 3.3).
/// </summary>
/// <remarks>
/// <para>
/// Forward, with E(x) for the error of x in units of u: E(A[0]) = 0; E(Z) = |W| (|A| + E(A)) + |b|, the terms of the sum and what comes in with them;
/// E(A) = |g'| E(Z) + the terms of the formula of g.
/// </para>
/// <para>
/// Backward: for the cross-entropies dZ[L] = A - Y, so E = E(A) + |dZ|: where A is nearly Y that is far more than dZ itself. Else E(dZ) = |g'| E(dA) + |dZ|
/// and, for a g that bends, |dA| (E(Z) + 1): its second derivative is at most 1, and so are the terms of g'. E(dW) = the mean of E(dZ) |A| + |dZ| (E(A) + |A|),
/// E(db) = the mean of E(dZ) + |dZ|, E(dA) = |W|^T (E(dZ) + |dZ|). Where several layers take A, dA is the sum of what each gives back: its error is the sum of
/// theirs and of the absolute terms.
/// </para>
/// <para>
/// A normalization, with x' = (x - mean) s and s = 1 / sqrt(variance + epsilon): E(mean) = the mean of |x| + E(x); E(variance) = the mean of 2 |x - mean| E(x)
/// and 4 variance, because what the mean is off by cancels in it; E(s) = s (E(variance) / (variance + epsilon) + 1) / 2 + 2 s; E(x') = s (E(x) + E(mean) + |x|
/// + |mean|) + |x - mean| (E(s) + s); E(Z) = |gamma| (E(x') + |x'|) + |beta|. Back, with g = gamma dZ: dA = s (g - mean(g) - x' mean(g x')), by the same rules
/// for sums and products. Statistics that are given have no error.
/// </para>
/// <para>The cost: the mean of the losses and of |dZ[L]| E(Z[L]), with dA and A for the errors.</para>
/// </remarks>
internal sealed class GradientRounding
{
    /// <summary>
    /// How many roundings a term may have been through: 4 ulp is what the vector functions allow themselves, and the roundings of a long sum, of either sign,
    /// mostly cancel.
    /// </summary>
    private const double Roundings = 4.0;

    private readonly NetworkDescription network;
    private readonly ForwardPass<double> pass;
    private readonly ImmutableArray<ImmutableArray<int>> sources;
    private readonly ImmutableArray<Range> ranges;
    private readonly LayerErrors[] layers;
    private readonly double[] ofParameters;

    /// <summary>Analyses a batch.</summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="pass">The forward pass.</param>
    /// <param name="y">The labels (m, n[L]).</param>
    public GradientRounding(double[] parameters, ForwardPass<double> pass, double[] y)
    {
        network = pass.Description;
        this.pass = pass;
        sources = LayerSources.Of(network);
        ranges = ParameterLayout.RangesOf(network);
        layers = new LayerErrors[network.Layers.Length];
        ofParameters = new double[parameters.Length];
        Forward(parameters);
        Backward(y);
    }

    /// <summary>What rounding may leave in the cost, computed in double precision.</summary>
    public double OfCost { get; private set; }

    /// <summary>What rounding may leave in the gradient of a parameter.</summary>
    /// <param name="index">The parameter's index.</param>
    /// <typeparam name="T">The type that computes it.</typeparam>
    public double OfGradient<T>(int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Roundings * UnitRoundoff<T>() * ofParameters[index];

    /// <summary>Half the distance from 1 to the next number.</summary>
    private static double UnitRoundoff<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => double.CreateTruncating(T.BitIncrement(T.One) - T.One) / 2.0;

    private void Forward(double[] parameters)
    {
        double[] ofX = new double[pass.A[0].Length];
        for (int l = 1; l <= layers.Length; l++)
        {
            layers[l - 1] = new LayerErrors
            {
                Number = l,
                Parameters = parameters[ranges[l - 1]],
                Inputs = [.. sources[l - 1].Select(source => pass.A[source])],
                OfInputs = [.. sources[l - 1].Select(source => source == 0 ? ofX : layers[source - 1].OfA)],
                Z = pass.Z[l],
                A = pass.A[l],
                OfZ = new double[pass.Z[l].Length],
                OfA = new double[pass.A[l].Length],
                Training = pass.Training,
                Count = pass.Count,
            };
            network.Layers[l - 1].Rounding.Forward(layers[l - 1]);
        }
    }

    /// <summary>From the last layer to the first: all takers of a layer come before it, so its dA is whole when its turn comes.</summary>
    private void Backward(double[] y)
    {
        LayerErrors last = layers[^1];
        var gradients = new UncertainGradient?[layers.Length + 1];
        UncertainGradient output = OutputGradient(last, y);
        gradients[^1] = output;
        bool fromLogits = LossFacts.Of(network.Loss).IsOfLogits;
        double cost = AbsoluteCost(last, y);
        OfCost = Roundings * UnitRoundoff<double>()
            * (cost + (output.Values.Zip(fromLogits ? last.OfZ : last.OfA, static (d, error) => Math.Abs(d) * error).Sum() / pass.Count));

        for (int l = layers.Length; l >= 1; l--)
        {
            LayerRounding rounding = network.Layers[l - 1].Rounding;
            LayerErrors layer = layers[l - 1];
            if (gradients[l] is not { } da || network.Layers[l - 1].StopsGradient)
            {
                continue;
            }

            UncertainGradient dz = l == layers.Length && fromLogits ? da : rounding.ThroughActivation(layer, da);
            ImmutableArray<UncertainGradient?> below = [.. sources[l - 1].Select(Below)];
            rounding.Backward(layer, dz, ofParameters.AsSpan(ranges[l - 1]), below);
            for (int i = 0; i < below.Length; i++)
            {
                if (below[i] is { } part)
                {
                    int source = sources[l - 1][i];
                    gradients[source] = gradients[source]?.Plus(part) ?? part;
                }
            }
        }
    }

    /// <summary>The cost, its terms without their signs: that of Poisson, exp(z) - y z, has two.</summary>
    private double AbsoluteCost(LayerErrors last, double[] y) => network.Loss == Loss.Poisson
        ? last.A.Select((rate, place) => rate + Math.Abs(y[place] * last.Z[place])).Sum() / pass.Count
        : Cost.Mean<double>(network.LossSpec, network.OutputSize, last.Z, last.A, y);

    /// <summary>Room for dA of a source; none for the input, where nobody wants it.</summary>
    private UncertainGradient? Below(int source) => source == 0 ? null : new UncertainGradient(pass.A[source].Length);

    /// <summary>dA of the outputs; dZ where the loss is computed from Z.</summary>
    private UncertainGradient OutputGradient(LayerErrors last, double[] y)
    {
        LossSpec loss = network.LossSpec;
        bool isOfLogits = LossFacts.Of(loss.Kind).IsOfLogits;
        var gradient = new UncertainGradient(y.Length);
        LossFormula.Gradient<double>(loss, network.OutputSize, isOfLogits ? last.Z : last.A, y, gradient.Values);
        for (int place = 0; place < y.Length; place++)
        {
            gradient.Errors[place] = loss.Kind switch
            {
                // The derivative is one of a few constants.
                Loss.AbsoluteError or Loss.Quantile or Loss.Hinge => 0.0,
                Loss.Huber when Math.Abs(gradient.Values[place]) >= loss.Parameter => 0.0,
                Loss.Focal => ErrorOfFocal(loss, last, gradient, place),
                _ => last.OfA[place] + Math.Abs(gradient.Values[place]),
            };
            gradient.Errors[place] += loss.LabelSmoothing > 0.0 ? 2.0 * (1.0 + loss.Parameter) : 0.0;
        }

        return gradient;
    }

    /// <summary>
    /// Of a focal loss: its second derivatives are at most (1 + gamma)^2; its terms are q^gamma and gamma q^gamma p / q times a logarithm, with q for 1 - p,
    /// which has the rounding of p. Softmax outputs share what all of them pull.
    /// </summary>
    private double ErrorOfFocal(LossSpec loss, LayerErrors last, UncertainGradient gradient, int place)
    {
        double bend = (1.0 + loss.Parameter) * (1.0 + loss.Parameter);
        int row = loss.IsOfExample ? place - (place % network.OutputSize) : place;
        double ofZ = last.OfZ.AsSpan(row, loss.IsOfExample ? network.OutputSize : 1).ToArray().Max();
        return (bend * (last.OfZ[place] + last.OfA[place] + (last.A[place] * (1.0 + ofZ))))
            + ((2.0 + loss.Parameter) * Math.Abs(gradient.Values[place]));
    }
}
