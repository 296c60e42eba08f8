namespace NetGen;

/// <summary>A history as columns of numbers. Whole numbers stand there as themselves: none is beyond what double counts exactly.</summary>
internal static class HistoryColumns
{
    private const string Epochs = "epochs";
    private const string Costs = "costs";
    private const string ValidationCosts = "validation_costs";
    private const string HasValidation = "has_validation";
    private const string Steps = "steps";
    private const string LearningRates = "learning_rates";
    private const string Ticks = "ticks";
    private const string Metrics = "metrics";

    /// <summary>Delivers the columns.</summary>
    /// <param name="history">The records.</param>
    /// <param name="add">Takes a column by name.</param>
    public static void Write(IReadOnlyList<EpochRecord> history, Action<string, double[]> add)
    {
        add(Epochs, [.. history.Select(static record => (double)record.Epoch)]);
        add(Costs, [.. history.Select(static record => record.Cost)]);
        add(ValidationCosts, [.. history.Select(static record => record.ValidationCost ?? 0.0)]);
        add(HasValidation, [.. history.Select(static record => record.ValidationCost is null ? 0.0 : 1.0)]);
        add(Steps, [.. history.Select(static record => (double)record.Steps)]);
        add(LearningRates, [.. history.Select(static record => record.LearningRate)]);
        add(Ticks, [.. history.Select(static record => (double)record.Elapsed.Ticks)]);
        add(Metrics, [.. history.SelectMany(static record => record.Metrics)]);
    }

    /// <summary>Makes the records of columns.</summary>
    /// <param name="column">Gives a column by name.</param>
    /// <exception cref="FormatException">The columns are not of one length.</exception>
    public static EpochRecord[] Read(Func<string, double[]> column)
    {
        double[] epochs = column(Epochs);
        int count = epochs.Length;
        double[] costs = Column(Costs), validation = Column(ValidationCosts), hasValidation = Column(HasValidation);
        double[] steps = Column(Steps), rates = Column(LearningRates), ticks = Column(Ticks);
        double[] metrics = column(Metrics);
        if (count == 0 ? metrics.Length > 0 : metrics.Length % count != 0)
        {
            throw new FormatException(MessageText.Text($"there are {metrics.Length} metrics of {count} epochs"));
        }

        int width = count == 0 ? 0 : metrics.Length / count;
        return
        [
            .. epochs.Select((epoch, i) => new EpochRecord(checked((int)epoch), costs[i], hasValidation[i] == 0.0 ? null : validation[i])
            {
                Steps = checked((long)steps[i]),
                LearningRate = rates[i],
                Elapsed = TimeSpan.FromTicks(checked((long)ticks[i])),
                Metrics = [.. metrics.AsSpan(i * width, width)],
            }),
        ];

        double[] Column(string name)
        {
            double[] values = column(name);
            return values.Length == count ? values : throw new FormatException(MessageText.Text($"{name} has {values.Length} values, not {count}"));
        }
    }
}
