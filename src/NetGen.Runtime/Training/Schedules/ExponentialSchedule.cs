namespace NetGen;

/// <summary>A power of the epochs that have passed.</summary>
internal sealed record ExponentialSchedule(double Factor) : Schedule
{
    /// <inheritdoc/>
    public override double FactorAt(ScheduleMoment moment) => Math.Pow(Factor, moment.Epoch);
}
