using System.Numerics;
using NetGen.Reference;

namespace NetGen;

/// <summary>
/// How far gradients and a cost may be off by rounding alone: a running error analysis of one batch, to first order. Each number below is a sum of absolute values
/// that, times the unit roundoff u of the type that computes, bounds what rounding leaves in a value (Higham, Accuracy and Stability of Numerical Algorithms, 3.3).
/// </summary>
/// <remarks>
/// <para>
/// Forward, with E(x) for the error of x in units of u: E(A[0]) = 0; E(Z) = |W| (|A| + E(A)) + |b|, the terms of the sum and what comes in with them;
/// E(A) = |g'| E(Z) + the terms of the formula of g.
/// </para>
/// <para>
/// Backward: for the cross-entropies dZ[L] = A - Y, so E = E(A) + |dZ|: where A is nearly Y that is far more than dZ itself. Else E(dZ) = |g'| E(dA) + |dZ| and, for
/// a g that bends, |dA| (E(Z) + 1): its second derivative is at most 1, and so are the terms of g'. E(dW) = the mean of E(dZ) |A| + |dZ| (E(A) + |A|),
/// E(db) = the mean of E(dZ) + |dZ|, E(dA) = |W|^T (E(dZ) + |dZ|).
/// </para>
/// <para>The cost: the mean of the losses and of |dZ[L]| E(Z[L]), with dA and A for the errors.</para>
/// </remarks>
internal sealed class GradientRounding
{
    /// <summary>
    /// How many roundings a term may have been through: 4 ulp is what the vector functions allow themselves, and the roundings of a long sum, of either sign, mostly
    /// cancel.
    /// </summary>
    private const double Roundings = 4.0;

    private readonly NetworkDescription network;
    private readonly ForwardPass<double> pass;
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
        int start = 0;
        for (int l = 1; l < ofA.Length; l++)
        {
            LayerDescription layer = network.Layers[l - 1];
            double[] weights = Magnitudes(parameters.AsSpan(start, layer.Units * layer.Inputs));
            double[] biases = Magnitudes(parameters.AsSpan(start + weights.Length, layer.Units));
            start += weights.Length + biases.Length;

            double[] inputs = [.. pass.A[l - 1].Zip(ofA[l - 1], (a, error) => Math.Abs(a) + error)];
            ofZ[l] = new double[pass.Z[l].Length];
            Linear.Forward<double>(inputs, weights, biases, ofZ[l]);
            ofA[l] = new double[ofZ[l].Length];
            for (int row = 0; row < ofA[l].Length; row += layer.Units)
            {
                ThroughActivation(l, row, layer);
            }
        }
    }

    private void ThroughActivation(int l, int row, LayerDescription layer)
    {
        // Softmax: dA[j] = A[j] (dZ[j] - sum over k of A[k] dZ[k]).
        double mean = 0.0;
        for (int place = row; layer.Activation == Activation.Softmax && place < row + layer.Units; place++)
        {
            mean += pass.A[l][place] * ofZ[l][place];
        }

        for (int place = row; place < row + layer.Units; place++)
        {
            (double z, double a) = (pass.Z[l][place], Math.Abs(pass.A[l][place]));
            ofA[l][place] = layer.Activation == Activation.Softmax
                ? a * (ofZ[l][place] + mean + 1.0)
                : (Math.Abs(Activations.Derivative(layer.Activation, layer.Slope, z)) * ofZ[l][place]) + TermsOf(layer.Activation, z, a);
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
        OfCost = Roundings * UnitRoundoff<double>() * (cost + (da.Zip(fromLogits ? ofZ[count] : ofA[count], (d, error) => Math.Abs(d) * error).Sum() / pass.Count));

        double[] dz = da;
        if (!fromLogits)
        {
            (dz, errors) = ThroughDerivative(count, da, errors);
        }

        int end = parameters.Length;
        for (int l = count; l >= 1; l--)
        {
            LayerDescription layer = network.Layers[l - 1];
            end -= (layer.Units * layer.Inputs) + layer.Units;
            AddParameters(l, end, dz, errors);
            if (l > 1)
            {
                (dz, errors) = ThroughWeights(l, parameters.AsSpan(end, layer.Units * layer.Inputs), dz, errors);
            }
        }
    }

    /// <summary>dZ and its error from dA and its error.</summary>
    private (double[] Dz, double[] Errors) ThroughDerivative(int l, double[] da, double[] errors)
    {
        LayerDescription layer = network.Layers[l - 1];
        bool bends = !ActivationFacts.Of(layer.Activation).IsPiecewiseLinear;
        double[] dz = new double[da.Length], result = new double[da.Length];
        for (int place = 0; place < da.Length; place++)
        {
            double derivative = Activations.Derivative(layer.Activation, layer.Slope, pass.Z[l][place]);
            dz[place] = da[place] * derivative;
            result[place] = (Math.Abs(derivative) * errors[place]) + Math.Abs(dz[place]) + (bends ? Math.Abs(da[place]) * (ofZ[l][place] + 1.0) : 0.0);
        }

        return (dz, result);
    }

    /// <summary>dZ[l-1] and its error from dZ[l] and its error.</summary>
    private (double[] Dz, double[] Errors) ThroughWeights(int l, ReadOnlySpan<double> weights, double[] dz, double[] errors)
    {
        LayerDescription layer = network.Layers[l - 1];
        double[] da = new double[pass.Count * layer.Inputs], result = new double[da.Length];
        for (int place = 0; place < dz.Length; place++)
        {
            (int example, int unit) = Math.DivRem(place, layer.Units);
            double error = errors[place] + Math.Abs(dz[place]);
            for (int input = 0; input < layer.Inputs; input++)
            {
                double weight = weights[(unit * layer.Inputs) + input];
                da[(example * layer.Inputs) + input] += weight * dz[place];
                result[(example * layer.Inputs) + input] += Math.Abs(weight) * error;
            }
        }

        return ThroughDerivative(l - 1, da, result);
    }

    private void AddParameters(int l, int start, double[] dz, double[] errors)
    {
        LayerDescription layer = network.Layers[l - 1];
        Span<double> weights = ofParameters.AsSpan(start, layer.Units * layer.Inputs);
        Span<double> biases = ofParameters.AsSpan(start + weights.Length, layer.Units);
        for (int place = 0; place < dz.Length; place++)
        {
            (int example, int unit) = Math.DivRem(place, layer.Units);
            (double size, double error) = (Math.Abs(dz[place]) / pass.Count, errors[place] / pass.Count);
            for (int input = 0; input < layer.Inputs; input++)
            {
                int below = (example * layer.Inputs) + input;
                double a = Math.Abs(pass.A[l - 1][below]);
                weights[(unit * layer.Inputs) + input] += (error * a) + (size * (ofA[l - 1][below] + a));
            }

            biases[unit] += error + size;
        }
    }

    /// <summary>The absolute terms of the formula of g: where they cancel, g is smaller than its rounding.</summary>
    private static double TermsOf(Activation activation, double z, double a) => activation switch
    {
        Activation.Linear or Activation.Relu => 0.0,
        Activation.Gelu or Activation.GeluErf => Math.Abs(z),
        Activation.Elu => z <= 0.0 ? 1.0 : a,
        Activation.Sigmoid or Activation.Tanh or Activation.LeakyRelu or Activation.Softmax or Activation.Silu or Activation.Softplus => a,
    };

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
