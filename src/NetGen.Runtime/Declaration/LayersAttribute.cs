namespace NetGen;

/// <summary>
/// Makes a partial class a neural network. The sizes are the number of inputs and then the number of units of each layer:
/// <c>[Layers(12288, 20, 7, 5, 1)]</c> has 12288 inputs and 4 layers. The input is layer 0 and is not counted.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed partial class LayersAttribute : Attribute
{
    /// <summary>Declares a network of any number of layers.</summary>
    /// <param name="sizes">The number of inputs, then the units of each layer: n[0], n[1], ..., n[L], each at least 1.</param>
    public LayersAttribute(params int[] sizes) => Sizes = sizes;

    /// <summary>The number of inputs, then the units of each layer.</summary>
    public int[] Sizes { get; }

    /// <summary>The activation of the hidden layers. Default: ReLU.</summary>
    public Activation Hidden { get; set; } = Activation.Relu;

    /// <summary>
    /// The activation of the output layer. Default: linear for hinge loss and exponential for Poisson loss, else sigmoid for one unit, softmax for several.
    /// </summary>
    public Activation Output { get; set; }

    /// <summary>
    /// The loss. Default: binary cross-entropy for a sigmoid output, cross-entropy for softmax, Poisson loss for exponential, squared error for the others.
    /// </summary>
    public Loss Loss { get; set; }

    /// <summary>Where <see cref="Loss.Huber"/> becomes linear: finite and positive. Only for that loss. Default: 1.</summary>
    public double Delta { get; set; } = 1.0;

    /// <summary>Which quantile <see cref="Loss.Quantile"/> predicts: above 0 and below 1. Only for that loss. Default: 0.5, the median.</summary>
    public double Quantile { get; set; } = 0.5;

    /// <summary>
    /// How much less <see cref="Loss.Focal"/> counts what is right already: finite and not negative; 0 is the cross-entropy. Only for that loss. Default: 2.
    /// </summary>
    public double Gamma { get; set; } = 2.0;

    /// <summary>
    /// Which share of each label is spread evenly over all classes: at least 0 and below 1. With s for it and k classes, y becomes (1 - s) y + s / k; a sigmoid
    /// output is of two classes. Only for the cross-entropies and the focal loss. Default: 0.
    /// </summary>
    public double LabelSmoothing { get; set; }

    /// <summary>How initial weights are drawn. Default: <see cref="Initializer.ScaledNormal"/>.</summary>
    public Initializer Initializer { get; set; }

    /// <summary>The element type. Default: float.</summary>
    public ElementType Element { get; set; }
}
