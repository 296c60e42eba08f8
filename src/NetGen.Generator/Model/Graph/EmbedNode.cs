namespace NetGen.Generator.Model.Graph;

/// <summary>The row of W (Categories, Dimensions) that belongs to a class.</summary>
internal sealed record EmbedNode(int Number, EquatableArray<int> Sources, int Categories, int Dimensions, string? Name = null)
    : GraphNode(Number, Sources, Dimensions, Name)
{
    /// <inheritdoc/>
    public override string NamedKind => "embed";

    /// <inheritdoc/>
    public override long ParameterCount => (long)Categories * Dimensions;
}
