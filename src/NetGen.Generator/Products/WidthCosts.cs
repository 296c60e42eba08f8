using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>What the plan expects of vectors of one width.</summary>
internal static class WidthCosts
{
    /// <summary>
    /// How many accumulators a tile may hold. AVX-512 has 32 registers; at the other widths x86 has 16, of which the operands of a tile take the rest.
    /// </summary>
    public static int Accumulators(this VectorWidth width) => width.Bits == 512 ? 24 : 12;

    /// <summary>How many pieces cover <paramref name="count"/> elements.</summary>
    public static int CoverCount(this VectorWidth width, int count) => (count / width.Lanes) + (count % width.Lanes > 0 ? 1 : 0);

    /// <summary>The cost, in full-width multiply-adds, of one multiply-add on every piece that covers <paramref name="count"/> elements.</summary>
    public static double CoverCost(this VectorWidth width, int count)
    {
        int rest = count % width.Lanes;
        double last = rest == 0 ? 0 : width.Bits == 512 && rest <= width.LanesOf(256) ? 0.5 : 1;
        return (count / width.Lanes) + last;
    }
}
