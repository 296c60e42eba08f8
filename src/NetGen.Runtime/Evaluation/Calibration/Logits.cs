namespace NetGen;

/// <summary>Between probabilities and what softmax or sigmoid made them of.</summary>
internal static class Logits
{
    /// <summary>
    /// Turns the probabilities of an example into logits: of a softmax log(p / the greatest p), which is right up to a constant that softmax does not see, of
    /// sigmoids log(p / (1 - p)). A probability of 0 becomes the least normal number first, since the logarithm of 0 is infinite, and a sigmoid of 1 the
    /// greatest number below it. All logits of a row of zeros, which no softmax gives, are equal.
    /// </summary>
    /// <param name="values">The probabilities; receives the logits. NaN stays NaN.</param>
    /// <param name="isSoftmax">Whether they are of a softmax; else each is of a sigmoid.</param>
    /// <param name="precision">The precision in which they were computed.</param>
    public static void FromProbabilities(Span<double> values, bool isSoftmax, Precision precision)
    {
        double greatest = isSoftmax ? Math.Log(Math.Max(Greatest(values), precision.LeastNormal)) : 0.0;
        foreach (ref double value in values)
        {
            double p = Math.Max(value, precision.LeastNormal);
            double ofOthers = isSoftmax ? greatest : Math.Log(1.0 - Math.Min(p, precision.BelowOne));
            value = Math.Log(isSoftmax ? p : Math.Min(p, precision.BelowOne)) - ofOthers;
        }
    }

    /// <summary>Turns the logits of an example into probabilities.</summary>
    /// <param name="values">The logits; receives the probabilities.</param>
    /// <param name="isSoftmax">Whether softmax is meant; else the sigmoid of each.</param>
    public static void ToProbabilities(Span<double> values, bool isSoftmax)
    {
        double greatest = isSoftmax ? Greatest(values) : 0.0, sum = 0.0;
        foreach (ref double value in values)
        {
            value = isSoftmax ? Math.Exp(value - greatest) : 1.0 / (1.0 + Math.Exp(-value));
            sum += value;
        }

        for (int output = 0; isSoftmax && output < values.Length; output++)
        {
            values[output] /= sum;
        }
    }

    private static double Greatest(ReadOnlySpan<double> values)
    {
        double greatest = double.NegativeInfinity;
        foreach (double value in values)
        {
            greatest = Math.Max(greatest, value);
        }

        return greatest;
    }
}
