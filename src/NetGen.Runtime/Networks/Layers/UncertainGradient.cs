namespace NetGen;

/// <summary>The derivatives of each example's loss with respect to some values, and how far rounding may take them.</summary>
/// <param name="length">The number of values.</param>
internal sealed class UncertainGradient(int length)
{
    /// <summary>The derivatives.</summary>
    public double[] Values { get; } = new double[length];

    /// <summary>Their errors, in units of the unit roundoff.</summary>
    public double[] Errors { get; } = new double[length];

    /// <summary>Adds to one derivative.</summary>
    /// <param name="place">Which.</param>
    /// <param name="value">What is added.</param>
    /// <param name="error">Its error.</param>
    public void Add(int place, double value, double error)
    {
        Values[place] += value;
        Errors[place] += error;
    }

    /// <summary>Adds what another taker of the same values gives back; the sum is rounded, in whatever order it is computed.</summary>
    /// <param name="other">The other.</param>
    public UncertainGradient Plus(UncertainGradient other)
    {
        for (int place = 0; place < Values.Length; place++)
        {
            double terms = Math.Abs(Values[place]) + Math.Abs(other.Values[place]);
            Add(place, other.Values[place], other.Errors[place] + terms);
        }

        return this;
    }
}
