using static NetGen.MessageText;

namespace NetGen.Reports;

/// <summary>How was trained, as a table. What was left at "nothing" is left out.</summary>
internal static class Hyperparameters
{
    /// <summary>The section; none where nothing is known.</summary>
    /// <param name="optimizer">The optimizer; null: unknown.</param>
    /// <param name="options">The options; null: unknown.</param>
    public static IEnumerable<string> Section(string? optimizer, TrainingOptions? options)
    {
        List<string[]> rows = [];
        if (optimizer is not null)
        {
            rows.Add(["Optimizer", optimizer]);
        }

        if (options is not null)
        {
            rows.AddRange(Steps(options));
            rows.AddRange(Updates(options));
            rows.AddRange(Selection(options));
        }

        if (rows.Count > 0)
        {
            yield return Reports.Section.Panel("Hyperparameters", options?.ToString() ?? "", Table.Of(["", "Value"], rows));
        }
    }

    private static IEnumerable<string[]> Steps(TrainingOptions options)
    {
        yield return ["Epochs", Text($"{options.Epochs}")];
        if (options.FirstEpoch > 0)
        {
            yield return ["First epoch", Text($"{options.FirstEpoch}")];
        }

        yield return ["Learning rate", options.LearningRate is { } rate ? Text($"{rate}") : "the optimizer's"];
        if (options.Schedule is not null)
        {
            yield return ["Schedule", "as in the chart of the learning rate"];
        }

        yield return ["Batch size", options.BatchSize is { } size ? Text($"{size}") : "the whole set"];
        if (options.BatchSize is not null)
        {
            yield return ["Shuffled", options.Shuffle ? Text($"from seed {options.Seed}") : "no"];
        }

        yield return ["Threads", options.Threads > 0 ? Text($"at most {options.Threads}") : "the network's plan"];
    }

    private static IEnumerable<string[]> Updates(TrainingOptions options)
    {
        if (options.AccumulateBatches > 1)
        {
            yield return ["Batches to an update", Text($"{options.AccumulateBatches}")];
        }

        if (options.ClipNorm is { } norm)
        {
            yield return ["Largest norm of the gradient", Text($"{norm}")];
        }

        if (options.ClipValue is { } bound)
        {
            yield return ["Largest element of the gradient", Text($"{bound}")];
        }

        if (options.L2Penalty > 0)
        {
            yield return ["L2 penalty", Text($"{options.L2Penalty}")];
        }

        if (options.WeightDecay > 0)
        {
            yield return ["Weight decay", Text($"{options.WeightDecay}")];
        }

        if (options.PenalizesAll)
        {
            yield return ["Penalized", "biases, scales and shifts, too"];
        }

        if (options.AverageDecay is { } decay)
        {
            yield return ["Decay of the average", Text($"{decay}")];
        }
    }

    private static IEnumerable<string[]> Selection(TrainingOptions options)
    {
        if (options.Validation is { } validation)
        {
            yield return ["Validation", Counted(validation.Count, "example")];
            yield return ["Best by", options.Monitor?.Name ?? "cost"];
        }

        if (options.Patience is { } patience)
        {
            yield return ["Patience", Counted(patience, "epoch")];
            yield return ["Least improvement", Text($"{options.MinimumChange}")];
        }
    }
}
