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
    /// The loss. Default: cross-entropy where Define ends in a softmax, binary cross-entropy where it ends in a sigmoid, squared error elsewhere.
    /// </summary>
    public Loss Loss { get; set; }

    /// <summary>How initial weights are drawn. Default: <see cref="Initializer.ScaledNormal"/>.</summary>
    public Initializer Initializer { get; set; }

    /// <summary>The element type. Default: float.</summary>
    public ElementType Element { get; set; }
}
