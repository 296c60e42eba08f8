namespace NetGen;

/// <summary>Says something about one layer of a network declared with <see cref="LayersAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LayerAttribute : Attribute
{
    /// <summary>Selects a layer.</summary>
    /// <param name="layer">The layer, from 1 to the number of layers.</param>
    public LayerAttribute(int layer) => Layer = layer;

    /// <summary>The layer, from 1.</summary>
    public int Layer { get; }

    /// <summary>The activation of this layer.</summary>
    public Activation Activation { get; set; }

    /// <summary>The slope of a leaky ReLU for negative Z; finite and not negative. Default: 0.01.</summary>
    public double Slope { get; set; } = 0.01;
}
