using NetGen;

namespace StepByStep;

/// <summary>One logistic unit over two inputs: a = sigmoid(w1 x1 + w2 x2 + b), with binary cross-entropy.</summary>
[Layers(2, 1, Element = ElementType.Double)]
internal sealed partial class LogisticUnit;

/// <summary>Two tanh units, then a logistic one over them.</summary>
[Layers(2, 2, 1, Hidden = Activation.Tanh, Element = ElementType.Double)]
internal sealed partial class TwoLayers;
