namespace NetGen.Networks.Tests.PyTorch;

/// <summary>The network of optimizers.py.</summary>
[Layers(5, 16, 3, Hidden = Activation.Tanh, Element = ElementType.Double)]
internal sealed partial class OptimizerNet;
