namespace NetGen.Generator.Model.Graph;

/// <summary>While training, x / (1 - Rate), or 0 with the probability Rate.</summary>
internal sealed record DropoutNode(int Number, EquatableArray<int> Sources, int Length, double Rate, string? Name = null)
    : GraphNode(Number, Sources, Length, Name);
