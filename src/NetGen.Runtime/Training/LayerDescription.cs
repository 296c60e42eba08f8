namespace NetGen;

/// <summary>One layer of a network: W is (Units, Inputs), b is (Units).</summary>
/// <param name="Inputs">The number of inputs, n[l-1]; at least 1.</param>
/// <param name="Units">The number of units, n[l]; at least 1.</param>
/// <param name="Activation">The activation.</param>
/// <param name="Slope">The slope of a leaky ReLU; finite and not negative.</param>
/// <exception cref="ArgumentOutOfRangeException">A size is below 1, there is no such activation, or the slope is negative or not finite.</exception>
public sealed record LayerDescription(int Inputs, int Units, Activation Activation, double Slope = 0.01)
{
    /// <summary>The number of inputs, n[l-1].</summary>
    public int Inputs { get; init => field = DescriptionGuard.Size(value, nameof(Inputs)); } = DescriptionGuard.Size(Inputs, nameof(Inputs));

    /// <summary>The number of units, n[l].</summary>
    public int Units { get; init => field = DescriptionGuard.Size(value, nameof(Units)); } = DescriptionGuard.Size(Units, nameof(Units));

    /// <summary>The activation.</summary>
    public Activation Activation { get; init => field = DescriptionGuard.Defined(value, nameof(Activation)); } =
        DescriptionGuard.Defined(Activation, nameof(Activation));

    /// <summary>The slope of a leaky ReLU.</summary>
    public double Slope { get; init => field = DescriptionGuard.Slope(value, nameof(Slope)); } = DescriptionGuard.Slope(Slope, nameof(Slope));
}
