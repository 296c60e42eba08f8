namespace NetGen.Networks.Tests.Reference;

/// <summary>The losses: their value, and the gradient with respect to Z of the output layer. Each is written from its definition.</summary>
internal static class ReferenceLoss
{
    /// <summary>The loss of each example; the losses of logits from Z, so that they stay finite.</summary>
    public static Measured Losses(NetworkDescription description, ReferencePass pass, double[] y)
    {
        int units = description.OutputSize;
        (Measured z, Measured a) = (pass.Z[^1], pass.A[^1]);
        double[] gradient = OutputGradient(description, pass, y).Values;
        var losses = new Measured(pass.Examples);
        for (int i = 0; i < pass.Examples; i++)
        {
            double loss = 0, terms = 0, carried = 0;
            double log = IsOfExample(description) ? LogSum(z.Values.AsSpan(i * units, units).ToArray()) : 0;
            for (int j = i * units; j < (i + 1) * units; j++)
            {
                double label = Smoothed(description, y[j]);
                (double value, double valueTerms) = Value(description, z.Values[j], a.Values[j], label, log);
                loss += value;
                terms += valueTerms;
                double carry = IsOfLogits(description.Loss) ? gradient[j] * z.Terms[j] : DerivativeOfError(description, a.Values[j] - label) * a.Terms[j];
                carried += carry * carry;
            }

            losses.Set(i, loss, terms, carried);
        }

        return losses;
    }

    /// <summary>dZ[L]: from Z for the losses of logits, dA * g'(Z) for the others.</summary>
    public static Measured OutputGradient(NetworkDescription description, ReferencePass pass, double[] y)
    {
        (Measured z, Measured a, int units) = (pass.Z[^1], pass.Output, description.OutputSize);
        var da = new Measured(a.Count);
        for (int i = 0; i < a.Count; i++)
        {
            double label = Smoothed(description, y[i]), difference = a.Values[i] - label;
            double size = Math.Abs(a.Values[i]) + Math.Abs(label);
            switch (description.Loss)
            {
                case Loss.AbsoluteError or Loss.Quantile:
                case Loss.Huber when Math.Abs(difference) > description.Delta:
                    double constant = DerivativeOfError(description, difference);
                    da.Set(i, constant, Math.Abs(constant), 0);
                    break;
                case Loss.Hinge:
                    double side = 2 * y[i] - 1;
                    da.Set(i, side * z.Values[i] < 1 ? -side : 0, 1, 0);
                    break;
                case Loss.Focal when IsOfExample(description):
                    FocalOfExample(description, z, y, i / units * units, i, da);
                    break;
                case Loss.Focal:
                    FocalOfOutput(description.Gamma, z, label, i, da);
                    break;
                default:
                    da.Set(i, difference, size, Square(a.Terms[i]));
                    break;
            }
        }

        return IsOfLogits(description.Loss) ? da : ReferenceNetwork.ThroughActivation(description.DenseLayers[^1], z, da);
    }

    /// <summary>Where the derivative of the loss of each output jumps; null where it does not.</summary>
    public static double[]? Kinks(Loss loss, double[] y) => loss switch
    {
        Loss.AbsoluteError or Loss.Quantile => y,
        Loss.Hinge => [.. y.Select(static label => 2 * label - 1)],
        _ => null,
    };

    private static (double Value, double Terms) Value(NetworkDescription description, double z, double a, double y, double logSum)
    {
        double error = a - y, size = Math.Abs(a) + Math.Abs(y);
        switch (description.Loss)
        {
            case Loss.CrossEntropy:
                return (y * (logSum - z), y * (Math.Abs(logSum) + Math.Abs(z)));
            case Loss.BinaryCrossEntropy:
                return (BinaryCrossEntropy(z, y), BinaryTerms(z, y));
            case Loss.SquaredError:
                return (0.5 * Square(error), 0.5 * Square(size));
            case Loss.AbsoluteError:
                return (Math.Abs(error), size);
            case Loss.Huber when Math.Abs(error) <= description.Delta:
                return (0.5 * Square(error), 0.5 * Square(size));
            case Loss.Huber:
                return (description.Delta * (Math.Abs(error) - 0.5 * description.Delta), description.Delta * (size + description.Delta));
            case Loss.Quantile:
                return (Math.Max(description.Quantile * -error, (description.Quantile - 1) * -error), size);
            case Loss.Hinge:
                return (Math.Max(0, 1 - (2 * y - 1) * z), 1 + Math.Abs(z));
            case Loss.Poisson:
                return (Math.Exp(z) - y * z, Math.Exp(z) + Math.Abs(y * z));
            case Loss.Focal when IsOfExample(description):
                double missed = logSum - z, factor = Math.Pow(1 - Math.Exp(-missed), description.Gamma);
                return (y * factor * missed, y * (1 + description.Gamma) * (Math.Abs(logSum) + Math.Abs(z)));
            case Loss.Focal:
                double power = Math.Pow(Missed(z, y), description.Gamma);
                return (power * BinaryCrossEntropy(z, y), (1 + description.Gamma) * power * BinaryTerms(z, y));
            default:
                throw new ArgumentOutOfRangeException(nameof(description), description.Loss, "Not a loss.");
        }
    }

