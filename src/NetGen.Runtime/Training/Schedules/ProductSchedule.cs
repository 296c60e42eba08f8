namespace NetGen;

/// <summary>The product of two schedules.</summary>
internal sealed record ProductSchedule(Schedule A, Schedule B) : Schedule
{
    /// <inheritdoc/>
    public override double FactorAt(ScheduleMoment moment) => A.FactorAt(moment) * B.FactorAt(moment);
}
