using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>Sums that several parts of a computation add to, with what their rounding errors are measured by: see <see cref="Measured"/>.</summary>
internal sealed class Sums(int count)
{
    private readonly double[] values = new double[count];
    private readonly double[] terms = new double[count];
    private readonly double[] carried = new double[count];

    /// <summary>Adds a term.</summary>
    /// <param name="index">To which sum.</param>
    /// <param name="value">The term.</param>
    /// <param name="carriedTerms">What its own error is measured by.</param>
    public void Add(int index, double value, double carriedTerms) => Add(index, value, Math.Abs(value), carriedTerms * carriedTerms);

    /// <summary>Adds a term that is a sum itself.</summary>
    /// <param name="index">To which sum.</param>
    /// <param name="value">The term.</param>
    /// <param name="absolute">The sum of its absolute terms.</param>
    /// <param name="carriedSquared">The sum of the squares of what they carry.</param>
    public void Add(int index, double value, double absolute, double carriedSquared)
    {
        values[index] += value;
        terms[index] += absolute;
        carried[index] += carriedSquared;
    }

    /// <summary>The sums.</summary>
    public Measured ToMeasured()
    {
        var sums = new Measured(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            sums.Set(i, values[i], terms[i], carried[i]);
        }

        return sums;
    }
}
