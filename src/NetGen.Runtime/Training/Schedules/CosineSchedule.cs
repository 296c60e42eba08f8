namespace NetGen;

/// <summary>Half a cosine down.</summary>
internal sealed record CosineSchedule(double? Epochs, double Last) : Schedule
{
    /// <inheritdoc/>
    public override double FactorAt(ScheduleMoment moment) => Anneal(1.0, Last, moment.Epoch / (Epochs ?? moment.LastEpoch));
}
