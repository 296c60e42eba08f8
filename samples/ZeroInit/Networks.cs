using NetGen;

namespace ZeroInit;

// The compiler knows this mistake and warns of it; here it is made on purpose.
#pragma warning disable NETGEN0025

/// <summary>All weights start at zero, so its four hidden units start as copies of one another.</summary>
[Layers(2, 4, 1, Hidden = Activation.Sigmoid, Initializer = Initializer.Zeros)]
internal sealed partial class ZeroNet;

#pragma warning restore NETGEN0025

/// <summary>The weights start at random, so no two hidden units are alike.</summary>
[Layers(2, 4, 1, Hidden = Activation.Sigmoid)]
internal sealed partial class RandomNet;
