namespace NetGen;

/// <summary>
/// Marks a member of a network class as the pre-trained bias of one layer: n[l] values. <c>LoadDeclaredParameters()</c> copies it in.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method, Inherited = false)]
public sealed class BiasAttribute : Attribute
{
    /// <summary>Marks the bias of a layer.</summary>
    /// <param name="layer">The layer, from 1 to the number of layers.</param>
    public BiasAttribute(int layer) => Layer = layer;

    /// <summary>The layer, from 1.</summary>
    public int Layer { get; }
}
