using static NetGen.MessageText;

namespace NetGen;

/// <summary>What training has reached, reported every <see cref="TrainingOptions.ProgressInterval"/> epochs.</summary>
/// <param name="Record">What the epoch that was just done has reached.</param>
/// <param name="Epochs">How many epochs there are to be.</param>
/// <param name="FirstEpoch">The number of the first epoch.</param>
public readonly record struct TrainingProgress(EpochRecord Record, int Epochs, int FirstEpoch = 0)
{
    /// <summary>The number of the epoch that was just done, from <see cref="FirstEpoch"/>.</summary>
    public int Epoch => Record.Epoch;

    /// <summary>How many steps were made.</summary>
    public long Steps => Record.Steps;

    /// <summary>The cost of the training set as this epoch met it: of each batch before its update.</summary>
    public double Cost => Record.Cost;

    /// <summary>The cost of the validation set after this epoch; null without one.</summary>
    public double? ValidationCost => Record.ValidationCost;

    /// <summary>The learning rate of the last step.</summary>
    public double LearningRate => Record.LearningRate;

    /// <summary>The time since training started.</summary>
    public TimeSpan Elapsed => Record.Elapsed;

    /// <summary>How much of the training is done, from 0 to 1.</summary>
    public double Fraction => (Epoch - FirstEpoch + 1.0) / Epochs;

    /// <summary>The time left, should the rest go as fast as what was done.</summary>
    public TimeSpan Remaining
    {
        get
        {
            // Of an endless training the rest may be longer than a TimeSpan.
            double seconds = Elapsed.TotalSeconds * ((1.0 - Fraction) / Fraction);
            return seconds < TimeSpan.MaxValue.TotalSeconds ? Elapsed * ((1.0 - Fraction) / Fraction) : TimeSpan.MaxValue;
        }
    }

    /// <summary>As in "epoch 12 (13 of 100): cost 0.1234, validation cost 0.2345, rate 0.001, 1.5 s".</summary>
    public override string ToString() =>
        Text($"epoch {Epoch} ({Epoch - FirstEpoch + 1} of {Epochs}): cost {Cost:G4}")
        + (ValidationCost is { } cost ? Text($", validation cost {cost:G4}") : "")
        + Text($", rate {LearningRate:G4}, {Elapsed.TotalSeconds:0.0##} s");
}
