namespace NetGen.Generator.Model;

/// <summary>The activation of a layer with its parameter.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Slope">The slope for negative values, which only leaky ReLU reads.</param>
internal readonly record struct ActivationSpec(Activation Kind, double Slope)
{
    /// <summary>The slope of those that have none, as descriptions of layers say it.</summary>
    public const double DefaultSlope = 0.01;

    /// <summary>What changes nothing.</summary>
    public static ActivationSpec Linear => new(Activation.Linear, 0);
}
