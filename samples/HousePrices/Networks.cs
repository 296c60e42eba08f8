using NetGen;

namespace HousePrices;

// Size and bedrooms come in, a price goes out. A regression ends in a linear unit; where the value cannot be negative, in a ReLU.

/// <summary>Predicts a price, which may come out below zero.</summary>
[Layers(2, 8, 1, Hidden = Activation.Tanh, Output = Activation.Linear)]
internal sealed partial class LinearPriceNet;

/// <summary>Predicts a price that is never below zero.</summary>
[Layers(2, 8, 1, Hidden = Activation.Tanh, Output = Activation.Relu)]
internal sealed partial class ReluPriceNet;
