namespace NetGen;

/// <summary>
/// Marks a member of a network class as the pre-trained bias of one layer: n[l] values. <c>LoadDeclaredParameters()</c> copies it in.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method, Inherited = false)]
public sealed class BiasAttribute : Attribute
{
    /// <summary>Marks the bias of a layer of a network that is declared with <see cref="LayersAttribute"/>.</summary>
    /// <param name="layer">The layer, from 1 to the number of layers.</param>
    public BiasAttribute(int layer) => Layer = layer;

    /// <summary>Marks the bias of a layer of a network that a method <c>Define</c> describes.</summary>
    /// <param name="name">The name of the layer, as its parameters have it: <c>stem</c> of <c>stem.b</c>.</param>
    public BiasAttribute(string name) => Name = name;

    /// <summary>The layer, from 1; 0 of one that goes by its name.</summary>
    public int Layer { get; }

    /// <summary>The name of the layer; null of one that goes by its number.</summary>
    public string? Name { get; }
}
