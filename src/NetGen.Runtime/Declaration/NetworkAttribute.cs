namespace NetGen;

/// <summary>
/// Makes a partial class a neural network that its method <c>Define</c> describes, a static method that takes and returns <see cref="Node"/>:
/// <code>
/// [Network]
/// public sealed partial class DigitNet
/// {
///     static Node Define([Shape(784)] Node picture)
///     {
///         Node a = picture.Dense(128).Relu();
///         Node b = a + a.Dense(128).Relu();
///         return b.Dense(10).Softmax();
///     }
/// }
/// </code>
/// Define is read when the project is compiled, and never run. For a stack of dense layers, <see cref="LayersAttribute"/> is shorter.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>
    /// The loss. Default: cross-entropy where Define ends in a softmax, binary cross-entropy where it ends in a sigmoid, Poisson loss where it ends in an
    /// exponential, squared error elsewhere.
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
