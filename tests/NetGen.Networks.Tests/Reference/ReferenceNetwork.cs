namespace NetGen.Networks.Tests.Reference;

/// <summary>
/// The equations as they stand in a textbook, in double precision and in plain loops: Z = W A + b, A = g(Z), the cost from Z or A, every gradient, one update.
/// Parameters and gradients are dense: W1 row by row, b1, W2, ...
/// </summary>
internal sealed class ReferenceNetwork(NetworkDescription description, double[] parameters)
{
    /// <summary>The declaration.</summary>
    public NetworkDescription Description { get; } = description;

    /// <summary>The parameters.</summary>
    public double[] Parameters { get; } = parameters;

    /// <summary>Where the weights of a layer start among the parameters; the bias follows them.</summary>
    public static int WeightsOffset(NetworkDescription description, int layer) => description.DenseLayers.Take(layer).Sum(l => l.Units * l.Inputs + l.Units);

    /// <summary>The forward pass.</summary>
    public ReferencePass Forward(double[] x)
    {
        int m = x.Length / Description.InputSize;
        int count = Description.DenseLayers.Length;
        var pass = new ReferencePass { X = x, Examples = m, Z = new Measured[count], A = new Measured[count] };
        for (int l = 0; l < count; l++)
        {
            pass.Z[l] = Linear(pass, l);
            pass.A[l] = Description.DenseLayers[l].Activation == Activation.Softmax
                ? Softmax(pass.Z[l], Description.DenseLayers[l].Units)
                : Elementwise(pass.Z[l], Description.DenseLayers[l]);
        }

        return pass;
    }

    /// <summary>The mean over the examples of the sum over the outputs of the loss.</summary>
    public Measured Cost(ReferencePass pass, double[] y)
    {
        var losses = ReferenceLoss.Losses(Description, pass, y);
        double sum = 0, terms = 0, carried = 0;
        for (int i = 0; i < losses.Count; i++)
        {
            sum += losses.Values[i];
            terms += Math.Abs(losses.Values[i]);
            carried += losses.Terms[i] * losses.Terms[i];
        }

        var cost = new Measured(1);
        cost.Set(0, sum / pass.Examples, terms / pass.Examples, carried / pass.Examples / pass.Examples);
        return cost;
    }

    /// <summary>The gradient of the cost with respect to every parameter.</summary>
    public Measured Gradients(ReferencePass pass, double[] y)
    {
        var gradients = new Measured(Parameters.Length);
        Measured dz = ReferenceLoss.OutputGradient(Description, pass, y);
        for (int l = Description.DenseLayers.Length - 1; l >= 0; l--)
        {
            ParameterGradients(pass, l, dz, gradients);
            if (l > 0)
            {
                dz = ThroughActivation(Description.DenseLayers[l - 1], pass.Z[l - 1], InputGradient(pass, l, dz));
            }
        }

        return gradients;
    }

    /// <summary>The parameters after one step of gradient descent.</summary>
    public Measured Updated(Measured gradients, double learningRate)
    {
        var updated = new Measured(Parameters.Length);
        for (int i = 0; i < Parameters.Length; i++)
        {
            double change = learningRate * gradients.Values[i];
            double carried = learningRate * gradients.Terms[i];
            updated.Set(i, Parameters[i] - change, Math.Abs(Parameters[i]) + Math.Abs(change), carried * carried);
        }

        return updated;
    }

    /// <summary>
    /// How far example i is from the nearest place where a derivative jumps, relative to the terms of the Z (or output) that would jump: below this, rounding
    /// alone may change a gradient.
    /// </summary>
    public double DistanceToKink(ReferencePass pass, double[] y, int example)
    {
        double nearest = double.PositiveInfinity;
        for (int l = 0; l < Description.DenseLayers.Length; l++)
        {
            if (ActivationFunctions.HasKink(Description.DenseLayers[l]))
            {
                nearest = Math.Min(nearest, Nearest(pass.Z[l], null, example, Description.DenseLayers[l].Units));
            }
        }

        double[]? kinks = ReferenceLoss.Kinks(Description.Loss, y);
        return kinks is null ? nearest : Math.Min(nearest, Nearest(pass.Output, kinks, example, Description.OutputSize));
    }

    private static double Nearest(Measured results, double[]? kinks, int example, int units)
    {
        double nearest = double.PositiveInfinity;
        for (int i = example * units; i < (example + 1) * units; i++)
        {
            nearest = Math.Min(nearest, Math.Abs(results.Values[i] - (kinks?[i] ?? 0)) / results.Terms[i]);
        }

        return nearest;
    }

    private Measured Linear(ReferencePass pass, int layer)
    {
        (int inputs, int units) = (Description.DenseLayers[layer].Inputs, Description.DenseLayers[layer].Units);
        int weights = WeightsOffset(Description, layer);
        (double[] a, double[]? aTerms) = pass.InputsOf(layer);
        var z = new Measured(pass.Examples * units);
        for (int i = 0; i < pass.Examples; i++)
        {
            for (int j = 0; j < units; j++)
            {
                double bias = Parameters[weights + units * inputs + j];
                double sum = bias, terms = Math.Abs(bias), carried = 0;
                for (int k = 0; k < inputs; k++)
                {
                    double weight = Parameters[weights + j * inputs + k];
                    double product = weight * a[i * inputs + k];
                    sum += product;
                    terms += Math.Abs(product);
                    double carry = aTerms is null ? 0 : weight * aTerms[i * inputs + k];
                    carried += carry * carry;
                }

                z.Set(i * units + j, sum, terms, carried);
            }
        }

        return z;
    }

