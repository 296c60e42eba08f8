namespace NetGen.Networks.Tests.Reference;

/// <summary>
/// Results of the naive computation and, beside each, the size that its rounding error is measured by: the sum of the absolute terms of the sum that the result
/// belongs to. A term that is itself the outcome of a sum carries that sum's rounding along; what arrives that way is added in quadrature, as independent
/// roundings add. Without it, a sum that cancelled in one layer would be held to an accuracy that it no longer has in the next (most plainly behind a layer of
/// one unit, where it is the only term).
/// </summary>
internal sealed class Measured(int count)
{
    /// <summary>The values.</summary>
    public double[] Values { get; } = new double[count];

    /// <summary>What the error of each value is divided by.</summary>
    public double[] Terms { get; } = new double[count];

    /// <summary>How many values there are.</summary>
    public int Count => Values.Length;

    /// <summary>Stores a value.</summary>
    /// <param name="index">Where.</param>
    /// <param name="value">The value.</param>
    /// <param name="terms">The sum of the absolute terms of its sum.</param>
    /// <param name="carriedSquared">The sum of the squares of what its terms carry.</param>
    public void Set(int index, double value, double terms, double carriedSquared)
    {
        Values[index] = value;
        Terms[index] = Math.Sqrt(terms * terms + carriedSquared);
    }
}
