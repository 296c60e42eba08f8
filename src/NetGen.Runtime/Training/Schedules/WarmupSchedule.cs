namespace NetGen;

/// <summary>A straight line up to 1.</summary>
internal sealed record WarmupSchedule(double Epochs, double First) : Schedule
{
    /// <inheritdoc/>
    public override double FactorAt(ScheduleMoment moment) => First + ((1.0 - First) * Math.Min(moment.Epoch / Epochs, 1.0));
}
