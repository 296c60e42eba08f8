namespace NetGen;

/// <summary>
/// Marks a member of a network class as the pre-trained weights of one layer: a matrix of n[l] rows (units) and n[l-1] columns (inputs),
/// as a two-dimensional array, an array of rows, or one array row by row. <c>LoadDeclaredParameters()</c> copies it in.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method, Inherited = false)]
public sealed class WeightsAttribute : Attribute
{
    /// <summary>Marks the weights of a layer.</summary>
    /// <param name="layer">The layer, from 1 to the number of layers.</param>
    public WeightsAttribute(int layer) => Layer = layer;

    /// <summary>The layer, from 1.</summary>
    public int Layer { get; }
}
