namespace NetGen.Generator.Model.Graph;

/// <summary>1 for a class, 0 for all others.</summary>
internal sealed record OneHotNode(int Number, EquatableArray<int> Sources, int Categories, string? Name = null)
    : GraphNode(Number, Sources, Categories, Name);
