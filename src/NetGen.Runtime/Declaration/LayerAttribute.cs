namespace NetGen;

/// <summary>Says something about one layer of a network declared with <see cref="LayersAttribute"/>.</summary>
/// <remarks>
/// A layer computes, in this order: W, b, batch normalization, activation, dropout. Of layer 2, the normalization has the parameters gamma2 and beta2 and the
/// running statistics mean2 and variance2, beside W2 and b2.
/// </remarks>
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

    /// <summary>
    /// The share of activations that each training step drops, drawn anew; what is left is divided by 1 - Dropout, and predictions drop nothing. At least 0,
    /// which is none, and below 1; not of the last layer, whose activations are the outputs. Default: 0.
    /// </summary>
    public double Dropout { get; set; }

    /// <summary>
    /// Whether each unit is normalized over the batch before its activation, as <see cref="Node.BatchNorm"/> does, with momentum 0.1 and epsilon 1e-5.
    /// Default: no.
    /// </summary>
    public bool BatchNorm { get; set; }
}
