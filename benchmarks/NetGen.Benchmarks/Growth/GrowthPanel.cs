namespace NetGen.Benchmarks.Growth;

/// <summary>One of the diagrams of the plot.</summary>
/// <param name="Name">What grows.</param>
/// <param name="Caption">What stays.</param>
/// <param name="Points">The figures.</param>
internal sealed record GrowthPanel(string Name, string Caption, IReadOnlyList<GrowthPoint> Points);
