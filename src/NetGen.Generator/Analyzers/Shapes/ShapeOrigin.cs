namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>What of which network a value is: one of its parameters, or what it computed.</summary>
/// <param name="Network">The network.</param>
/// <param name="Parameter">The parameter; null for the activations of the last layer, as Predict returns them.</param>
internal sealed record ShapeOrigin(NetworkFacts Network, NetworkParameter? Parameter)
{
    /// <summary>Whether the network computed it.</summary>
    public bool IsOutput => Parameter is null;
}
