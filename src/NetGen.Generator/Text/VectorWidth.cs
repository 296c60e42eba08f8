using System.Collections.Generic;

namespace NetGen.Generator.Text;

/// <summary>One of the three vector widths for which code is emitted, with the number of elements that it offers.</summary>
/// <param name="Bits">512, 256 or 128.</param>
/// <param name="ElementSize">The bytes of an element: 4 or 8.</param>
internal sealed record VectorWidth(int Bits, int ElementSize)
{
    /// <summary>The elements of a vector.</summary>
    public int Lanes => LanesOf(Bits);

    /// <summary>The widths for which code is emitted, widest first.</summary>
    public static IEnumerable<VectorWidth> All(int elementSize)
    {
        yield return new VectorWidth(512, elementSize);
        yield return new VectorWidth(256, elementSize);
        yield return new VectorWidth(128, elementSize);
    }

    /// <summary>The elements of a vector of some bits.</summary>
    public int LanesOf(int bits) => bits / 8 / ElementSize;

    /// <summary>
    /// Covers <paramref name="count"/> contiguous elements: full vectors, then for the rest the narrowest vector that holds it, because a narrow vector costs a
    /// processor half as much.
    /// </summary>
    public IReadOnlyList<Piece> Cover(int count)
    {
        var pieces = new List<Piece>();
        int offset = 0;
        for (; offset + Lanes <= count; offset += Lanes)
        {
            pieces.Add(new Piece(Bits, Lanes, offset, Lanes));
        }

        int rest = count - offset;
        if (rest > 0)
        {
            int bits = Bits;
            while (bits > 128 && LanesOf(bits / 2) >= rest)
            {
                bits /= 2;
            }

            pieces.Add(new Piece(bits, LanesOf(bits), offset, rest));
        }

        return pieces;
    }
}
