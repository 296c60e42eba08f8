namespace NetGen.Generator.Model.Graph;

/// <summary>One node of a graph, of any kind.</summary>
/// <param name="Number">Its place in the order of evaluation, from 0; the inputs are the first.</param>
/// <param name="Sources">The nodes that it is computed from, in the order of its arguments.</param>
/// <param name="Length">The values that it holds for each example.</param>
/// <param name="Name">
/// How files and members call it, unique in its graph and an identifier: what the user calls it, else, of nodes with parameters, kind and running number.
/// </param>
internal abstract record GraphNode(int Number, EquatableArray<int> Sources, int Length, string? Name)
{
    /// <summary>The kind that a name is made of, of nodes that files hold something of; null for the others.</summary>
    public virtual string? NamedKind => null;

    /// <summary>The number of values of its parameters.</summary>
    public virtual long ParameterCount => 0;

    /// <summary>The number of values that it keeps, parameters and statistics.</summary>
    public virtual long StoredCount => ParameterCount;
}
