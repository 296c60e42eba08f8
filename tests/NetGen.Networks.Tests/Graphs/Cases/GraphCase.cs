namespace NetGen.Networks.Tests.Graphs.Cases;

/// <summary>A network, a batch and the seed of its numbers.</summary>
/// <param name="Name">What it is about, for messages.</param>
/// <param name="Graph">The network.</param>
/// <param name="Examples">The number of examples, m.</param>
/// <param name="Seed">Draws the parameters and the data.</param>
internal sealed record GraphCase(string Name, Graph Graph, int Examples, int Seed)
{
    /// <summary>What the plain loops compute in well under a second.</summary>
    private const long MostMultiplications = 1_500_000;

    /// <summary>The same with no more examples than the plain loops have time for.</summary>
    public GraphCase Fitted() =>
        this with { Examples = (int)Math.Clamp(MostMultiplications / Graph.Parts.Sum(static part => part.Multiplications), 1, Examples) };

    /// <inheritdoc/>
    public override string ToString() => $"{Name} with {Examples} examples, seed {Seed}:\n{Graph.ToSource("Net")}";
}
