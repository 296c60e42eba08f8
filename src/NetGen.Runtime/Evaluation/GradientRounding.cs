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
/// E(db) = the mean of E(dZ) + |dZ|, E(dA) = |W|^T (E(dZ) + |dZ|).
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
    private readonly ImmutableArray<Range> ranges;
    private readonly double[][] ofZ;
    private readonly double[][] ofA;
    private readonly double[] ofParameters;

    /// <summary>Analyses a batch.</summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="pass">The forward pass.</param>
    /// <param name="y">The labels (m, n[L]).</param>
    public GradientRounding(double[] parameters, ForwardPass<double> pass, double[] y)
    {
        network = pass.Description;
        this.pass = pass;
        ranges = ParameterLayout.RangesOf(network);
        ofZ = new double[pass.A.Length][];
        ofA = new double[pass.A.Length][];
        ofParameters = new double[parameters.Length];
        Forward(parameters);
        Backward(parameters, y);
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
        ofA[0] = new double[pass.A[0].Length];
        for (int l = 1; l < ofA.Length; l++)
        {
            double[] inputs = [.. pass.A[l - 1].Zip(ofA[l - 1], (a, error) => Math.Abs(a) + error)];
            (ofZ[l], ofA[l]) = network.Layers[l - 1].Rounding.Forward(parameters.AsSpan(ranges[l - 1]), inputs, pass.Z[l], pass.A[l]);
        }
    }

    private void Backward(double[] parameters, double[] y)
    {
        int count = network.Layers.Length;
        double[] z = pass.Z[count], a = pass.A[count];
        double[] da = [.. a.Zip(y, (a, y) => network.Loss == Loss.AbsoluteError ? Math.CopySign(a == y ? 0.0 : 1.0, a - y) : a - y)];
        bool fromLogits = LossFacts.Of(network.Loss).IsOfLogits;
        double[] errors = [.. da.Zip(ofA[count], (d, error) => network.Loss == Loss.AbsoluteError ? 0.0 : error + Math.Abs(d))];
        double cost = Cost.Mean<double>(network.Loss, network.OutputSize, z, a, y);
        OfCost = Roundings * UnitRoundoff<double>()
            * (cost + (da.Zip(fromLogits ? ofZ[count] : ofA[count], (d, error) => Math.Abs(d) * error).Sum() / pass.Count));

        double[] dz = da;
        for (int l = count; l >= 1; l--)
        {
            LayerRounding layer = network.Layers[l - 1].Rounding;
            if (l < count || !fromLogits)
            {
                (dz, errors) = layer.ThroughActivation(dz, errors, pass.Z[l], ofZ[l]);
            }

            layer.AddParameters(dz, errors, pass.A[l - 1], ofA[l - 1], ofParameters.AsSpan(ranges[l - 1]));
            if (l > 1)
            {
                (dz, errors) = layer.ThroughParameters(parameters.AsSpan(ranges[l - 1]), dz, errors);
            }
        }
    }
}
