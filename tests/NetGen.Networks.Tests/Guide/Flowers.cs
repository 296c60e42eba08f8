namespace NetGen.Networks.Tests.Guide;

/// <summary>The network whose file a program of the guide carries, declared as it is there.</summary>
[Layers(2, 8, 3, Hidden = Activation.Tanh)]
public sealed partial class Flowers;
