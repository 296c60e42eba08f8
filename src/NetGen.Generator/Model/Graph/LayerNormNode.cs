namespace NetGen.Generator.Model.Graph;

/// <summary>Normalization over the values of an example: gamma and beta (Length).</summary>
internal sealed record LayerNormNode(int Number, EquatableArray<int> Sources, int Length, double Epsilon, string? Name = null)
    : GraphNode(Number, Sources, Length, Name)
{
    /// <inheritdoc/>
    public override string NamedKind => "norm";

    /// <inheritdoc/>
    public override long ParameterCount => 2L * Length;
}
