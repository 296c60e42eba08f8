namespace NetGen;

/// <summary>A number that some losses have; the generator and the runtime share it.</summary>
/// <param name="Name">The name of the property that says it.</param>
/// <param name="Default">What it is when it is not said.</param>
/// <param name="Range">What it must be, as messages write it.</param>
/// <param name="Allows">Whether a number is that.</param>
internal sealed record LossParameter(string Name, double Default, string Range, System.Func<double, bool> Allows)
{
    /// <summary>Where Huber becomes linear.</summary>
    public static LossParameter Delta { get; } = new("Delta", 1.0, "finite and positive", static value => value > 0.0 && !double.IsInfinity(value));

    /// <summary>Which quantile is predicted.</summary>
    public static LossParameter Quantile { get; } = new("Quantile", 0.5, "above 0 and below 1", static value => value > 0.0 && value < 1.0);

    /// <summary>How much less examples count that are right.</summary>
    public static LossParameter Gamma { get; } =
        new("Gamma", 2.0, "finite and not negative", static value => value >= 0.0 && !double.IsInfinity(value));

    /// <summary>The share of a label that is spread over all classes.</summary>
    public static LossParameter LabelSmoothing { get; } =
        new("LabelSmoothing", 0.0, "at least 0 and below 1", static value => value >= 0.0 && value < 1.0);
}
