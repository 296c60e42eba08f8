namespace NetGen.Networks.Tests.OtherLibraries;

/// <summary>Squared error of one output.</summary>
[Layers(4, 1, Output = Activation.Linear, Element = ElementType.Double)]
public sealed partial class SquaredOne;

/// <summary>Squared error of three outputs.</summary>
[Layers(4, 3, Output = Activation.Linear, Element = ElementType.Double)]
public sealed partial class SquaredThree;

/// <summary>Absolute error of one output.</summary>
[Layers(4, 1, Output = Activation.Linear, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
public sealed partial class AbsoluteOne;

/// <summary>Absolute error of three outputs.</summary>
[Layers(4, 3, Output = Activation.Linear, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
public sealed partial class AbsoluteThree;

/// <summary>Binary cross-entropy of one output.</summary>
[Layers(4, 1, Element = ElementType.Double)]
public sealed partial class BinaryOne;

/// <summary>Binary cross-entropy of three outputs.</summary>
[Layers(4, 3, Output = Activation.Sigmoid, Element = ElementType.Double)]
public sealed partial class BinaryThree;

/// <summary>Cross-entropy of two classes.</summary>
[Layers(4, 2, Element = ElementType.Double)]
public sealed partial class TwoOfMany;

/// <summary>Cross-entropy of three classes.</summary>
[Layers(4, 3, Element = ElementType.Double)]
public sealed partial class ThreeOfMany;

/// <summary>One unit with the tanh form of GELU.</summary>
[Layers(1, 1, Output = Activation.Gelu, Element = ElementType.Double)]
public sealed partial class TanhGeluUnit;

/// <summary>One unit with the error function's form of GELU.</summary>
[Layers(1, 1, Output = Activation.GeluErf, Element = ElementType.Double)]
public sealed partial class ErfGeluUnit;

/// <summary>One unit with ReLU.</summary>
[Layers(1, 1, Output = Activation.Relu, Element = ElementType.Double)]
public sealed partial class ReluUnit;

/// <summary>One unit with leaky ReLU.</summary>
[Layers(1, 1, Output = Activation.LeakyRelu, Element = ElementType.Double)]
public sealed partial class LeakyReluUnit;

/// <summary>Two layers of unlike sizes, for weights from elsewhere.</summary>
[Layers(4, 6, 3, Hidden = Activation.Tanh)]
public sealed partial class CarriedOver;
