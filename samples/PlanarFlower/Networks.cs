using NetGen;

namespace PlanarFlower;

// A network for each size of the hidden layer, because sizes are part of a declaration: x and y of a point come in, the probability of class 1 goes out.

[Layers(2, 1, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal)]
internal sealed partial class Flower1;

[Layers(2, 1, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal, Element = ElementType.Double)]
internal sealed partial class Flower1Double;

[Layers(2, 2, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal)]
internal sealed partial class Flower2;

[Layers(2, 2, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal, Element = ElementType.Double)]
internal sealed partial class Flower2Double;

[Layers(2, 3, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal)]
internal sealed partial class Flower3;

[Layers(2, 3, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal, Element = ElementType.Double)]
internal sealed partial class Flower3Double;

[Layers(2, 4, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal)]
internal sealed partial class Flower4;

[Layers(2, 4, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal, Element = ElementType.Double)]
internal sealed partial class Flower4Double;

[Layers(2, 5, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal)]
internal sealed partial class Flower5;

[Layers(2, 5, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal, Element = ElementType.Double)]
internal sealed partial class Flower5Double;

[Layers(2, 20, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal)]
internal sealed partial class Flower20;

[Layers(2, 20, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal, Element = ElementType.Double)]
internal sealed partial class Flower20Double;

[Layers(2, 50, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal)]
internal sealed partial class Flower50;

[Layers(2, 50, 1, Hidden = Activation.Tanh, Initializer = Initializer.SmallNormal, Element = ElementType.Double)]
internal sealed partial class Flower50Double;
