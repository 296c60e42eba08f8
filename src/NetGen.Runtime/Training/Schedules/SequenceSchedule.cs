namespace NetGen;

/// <summary>One schedule, and another after it.</summary>
internal sealed record SequenceSchedule(Schedule First, double Epochs, Schedule Next) : Schedule
{
    /// <inheritdoc/>
    public override double FactorAt(ScheduleMoment moment) => moment.Epoch < Epochs
        ? First.FactorAt(moment with { LastEpoch = Epochs })
        : Next.FactorAt(moment with { Epoch = moment.Epoch - Epochs, LastEpoch = moment.LastEpoch - Epochs });
}
