namespace NetGen.Generator.Layers.Dense;

/// <summary>db[l], the sum of dZ[l] over the examples. Equal plans share one kernel.</summary>
/// <param name="Units">The units.</param>
/// <param name="Stride">The distance between two rows of dZ[l].</param>
internal sealed record BiasPlan(int Units, int Stride);
