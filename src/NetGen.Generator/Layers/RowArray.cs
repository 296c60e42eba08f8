namespace NetGen.Generator.Layers;

/// <summary>An array that a loop over rows walks along.</summary>
/// <param name="Name">The ref to it.</param>
/// <param name="Stride">The distance between two rows.</param>
/// <param name="Offset">Where in a row the values start that are meant.</param>
internal sealed record RowArray(string Name, int Stride, int Offset = 0);
