namespace NetGen.Generator.Model.Graph;

/// <summary>Normalization over the batch: gamma and beta (Length), and as statistics mean and variance (Length).</summary>
internal sealed record BatchNormNode(int Number, EquatableArray<int> Sources, int Length, double Momentum, double Epsilon, string? Name = null)
    : GraphNode(Number, Sources, Length, Name)
{
    /// <inheritdoc/>
    public override string NamedKind => "norm";

    /// <inheritdoc/>
    public override long ParameterCount => 2L * Length;

    /// <inheritdoc/>
    public override long StoredCount => 4L * Length;
}
