namespace NetGen.Networks.Tests.GradientChecks;

/// <summary>The first network of the README.</summary>
[Layers(2, 8, 1, Hidden = Activation.Tanh)]
public sealed partial class SingleXor;

/// <summary>The same in double precision.</summary>
[Layers(2, 8, 1, Hidden = Activation.Tanh, Element = ElementType.Double)]
public sealed partial class DoubleXor;
