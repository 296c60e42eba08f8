using static NetGen.MessageText;

namespace NetGen;

/// <summary>What training reached.</summary>
public sealed record TrainingResult
{
    /// <summary>What ended the training.</summary>
    public required TrainingEnd End { get; init; }

    /// <summary>How many epochs were completed; the one that was seen to diverge is none of them.</summary>
    public required int Epochs { get; init; }

    /// <summary>How many updates were made.</summary>
    public required long Steps { get; init; }

    /// <summary>
    /// The epochs whose number is a multiple of <see cref="TrainingOptions.ProgressInterval"/>, and the last; only completed epochs are among them, so all
    /// costs are finite, unless <see cref="TrainingOptions.StopsAtDivergence"/> is off.
    /// </summary>
    public required TrainingHistory History { get; init; }

    /// <summary>
    /// What a callback has thrown, or why a checkpoint could not be written, whether that ended the training or not; null: nothing went wrong.
    /// </summary>
    public Exception? Failure { get; init; }

    /// <summary>Where training was seen to diverge; null unless <see cref="End"/> is <see cref="TrainingEnd.Diverged"/>.</summary>
    public required Divergence? Divergence { get; init; }

    /// <summary>
    /// The epoch whose end (or, ended within it, whose last step) had the parameters that the network has now: the <see cref="BestEpoch"/> where there is
    /// one; else the last epoch; of a training that diverged, the last recorded one with finite costs and parameters. Null: the parameters from before the
    /// training.
    /// </summary>
    public required int? ParametersEpoch { get; init; }

    /// <summary>
    /// The epoch whose end (or, ended within it, whose last step) was best by <see cref="TrainingOptions.Monitor"/>: the network has the parameters of that
    /// moment. Null without a validation set, and where training ended before it was looked at.
    /// </summary>
    public required int? BestEpoch { get; init; }

    /// <summary>The cost of the validation set then; null where <see cref="BestEpoch"/> is.</summary>
    public required double? BestValidationCost { get; init; }

    /// <summary>How long training took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The cost of the last recorded epoch; NaN when none was completed.</summary>
    public double FinalCost => History.Count == 0 ? double.NaN : History[^1].Cost;

    /// <summary>As in "completed after 100 epochs, 4500 steps, 1.5 s: cost 2.302 -> 0.0123, validation cost 0.0567 in epoch 80".</summary>
    public override string ToString() =>
        Ending()
        + Text($" after {Counted(Epochs, "epoch")}, {Steps} {(Steps == 1 ? "step" : "steps")}, {Elapsed.TotalSeconds:0.0##} s")
        + (History.Count == 0 ? "" : Text($": cost {History[0].Cost:G4} -> {FinalCost:G4}"))
        + (BestEpoch is { } best ? Text($", validation cost {BestValidationCost:G4} in epoch {best}") : "");

    private string Ending()
    {
        string kept = ParametersEpoch is { } epoch ? Text($"those of epoch {epoch}") : "those from before";
        return End switch
        {
            TrainingEnd.Completed => "completed",
            TrainingEnd.Cancelled => "cancelled",
            TrainingEnd.Diverged => $"diverged ({Divergence}; the parameters are {kept})",
            TrainingEnd.OutOfPatience => $"out of patience (the parameters are {kept})",
            TrainingEnd.Stopped => "stopped by a callback",
            TrainingEnd.CallbackFailed => $"ended by a callback ({Failure?.Message})",
            _ => $"ended by a checkpoint ({Failure?.Message})",
        };
    }
}
