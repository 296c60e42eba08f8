namespace NetGen.Networks.Tests.Reference;

/// <summary>The losses: their value, and the gradient with respect to Z of the output layer.</summary>
internal static class ReferenceLoss
{
    /// <summary>The loss of each example; the cross-entropies from Z, so that they stay finite.</summary>
    public static Measured Losses(NetworkDescription description, ReferencePass pass, double[] y)
    {
        int units = description.OutputSize;
        (Measured z, Measured a) = (pass.Z[^1], pass.A[^1]);
        var losses = new Measured(pass.Examples);
        for (int i = 0; i < pass.Examples; i++)
        {
            double loss = 0, terms = 0, carried = 0;
            if (description.Loss == Loss.CrossEntropy)
            {
                double largest = z.Values.AsSpan(i * units, units).ToArray().Max();
                double log = Math.Log(Enumerable.Range(i * units, units).Sum(j => Math.Exp(z.Values[j] - largest)));
                loss = largest + log;
                terms = Math.Abs(largest) + Math.Abs(log);
            }

            for (int j = i * units; j < (i + 1) * units; j++)
            {
                (double value, double valueTerms, double carry) = description.Loss switch
                {
                    Loss.BinaryCrossEntropy => (ActivationFunctions.Softplus(z.Values[j]) - y[j] * z.Values[j],
                        ActivationFunctions.Softplus(z.Values[j]) + Math.Abs(y[j] * z.Values[j]), (a.Values[j] - y[j]) * z.Terms[j]),
                    Loss.CrossEntropy => (-y[j] * z.Values[j], Math.Abs(y[j] * z.Values[j]), (a.Values[j] - y[j]) * z.Terms[j]),
                    Loss.SquaredError =>
                        (0.5 * Square(a.Values[j] - y[j]), 0.5 * Square(Math.Abs(a.Values[j]) + Math.Abs(y[j])), (a.Values[j] - y[j]) * a.Terms[j]),
                    Loss.AbsoluteError => (Math.Abs(a.Values[j] - y[j]), Math.Abs(a.Values[j]) + Math.Abs(y[j]), a.Terms[j]),
                    _ => throw new ArgumentOutOfRangeException(nameof(description), description.Loss, "Not a loss."),
                };
                loss += value;
                terms += valueTerms;
                carried += carry * carry;
            }

            losses.Set(i, loss, terms, carried);
        }

        return losses;
    }

    /// <summary>dZ[L]: A - Y for the fused pairs, dA * g'(Z) for the others.</summary>
    public static Measured OutputGradient(NetworkDescription description, ReferencePass pass, double[] y)
    {
        Measured a = pass.Output;
        var da = new Measured(a.Count);
        for (int i = 0; i < a.Count; i++)
        {
            double difference = a.Values[i] - y[i];
            if (description.Loss == Loss.AbsoluteError)
            {
                da.Set(i, Math.Sign(difference), Math.Abs(Math.Sign(difference)), 0);
            }
            else
            {
                da.Set(i, difference, Math.Abs(a.Values[i]) + Math.Abs(y[i]), Square(a.Terms[i]));
            }
        }

        return description.Loss is Loss.BinaryCrossEntropy or Loss.CrossEntropy
            ? da
            : ReferenceNetwork.ThroughActivation(description.DenseLayers[^1], pass.Z[^1], da);
    }

    private static double Square(double value) => value * value;
}
