namespace NetGen.NumericSuite;

// Networks of every form that emitted code can have, as small as each allows: a test of the generator holds that none is missing. Each stands here in both
// element types.

/// <summary>The register plan.</summary>
[Layers(2, 4, 1, Hidden = Activation.Tanh)]
internal sealed partial class Register;

/// <inheritdoc cref="Register"/>
[Layers(2, 4, 1, Hidden = Activation.Tanh, Element = ElementType.Double)]
internal sealed partial class RegisterDouble;

/// <summary>The register plan with every activation, and several outputs.</summary>
[Layers(3, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, Hidden = Activation.Linear, Output = Activation.Sigmoid, Loss = Loss.SquaredError)]
[Layer(1, Activation = Activation.Sigmoid)]
[Layer(2, Activation = Activation.Tanh)]
[Layer(3, Activation = Activation.Gelu)]
[Layer(4, Activation = Activation.GeluErf)]
[Layer(5, Activation = Activation.Silu)]
[Layer(6, Activation = Activation.Elu)]
[Layer(7, Activation = Activation.Softplus)]
[Layer(8, Activation = Activation.LeakyRelu, Slope = 0.2)]
internal sealed partial class RegisterActivations;

/// <inheritdoc cref="RegisterActivations"/>
[Layers(3, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, Hidden = Activation.Linear, Output = Activation.Sigmoid, Loss = Loss.SquaredError, Element = ElementType.Double)]
[Layer(1, Activation = Activation.Sigmoid)]
[Layer(2, Activation = Activation.Tanh)]
[Layer(3, Activation = Activation.Gelu)]
[Layer(4, Activation = Activation.GeluErf)]
[Layer(5, Activation = Activation.Silu)]
[Layer(6, Activation = Activation.Elu)]
[Layer(7, Activation = Activation.Softplus)]
[Layer(8, Activation = Activation.LeakyRelu, Slope = 0.2)]
internal sealed partial class RegisterActivationsDouble;

/// <summary>Few units over many inputs: dot tiles forward, and one output.</summary>
[Layers(1027, 5, 1)]
internal sealed partial class Dot;

/// <inheritdoc cref="Dot"/>
[Layers(1027, 5, 1, Element = ElementType.Double)]
internal sealed partial class DotDouble;

/// <summary>
/// Layers of middle size: outer tiles of packed weights forward, outer tiles of the weights as they lie backward, with units that fill no whole vector;
/// derivatives from A and from Z, and several labels.
/// </summary>
[Layers(48, 37, 18, 21, 19, 17, 3, Hidden = Activation.Relu, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy)]
[Layer(2, Activation = Activation.Gelu)]
[Layer(3, Activation = Activation.Elu)]
[Layer(4, Activation = Activation.Softplus)]
[Layer(5, Activation = Activation.Tanh)]
internal sealed partial class Outer;

/// <inheritdoc cref="Outer"/>
[Layers(48, 37, 18, 21, 19, 17, 3, Hidden = Activation.Relu, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy, Element = ElementType.Double)]
[Layer(2, Activation = Activation.Gelu)]
[Layer(3, Activation = Activation.Elu)]
[Layer(4, Activation = Activation.Softplus)]
[Layer(5, Activation = Activation.Tanh)]
internal sealed partial class OuterDouble;

/// <summary>Rows of weights that alias in the cache: packed backward, too.</summary>
[Layers(5, 1024, 33, 4, Hidden = Activation.Silu, Output = Activation.Linear, Loss = Loss.AbsoluteError)]
internal sealed partial class PackedBackward;

/// <inheritdoc cref="PackedBackward"/>
[Layers(5, 1024, 33, 4, Hidden = Activation.Silu, Output = Activation.Linear, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
internal sealed partial class PackedBackwardDouble;

/// <summary>Rows of inputs on pages of their own, read as they lie, and weights beyond the second-level cache.</summary>
[Layers(1024, 136, 2)]
internal sealed partial class Far;

/// <inheritdoc cref="Far"/>
[Layers(1024, 136, 2, Element = ElementType.Double)]
internal sealed partial class FarDouble;
