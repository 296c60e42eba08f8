namespace NetGen.Generator.Model.Graph;

/// <summary>y = W x + b: W is (Units, Inputs), b, where there is one, (Units).</summary>
internal sealed record DenseNode(int Number, EquatableArray<int> Sources, int Inputs, int Units, bool Bias, string? Name = null)
    : GraphNode(Number, Sources, Units, Name)
{
    /// <inheritdoc/>
    public override string NamedKind => "dense";

    /// <inheritdoc/>
    public override long ParameterCount => ((long)Units * Inputs) + (Bias ? Units : 0);
}