    private static Measured Elementwise(Measured z, DenseDescription layer)
    {
        var a = new Measured(z.Count);
        for (int i = 0; i < z.Count; i++)
        {
            (double value, double terms) = ActivationFunctions.Value(layer, z.Values[i]);
            double carry = ActivationFunctions.Derivative(layer, z.Values[i]).Value * z.Terms[i];
            a.Set(i, value, terms, carry * carry);
        }

        return a;
    }

    private static Measured Softmax(Measured z, int units)
    {
        var a = new Measured(z.Count);
        for (int start = 0; start < z.Count; start += units)
        {
            double largest = z.Values.AsSpan(start, units).ToArray().Max();
            double sum = 0;
            for (int j = 0; j < units; j++)
            {
                sum += Math.Exp(z.Values[start + j] - largest);
            }

            double[] values = [.. Enumerable.Range(start, units).Select(i => Math.Exp(z.Values[i] - largest) / sum)];
            double carriedByAll = 0;
            for (int k = 0; k < units; k++)
            {
                carriedByAll += Square(values[k] * z.Terms[start + k]);
            }

            for (int j = 0; j < units; j++)
            {
                double carried = Square(values[j]) * (carriedByAll + Square((1 - values[j]) * z.Terms[start + j]));
                a.Set(start + j, values[j], values[j], carried);
            }
        }

        return a;
    }

    /// <summary>dW = dZ^T A[l-1] / m, db = column sums of dZ / m.</summary>
    private void ParameterGradients(ReferencePass pass, int layer, Measured dz, Measured gradients)
    {
        (int inputs, int units) = (Description.DenseLayers[layer].Inputs, Description.DenseLayers[layer].Units);
        int weights = WeightsOffset(Description, layer);
        (double[] a, double[]? aTerms) = pass.InputsOf(layer);
        int m = pass.Examples;
        double[] sums = new double[inputs + 1], terms = new double[inputs + 1], carried = new double[inputs + 1];
        for (int j = 0; j < units; j++)
        {
            Array.Clear(sums);
            Array.Clear(terms);
            Array.Clear(carried);
            for (int i = 0; i < m; i++)
            {
                (double d, double dTerms) = (dz.Values[i * units + j], dz.Terms[i * units + j]);
                for (int k = 0; k < inputs; k++)
                {
                    double product = d * a[i * inputs + k];
                    sums[k] += product;
                    terms[k] += Math.Abs(product);
                    carried[k] += Square(dTerms * a[i * inputs + k]) + (aTerms is null ? 0 : Square(d * aTerms[i * inputs + k]));
                }

                sums[inputs] += d;
                terms[inputs] += Math.Abs(d);
                carried[inputs] += dTerms * dTerms;
            }

            for (int k = 0; k < inputs; k++)
            {
                gradients.Set(weights + j * inputs + k, sums[k] / m, terms[k] / m, carried[k] / m / m);
            }

            gradients.Set(weights + units * inputs + j, sums[inputs] / m, terms[inputs] / m, carried[inputs] / m / m);
        }
    }

    /// <summary>dA[l-1] = dZ W.</summary>
    private Measured InputGradient(ReferencePass pass, int layer, Measured dz)
    {
        (int inputs, int units) = (Description.DenseLayers[layer].Inputs, Description.DenseLayers[layer].Units);
        int weights = WeightsOffset(Description, layer);
        var da = new Measured(pass.Examples * inputs);
        for (int i = 0; i < pass.Examples; i++)
        {
            for (int k = 0; k < inputs; k++)
            {
                double sum = 0, terms = 0, carried = 0;
                for (int j = 0; j < units; j++)
                {
                    double weight = Parameters[weights + j * inputs + k];
                    double product = weight * dz.Values[i * units + j];
                    sum += product;
                    terms += Math.Abs(product);
                    carried += Square(weight * dz.Terms[i * units + j]);
                }

                da.Set(i * inputs + k, sum, terms, carried);
            }
        }

        return da;
    }

    /// <summary>dZ = dA * g'(Z).</summary>
    internal static Measured ThroughActivation(DenseDescription layer, Measured z, Measured da)
    {
        var dz = new Measured(z.Count);
        for (int i = 0; i < z.Count; i++)
        {
            (double slope, double slopeTerms) = ActivationFunctions.Derivative(layer, z.Values[i]);
            double curvature = ActivationFunctions.LargestCurvature(layer.Activation, z.Values[i]) * z.Terms[i];
            dz.Set(i, da.Values[i] * slope, Math.Abs(da.Values[i]) * slopeTerms, Square(da.Terms[i] * slope) + Square(da.Values[i] * curvature));
        }

        return dz;
    }

    private static double Square(double value) => value * value;
}
