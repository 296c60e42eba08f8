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

/// <summary>Huber loss of one output.</summary>
[Layers(4, 1, Output = Activation.Linear, Loss = Loss.Huber, Delta = 0.75, Element = ElementType.Double)]
public sealed partial class HuberOne;

/// <summary>Huber loss of three outputs.</summary>
[Layers(4, 3, Output = Activation.Linear, Loss = Loss.Huber, Delta = 0.75, Element = ElementType.Double)]
public sealed partial class HuberThree;

/// <summary>Hinge loss of one output.</summary>
[Layers(4, 1, Loss = Loss.Hinge, Element = ElementType.Double)]
public sealed partial class HingeOne;

/// <summary>Hinge loss of three classes.</summary>
[Layers(4, 3, Loss = Loss.Hinge, Element = ElementType.Double)]
public sealed partial class HingeThree;

/// <summary>Poisson loss of one rate.</summary>
[Layers(4, 1, Loss = Loss.Poisson, Element = ElementType.Double)]
public sealed partial class PoissonOne;

/// <summary>Poisson loss of three rates.</summary>
[Layers(4, 3, Loss = Loss.Poisson, Element = ElementType.Double)]
public sealed partial class PoissonThree;

/// <summary>Quantile loss of one output.</summary>
[Layers(4, 1, Output = Activation.Linear, Loss = Loss.Quantile, Quantile = 0.8, Element = ElementType.Double)]
public sealed partial class QuantileOne;

/// <summary>Quantile loss of three outputs.</summary>
[Layers(4, 3, Output = Activation.Linear, Loss = Loss.Quantile, Quantile = 0.8, Element = ElementType.Double)]
public sealed partial class QuantileThree;

/// <summary>Focal loss of one sigmoid output.</summary>
[Layers(4, 1, Loss = Loss.Focal, Element = ElementType.Double)]
public sealed partial class FocalOne;

/// <summary>Focal loss of three sigmoid outputs.</summary>
[Layers(4, 3, Output = Activation.Sigmoid, Loss = Loss.Focal, Element = ElementType.Double)]
public sealed partial class FocalThree;

/// <summary>Focal loss of three classes.</summary>
[Layers(4, 3, Loss = Loss.Focal, Element = ElementType.Double)]
public sealed partial class FocalOfMany;

/// <summary>Binary cross-entropy of one output with smoothed labels.</summary>
[Layers(4, 1, LabelSmoothing = 0.1, Element = ElementType.Double)]
public sealed partial class SmoothedOne;

/// <summary>Binary cross-entropy of three outputs with smoothed labels.</summary>
[Layers(4, 3, Output = Activation.Sigmoid, LabelSmoothing = 0.1, Element = ElementType.Double)]
public sealed partial class SmoothedThree;

/// <summary>Cross-entropy of three classes with smoothed labels.</summary>
[Layers(4, 3, LabelSmoothing = 0.1, Element = ElementType.Double)]
public sealed partial class SmoothedOfMany;

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
