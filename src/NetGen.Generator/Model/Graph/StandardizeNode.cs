namespace NetGen.Generator.Model.Graph;

/// <summary>(x - mean) * scale, with mean and scale (Length) of the training set; they are statistics, not parameters.</summary>
internal sealed record StandardizeNode(int Number, EquatableArray<int> Sources, int Length, string? Name = null)
    : GraphNode(Number, Sources, Length, Name)
{
    /// <inheritdoc/>
    public override string NamedKind => "standardize";

    /// <inheritdoc/>
    public override long StoredCount => 2L * Length;
}
