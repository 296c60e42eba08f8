namespace NetGen;

/// <summary>One layer of a network: W is (Units, Inputs), b is (Units).</summary>
/// <param name="Inputs">The number of inputs, n[l-1].</param>
/// <param name="Units">The number of units, n[l].</param>
/// <param name="Activation">The activation.</param>
/// <param name="Slope">The slope of a leaky ReLU.</param>
public sealed record LayerDescription(int Inputs, int Units, Activation Activation, double Slope = 0.01);
