namespace NetGen;

/// <summary>A factor more after each stretch of epochs.</summary>
internal sealed record StepSchedule(double Epochs, double Factor) : Schedule
{
    /// <inheritdoc/>
    public override double FactorAt(ScheduleMoment moment) => Math.Pow(Factor, Math.Floor(moment.Epoch / Epochs));
}
