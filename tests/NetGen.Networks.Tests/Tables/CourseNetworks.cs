namespace NetGen.Networks.Tests.Tables;

/// <summary>Logistic regression on the cat pictures.</summary>
[Layers(12288, 1, Initializer = Initializer.Zeros, Element = ElementType.Double)]
public sealed partial class LogisticCats;

/// <summary>The course's two-layer network.</summary>
[Layers(12288, 7, 1, Initializer = Initializer.SmallNormal, Element = ElementType.Double)]
public sealed partial class TwoLayerCats;

/// <summary>The course's four-layer network.</summary>
[Layers(12288, 20, 7, 5, 1, Element = ElementType.Double)]
public sealed partial class FourLayerCats;

/// <summary>The course's network for the flower.</summary>
[Layers(2, 4, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal, Element = ElementType.Double)]
public sealed partial class FlowerNet;

/// <summary>Logistic regression on the flower.</summary>
[Layers(2, 1, Initializer = Initializer.Zeros, Element = ElementType.Double)]
public sealed partial class LogisticFlower;
