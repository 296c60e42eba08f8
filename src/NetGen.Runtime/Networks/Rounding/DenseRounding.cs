using NetGen.Reference;

namespace NetGen;

/// <summary>The rounding of a dense layer; the formulas stand at <see cref="GradientRounding"/>.</summary>
internal sealed class DenseRounding(DenseDescription layer) : LayerRounding
{
    /// <inheritdoc/>
    public override (double[] OfZ, double[] OfA) Forward(ReadOnlySpan<double> parameters, double[] inputs, double[] z, double[] a)
    {
        (ReadOnlySpan<double> weights, ReadOnlySpan<double> biases) = layer.Split(parameters);
        double[] ofZ = new double[z.Length], ofA = new double[z.Length];
        Linear.Forward<double>(inputs, Magnitudes(weights), Magnitudes(biases), ofZ);
        for (int row = 0; row < ofA.Length; row += layer.Units)
        {
            ActivationErrors(z.AsSpan(row, layer.Units), a.AsSpan(row, layer.Units), ofZ.AsSpan(row, layer.Units), ofA.AsSpan(row, layer.Units));
        }

        return (ofZ, ofA);
    }

    /// <inheritdoc/>
    public override (double[] Dz, double[] Errors) ThroughActivation(double[] da, double[] errors, double[] z, double[] ofZ)
    {
        bool bends = !ActivationFacts.Of(layer.Activation).IsPiecewiseLinear;
        double[] dz = new double[da.Length], result = new double[da.Length];
        for (int place = 0; place < da.Length; place++)
        {
            double derivative = Activations.Derivative(layer.Activation, layer.Slope, z[place]);
            dz[place] = da[place] * derivative;
            result[place] = (Math.Abs(derivative) * errors[place]) + Math.Abs(dz[place]) + (bends ? Math.Abs(da[place]) * (ofZ[place] + 1.0) : 0.0);
        }

        return (dz, result);
    }

    /// <inheritdoc/>
    public override void AddParameters(double[] dz, double[] errors, double[] a, double[] ofA, Span<double> ofParameters)
    {
        Span<double> weights = ofParameters[..(layer.Units * layer.Inputs)];
        Span<double> biases = ofParameters[weights.Length..];
        int count = dz.Length / layer.Units;
        for (int place = 0; place < dz.Length; place++)
        {
            (int example, int unit) = Math.DivRem(place, layer.Units);
            (double size, double error) = (Math.Abs(dz[place]) / count, errors[place] / count);
            for (int input = 0; input < layer.Inputs; input++)
            {
                int below = (example * layer.Inputs) + input;
                double magnitude = Math.Abs(a[below]);
                weights[(unit * layer.Inputs) + input] += (error * magnitude) + (size * (ofA[below] + magnitude));
            }

            biases[unit] += error + size;
        }
    }

    /// <inheritdoc/>
    public override (double[] Da, double[] Errors) ThroughParameters(ReadOnlySpan<double> parameters, double[] dz, double[] errors)
    {
        ReadOnlySpan<double> weights = layer.Split(parameters).Weights;
        double[] da = new double[dz.Length / layer.Units * layer.Inputs], result = new double[da.Length];
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

        return (da, result);
    }

    /// <summary>E(A) of one example.</summary>
    private void ActivationErrors(ReadOnlySpan<double> z, ReadOnlySpan<double> a, ReadOnlySpan<double> ofZ, Span<double> ofA)
    {
        // Softmax: dA[j] = A[j] (dZ[j] - sum over k of A[k] dZ[k]).
        bool isElementwise = ActivationFacts.Of(layer.Activation).IsElementwise;
        double mean = 0.0;
        for (int unit = 0; !isElementwise && unit < a.Length; unit++)
        {
            mean += a[unit] * ofZ[unit];
        }

        for (int unit = 0; unit < a.Length; unit++)
        {
            double magnitude = Math.Abs(a[unit]);
            ofA[unit] = isElementwise
                ? (Math.Abs(Activations.Derivative(layer.Activation, layer.Slope, z[unit])) * ofZ[unit]) + TermsOf(layer.Activation, z[unit], magnitude)
                : magnitude * (ofZ[unit] + mean + 1.0);
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
