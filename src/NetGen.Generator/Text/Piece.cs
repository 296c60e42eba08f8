namespace NetGen.Generator.Text;

/// <summary>A vector over contiguous elements: the last of a row may be narrower than the others, and only partly in use.</summary>
/// <param name="Bits">The width of the vector.</param>
/// <param name="Lanes">The elements that the vector holds.</param>
/// <param name="Offset">The first element, counted from the start of what is covered.</param>
/// <param name="Used">The elements in use; the lanes after them hold nothing of meaning.</param>
internal sealed record Piece(int Bits, int Lanes, int Offset, int Used);
