namespace NetGen.Generator.Model.Graph;

/// <summary>The values of two nodes or more, one after the other.</summary>
internal sealed record ConcatNode(int Number, EquatableArray<int> Sources, int Length, string? Name = null) : GraphNode(Number, Sources, Length, Name);
