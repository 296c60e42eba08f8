namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>Which member of which network a value is: the weights or the bias of a layer, or what the network computed.</summary>
internal sealed record ShapeOrigin(NetworkFacts Network, OriginRole Role, int Layer);

/// <summary>The part that a value plays in a network.</summary>
internal enum OriginRole
{
    /// <summary>W[l].</summary>
    Weights,

    /// <summary>b[l].</summary>
    Bias,

    /// <summary>The activations of the last layer, as Predict returns them.</summary>
    Output,
}
