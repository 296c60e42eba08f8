namespace NetGen.Numerics;

/// <summary>Moves numbers between layouts: examples in rows, examples in lanes, matrices in columns, rows with padding.</summary>
/// <remarks>No method reads or writes outside the ranges that it documents, or checks them: that is the caller's business.</remarks>
public static partial class Transposition;
