using NetGen;

namespace CatClassifier;

// The three networks of the notes: a picture of 64 x 64 x 3 values comes in, the probability of a cat goes out. The generator writes the rest of each class, in
// either precision.

/// <summary>Logistic regression: one unit, which may start from zeros because it has no fellows to differ from.</summary>
[Layers(12288, 1, Initializer = Initializer.Zeros)]
internal sealed partial class LogisticNet;

/// <summary><see cref="LogisticNet"/> in double precision.</summary>
[Layers(12288, 1, Initializer = Initializer.Zeros, Element = ElementType.Double)]
internal sealed partial class LogisticNetDouble;

/// <summary>One hidden layer of 7 ReLU units, started from small random weights.</summary>
[Layers(12288, 7, 1, Initializer = Initializer.SmallNormal)]
internal sealed partial class TwoLayerNet;

/// <summary><see cref="TwoLayerNet"/> in double precision.</summary>
[Layers(12288, 7, 1, Initializer = Initializer.SmallNormal, Element = ElementType.Double)]
internal sealed partial class TwoLayerNetDouble;

/// <summary>Three hidden layers, started from random weights scaled to their inputs.</summary>
[Layers(12288, 20, 7, 5, 1)]
internal sealed partial class FourLayerNet;

/// <summary><see cref="FourLayerNet"/> in double precision.</summary>
[Layers(12288, 20, 7, 5, 1, Element = ElementType.Double)]
internal sealed partial class FourLayerNetDouble;
