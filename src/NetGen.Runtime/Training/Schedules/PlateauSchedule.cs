using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>A factor more each time that the cost has not improved for a while.</summary>
internal sealed record PlateauSchedule(double Factor, int Patience, double Threshold) : Schedule
{
    // How far the records of each training have been looked at, so that each is looked at once; several trainings may ask at once.
    private readonly ConditionalWeakTable<IReadOnlyList<EpochRecord>, Progress> looked = [];

    /// <inheritdoc/>
    public override double FactorAt(ScheduleMoment moment)
    {
        Progress reached = looked.TryGetValue(moment.History, out Progress? before) && before.Count <= moment.History.Count
            ? before
            : new Progress(Count: 0, double.PositiveInfinity, Waited: 0, Factor: 1.0);
        if (reached.Count < moment.History.Count)
        {
            for (int i = reached.Count; i < moment.History.Count; i++)
            {
                reached = After(reached, moment.History[i].ValidationCost ?? moment.History[i].Cost);
            }

            looked.AddOrUpdate(moment.History, reached);
        }

        return reached.Factor;
    }

    /// <summary>Whether two are the same schedule; how far one has been asked is not part of it.</summary>
    public bool Equals(PlateauSchedule? other) => other is not null && (Factor, Patience, Threshold) == (other.Factor, other.Patience, other.Threshold);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Factor, Patience, Threshold);

    private Progress After(Progress reached, double cost)
    {
        bool isBetter = cost < reached.Best * (1.0 - Threshold), isOver = !isBetter && reached.Waited >= Patience;
        return reached with
        {
            Count = reached.Count + 1,
            Best = isBetter ? cost : reached.Best,
            Waited = isBetter || isOver ? 0 : reached.Waited + 1,
            Factor = isOver ? reached.Factor * Factor : reached.Factor,
        };
    }

    private sealed record Progress(int Count, double Best, int Waited, double Factor);
}
