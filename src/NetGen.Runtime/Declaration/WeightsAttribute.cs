namespace NetGen;

/// <summary>
/// Marks a member of a network class as the pre-trained weights of one layer: a matrix of n[l] rows (units) and n[l-1] columns (inputs),
/// as a two-dimensional array, an array of rows, or one array row by row. <c>LoadDeclaredParameters()</c> copies it in.
/// </summary>
/// <remarks>The weights of an embedding have a row for each class, with a column for each dimension.</remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method, Inherited = false)]
public sealed class WeightsAttribute : Attribute
{
    /// <summary>Marks the weights of a layer of a network that is declared with <see cref="LayersAttribute"/>.</summary>
    /// <param name="layer">The layer, from 1 to the number of layers.</param>
    public WeightsAttribute(int layer) => Layer = layer;

    /// <summary>Marks the weights of a layer of a network that a method <c>Define</c> describes.</summary>
    /// <param name="name">The name of the layer, as its parameters have it: <c>stem</c> of <c>stem.W</c>.</param>
    public WeightsAttribute(string name) => Name = name;

    /// <summary>The layer, from 1; 0 of one that goes by its name.</summary>
    public int Layer { get; }

    /// <summary>The name of the layer; null of one that goes by its number.</summary>
    public string? Name { get; }
}
