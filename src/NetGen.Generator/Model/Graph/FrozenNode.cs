namespace NetGen.Generator.Model.Graph;

/// <summary>What it is given, with no gradient going back.</summary>
internal sealed record FrozenNode(int Number, EquatableArray<int> Sources, int Length, string? Name = null) : GraphNode(Number, Sources, Length, Name);
