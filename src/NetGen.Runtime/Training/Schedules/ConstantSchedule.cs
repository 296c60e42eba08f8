namespace NetGen;

/// <summary>The same factor always.</summary>
internal sealed record ConstantSchedule(double Factor) : Schedule
{
    /// <inheritdoc/>
    public override double FactorAt(ScheduleMoment moment) => Factor;
}
