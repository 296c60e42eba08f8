namespace NetGen;

/// <summary>Which parameters are kept, and since when training is patient; at first nothing was looked at yet.</summary>
/// <param name="Epoch">The epoch whose end (or whose last step) had them; null for those from before the training.</param>
/// <param name="Cost">Their cost of the validation set; null without one.</param>
/// <param name="Value">Their value of what is monitored; null without a validation set.</param>
/// <param name="ImprovementEpoch">The epoch of the last improvement that patience counts from.</param>
/// <param name="ImprovementValue">The value of that epoch.</param>
internal readonly record struct BestRecord(int? Epoch, double? Cost, double? Value, int? ImprovementEpoch, double? ImprovementValue)
{
    /// <summary>Whether a value is better than the best.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isHigherBetter">Whether higher is better.</param>
    /// <param name="margin">By how much it is better than that of the last improvement.</param>
    public bool IsImprovedBy(double value, bool isHigherBetter, out double margin)
    {
        double sign = isHigherBetter ? 1.0 : -1.0;
        margin = ImprovementValue is { } improved ? sign * (value - improved) : double.PositiveInfinity;
        return Value is not { } best || sign * (value - best) > 0.0;
    }
}