    private static double DerivativeOfError(NetworkDescription description, double error) => description.Loss switch
    {
        Loss.SquaredError => error,
        Loss.Huber => Math.Abs(error) <= description.Delta ? error : description.Delta * Math.Sign(error),
        Loss.Quantile => error > 0 ? 1 - description.Quantile : error < 0 ? -description.Quantile : 0,
        _ => Math.Sign(error),
    };

    /// <summary>d/dz of q^gamma C, by the product rule: q = y (1 - p) + (1 - y) p, C the cross-entropy.</summary>
    private static void FocalOfOutput(double gamma, Measured z, double y, int i, Measured dz)
    {
        double logit = z.Values[i], p = ActivationFunctions.Sigmoid(logit), q = Missed(logit, y);
        double slopeOfMissed = (1 - 2 * y) * p * ActivationFunctions.Sigmoid(-logit);
        double first = Math.Pow(q, gamma) * (p - y), second = gamma == 0 ? 0 : gamma * Math.Pow(q, gamma - 1) * slopeOfMissed * BinaryCrossEntropy(logit, y);
        dz.Set(
            i, first + second, (1 + gamma) * (Math.Pow(q, gamma) * (p + y) + Math.Abs(second)), Square((1 + gamma) * (1 + gamma) * z.Terms[i]));
    }

    /// <summary>dZ[j] = sum over k of dL/dA[k] A[k] ((k is j) - A[j]), with dL/dA of -y (1 - a)^gamma log(a).</summary>
    private static void FocalOfExample(NetworkDescription description, Measured z, double[] y, int row, int i, Measured dz)
    {
        int units = description.OutputSize;
        double gamma = description.Gamma, log = LogSum(z.Values.AsSpan(row, units).ToArray());
        double value = 0, terms = 0, carried = 0;
        for (int k = row; k < row + units; k++)
        {
            double a = Math.Exp(z.Values[k] - log), own = Math.Exp(z.Values[i] - log), rest = 1 - a;
            double label = Smoothed(description, y[k]);
            double powerBelow = gamma == 0 ? 0 : gamma * Math.Pow(Math.Max(rest, 1e-300), gamma - 1);
            double pull = -label * (Math.Pow(rest, gamma) - powerBelow * a * (z.Values[k] - log));
            value += pull * ((k == i ? 1 : 0) - own);
            terms += (1 + gamma) * (Math.Abs(pull) + label * powerBelow * (1 + a * (log - z.Values[k]))) * ((k == i ? 1 : 0) + own);
            carried += Square((1 + gamma) * (1 + gamma) * z.Terms[k]);
        }

        dz.Set(i, value, terms, carried);
    }

    private static bool IsOfLogits(Loss loss) => loss is Loss.BinaryCrossEntropy or Loss.CrossEntropy or Loss.Hinge or Loss.Poisson or Loss.Focal;

    private static bool IsOfExample(NetworkDescription description) => description.DenseLayers[^1].Activation == Activation.Softmax;

    private static double Smoothed(NetworkDescription description, double y) =>
        (1 - description.LabelSmoothing) * y + description.LabelSmoothing / (IsOfExample(description) ? description.OutputSize : 2);

    private static double LogSum(double[] z) => z.Max() + Math.Log(z.Sum(value => Math.Exp(value - z.Max())));

    private static double BinaryCrossEntropy(double z, double y) => y * ActivationFunctions.Softplus(-z) + (1 - y) * ActivationFunctions.Softplus(z);

    private static double BinaryTerms(double z, double y) => ActivationFunctions.Softplus(z) + Math.Abs(y * z);

    private static double Missed(double z, double y) => y * ActivationFunctions.Sigmoid(-z) + (1 - y) * ActivationFunctions.Sigmoid(z);

    private static double Square(double value) => value * value;
}
