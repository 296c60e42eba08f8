using NetGen;

namespace Online;

/// <summary>Says whether a point lies in the circle: from its two coordinates, the probability.</summary>
[Layers(2, 16, 1, Hidden = Activation.Tanh)]
internal sealed partial class CircleNet;
