namespace NetGen.Generator.Model.Graph;

/// <summary>y = g(x).</summary>
internal sealed record ActivationNode(int Number, EquatableArray<int> Sources, int Length, ActivationSpec Function, string? Name = null)
    : GraphNode(Number, Sources, Length, Name);
