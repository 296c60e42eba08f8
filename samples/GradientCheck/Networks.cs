using NetGen;

namespace GradientCheck;

// A network for every activation and loss. Cross-entropies have their own outputs; the other losses get the same activation in the hidden layers and in the
// output.

[Layers(3, 4, 3, 1, Hidden = Activation.Linear, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy, Element = ElementType.Double)]
internal sealed partial class LinearBinaryCrossEntropyNet;

[Layers(3, 4, 3, 3, Hidden = Activation.Linear, Output = Activation.Softmax, Loss = Loss.CrossEntropy, Element = ElementType.Double)]
internal sealed partial class LinearCrossEntropyNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Linear, Output = Activation.Linear, Loss = Loss.SquaredError, Element = ElementType.Double)]
internal sealed partial class LinearSquaredErrorNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Linear, Output = Activation.Linear, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
internal sealed partial class LinearAbsoluteErrorNet;

[Layers(3, 4, 3, 1, Hidden = Activation.Sigmoid, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy, Element = ElementType.Double)]
internal sealed partial class SigmoidBinaryCrossEntropyNet;

[Layers(3, 4, 3, 3, Hidden = Activation.Sigmoid, Output = Activation.Softmax, Loss = Loss.CrossEntropy, Element = ElementType.Double)]
internal sealed partial class SigmoidCrossEntropyNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Sigmoid, Output = Activation.Sigmoid, Loss = Loss.SquaredError, Element = ElementType.Double)]
internal sealed partial class SigmoidSquaredErrorNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Sigmoid, Output = Activation.Sigmoid, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
internal sealed partial class SigmoidAbsoluteErrorNet;

[Layers(3, 4, 3, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy, Element = ElementType.Double)]
internal sealed partial class TanhBinaryCrossEntropyNet;

[Layers(3, 4, 3, 3, Hidden = Activation.Tanh, Output = Activation.Softmax, Loss = Loss.CrossEntropy, Element = ElementType.Double)]
internal sealed partial class TanhCrossEntropyNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Tanh, Output = Activation.Tanh, Loss = Loss.SquaredError, Element = ElementType.Double)]
internal sealed partial class TanhSquaredErrorNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Tanh, Output = Activation.Tanh, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
internal sealed partial class TanhAbsoluteErrorNet;

[Layers(3, 4, 3, 1, Hidden = Activation.Relu, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy, Element = ElementType.Double)]
internal sealed partial class ReluBinaryCrossEntropyNet;

[Layers(3, 4, 3, 3, Hidden = Activation.Relu, Output = Activation.Softmax, Loss = Loss.CrossEntropy, Element = ElementType.Double)]
internal sealed partial class ReluCrossEntropyNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Relu, Output = Activation.Relu, Loss = Loss.SquaredError, Element = ElementType.Double)]
internal sealed partial class ReluSquaredErrorNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Relu, Output = Activation.Relu, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
internal sealed partial class ReluAbsoluteErrorNet;

[Layers(3, 4, 3, 1, Hidden = Activation.LeakyRelu, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy, Element = ElementType.Double)]
internal sealed partial class LeakyReluBinaryCrossEntropyNet;

[Layers(3, 4, 3, 3, Hidden = Activation.LeakyRelu, Output = Activation.Softmax, Loss = Loss.CrossEntropy, Element = ElementType.Double)]
internal sealed partial class LeakyReluCrossEntropyNet;

[Layers(3, 4, 3, 2, Hidden = Activation.LeakyRelu, Output = Activation.LeakyRelu, Loss = Loss.SquaredError, Element = ElementType.Double)]
internal sealed partial class LeakyReluSquaredErrorNet;

[Layers(3, 4, 3, 2, Hidden = Activation.LeakyRelu, Output = Activation.LeakyRelu, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
internal sealed partial class LeakyReluAbsoluteErrorNet;

[Layers(3, 4, 3, 1, Hidden = Activation.Gelu, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy, Element = ElementType.Double)]
internal sealed partial class GeluBinaryCrossEntropyNet;

[Layers(3, 4, 3, 3, Hidden = Activation.Gelu, Output = Activation.Softmax, Loss = Loss.CrossEntropy, Element = ElementType.Double)]
internal sealed partial class GeluCrossEntropyNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Gelu, Output = Activation.Gelu, Loss = Loss.SquaredError, Element = ElementType.Double)]
internal sealed partial class GeluSquaredErrorNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Gelu, Output = Activation.Gelu, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
internal sealed partial class GeluAbsoluteErrorNet;

[Layers(3, 4, 3, 1, Hidden = Activation.GeluErf, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy, Element = ElementType.Double)]
internal sealed partial class GeluErfBinaryCrossEntropyNet;

[Layers(3, 4, 3, 3, Hidden = Activation.GeluErf, Output = Activation.Softmax, Loss = Loss.CrossEntropy, Element = ElementType.Double)]
internal sealed partial class GeluErfCrossEntropyNet;

[Layers(3, 4, 3, 2, Hidden = Activation.GeluErf, Output = Activation.GeluErf, Loss = Loss.SquaredError, Element = ElementType.Double)]
internal sealed partial class GeluErfSquaredErrorNet;

[Layers(3, 4, 3, 2, Hidden = Activation.GeluErf, Output = Activation.GeluErf, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
internal sealed partial class GeluErfAbsoluteErrorNet;

[Layers(3, 4, 3, 1, Hidden = Activation.Silu, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy, Element = ElementType.Double)]
internal sealed partial class SiluBinaryCrossEntropyNet;

[Layers(3, 4, 3, 3, Hidden = Activation.Silu, Output = Activation.Softmax, Loss = Loss.CrossEntropy, Element = ElementType.Double)]
internal sealed partial class SiluCrossEntropyNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Silu, Output = Activation.Silu, Loss = Loss.SquaredError, Element = ElementType.Double)]
internal sealed partial class SiluSquaredErrorNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Silu, Output = Activation.Silu, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
internal sealed partial class SiluAbsoluteErrorNet;

[Layers(3, 4, 3, 1, Hidden = Activation.Elu, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy, Element = ElementType.Double)]
internal sealed partial class EluBinaryCrossEntropyNet;

[Layers(3, 4, 3, 3, Hidden = Activation.Elu, Output = Activation.Softmax, Loss = Loss.CrossEntropy, Element = ElementType.Double)]
internal sealed partial class EluCrossEntropyNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Elu, Output = Activation.Elu, Loss = Loss.SquaredError, Element = ElementType.Double)]
internal sealed partial class EluSquaredErrorNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Elu, Output = Activation.Elu, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
internal sealed partial class EluAbsoluteErrorNet;

[Layers(3, 4, 3, 1, Hidden = Activation.Softplus, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy, Element = ElementType.Double)]
internal sealed partial class SoftplusBinaryCrossEntropyNet;

[Layers(3, 4, 3, 3, Hidden = Activation.Softplus, Output = Activation.Softmax, Loss = Loss.CrossEntropy, Element = ElementType.Double)]
internal sealed partial class SoftplusCrossEntropyNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Softplus, Output = Activation.Softplus, Loss = Loss.SquaredError, Element = ElementType.Double)]
internal sealed partial class SoftplusSquaredErrorNet;

[Layers(3, 4, 3, 2, Hidden = Activation.Softplus, Output = Activation.Softplus, Loss = Loss.AbsoluteError, Element = ElementType.Double)]
internal sealed partial class SoftplusAbsoluteErrorNet;
