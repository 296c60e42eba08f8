namespace NetGen.Generator.Model.Graph;

/// <summary>The sum of two nodes, which may be the same.</summary>
internal sealed record AddNode(int Number, EquatableArray<int> Sources, int Length, string? Name = null) : GraphNode(Number, Sources, Length, Name);
