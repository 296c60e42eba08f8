namespace NetGen;

/// <summary>Half a cosine up, and half a cosine down.</summary>
internal sealed record OneCycleSchedule(double? Epochs, double Rise, double First, double Last) : Schedule
{
    /// <inheritdoc/>
    public override double FactorAt(ScheduleMoment moment)
    {
        double share = moment.Epoch / (Epochs ?? moment.LastEpoch);
        return share < Rise ? Anneal(First, 1.0, share / Rise) : Anneal(1.0, Last, (share - Rise) / (1.0 - Rise));
    }
}
