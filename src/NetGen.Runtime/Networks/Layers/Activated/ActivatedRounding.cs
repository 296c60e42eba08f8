using NetGen.Reference;

namespace NetGen;

/// <summary>The rounding of the activation at the end of a layer; the formulas stand at <see cref="GradientRounding"/>.</summary>
internal abstract class ActivatedRounding(LayerActivation function, int units) : LayerRounding
{
    private readonly bool isElementwise = ActivationFacts.Of(function.Activation).IsElementwise;

    /// <inheritdoc/>
    public override UncertainGradient ThroughActivation(LayerErrors layer, UncertainGradient da) =>
        isElementwise ? ThroughElements(layer, da) : ThroughSoftmax(layer, da);

    /// <summary>E(A) from E(Z).</summary>
    protected void ActivationErrors(LayerErrors layer)
    {
        for (int row = 0; row < layer.A.Length; row += units)
        {
            ErrorsOfExample(layer.Z.AsSpan(row, units), layer.A.AsSpan(row, units), layer.OfZ.AsSpan(row, units), layer.OfA.AsSpan(row, units));
        }
    }

    private UncertainGradient ThroughElements(LayerErrors layer, UncertainGradient da)
    {
        bool bends = !ActivationFacts.Of(function.Activation).IsPiecewiseLinear;
        UncertainGradient dz = new(da.Values.Length);
        for (int place = 0; place < da.Values.Length; place++)
        {
            double derivative = Activations.Derivative(function.Activation, function.Slope, layer.Z[place]);
            dz.Values[place] = da.Values[place] * derivative;
            dz.Errors[place] = (Math.Abs(derivative) * da.Errors[place])
                + Math.Abs(dz.Values[place])
                + (bends ? Math.Abs(da.Values[place]) * (layer.OfZ[place] + 1.0) : 0.0);
        }

        return dz;
    }

    /// <summary>dZ[j] = A[j] (dA[j] - sum over k of dA[k] A[k]): the terms, what comes in with them, and with A.</summary>
    private UncertainGradient ThroughSoftmax(LayerErrors layer, UncertainGradient da)
    {
        UncertainGradient dz = new(da.Values.Length);
        for (int row = 0; row < da.Values.Length; row += units)
        {
            double mean = 0.0, errorOfMean = 0.0;
            for (int place = row; place < row + units; place++)
            {
                double a = layer.A[place], size = Math.Abs(da.Values[place]);
                mean += da.Values[place] * a;
                errorOfMean += (a * (da.Errors[place] + size)) + (layer.OfA[place] * size);
            }

            for (int place = row; place < row + units; place++)
            {
                double difference = da.Values[place] - mean;
                double terms = Math.Abs(da.Values[place]) + Math.Abs(mean);
                dz.Values[place] = layer.A[place] * difference;
                dz.Errors[place] = (layer.A[place] * (da.Errors[place] + errorOfMean + terms)) + (layer.OfA[place] * Math.Abs(difference));
            }
        }

        return dz;
    }

    /// <summary>E(A) of one example.</summary>
    private void ErrorsOfExample(ReadOnlySpan<double> z, ReadOnlySpan<double> a, ReadOnlySpan<double> ofZ, Span<double> ofA)
    {
        // Softmax: dA[j] = A[j] (dZ[j] - sum over k of A[k] dZ[k]).
        double mean = 0.0;
        for (int unit = 0; !isElementwise && unit < a.Length; unit++)
        {
            mean += a[unit] * ofZ[unit];
        }

        for (int unit = 0; unit < a.Length; unit++)
        {
            double magnitude = Math.Abs(a[unit]);
            ofA[unit] = isElementwise
                ? (Math.Abs(Activations.Derivative(function.Activation, function.Slope, z[unit])) * ofZ[unit])
                    + TermsOf(function.Activation, z[unit], magnitude)
                : magnitude * (ofZ[unit] + mean + 1.0);
        }
    }

    /// <summary>The absolute terms of the formula of g: where they cancel, g is smaller than its rounding.</summary>
    private static double TermsOf(Activation activation, double z, double a) => activation switch
    {
        Activation.Linear or Activation.Relu => 0.0,
        Activation.Gelu or Activation.GeluErf => Math.Abs(z),
        Activation.Elu => z <= 0.0 ? 1.0 : a,
        Activation.Sigmoid or Activation.Tanh or Activation.LeakyRelu or Activation.Softmax or Activation.Silu or Activation.Softplus
            or Activation.Exponential => a,
    };
}
