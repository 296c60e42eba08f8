using static NetGen.MessageText;

namespace NetGen;

/// <summary>What training has reached, reported every <see cref="TrainingOptions.ProgressInterval"/> epochs.</summary>
/// <param name="Epoch">The number of the epoch that was just done, from <paramref name="FirstEpoch"/>.</param>
/// <param name="Epochs">How many epochs there are to be.</param>
/// <param name="Steps">How many steps were made.</param>
/// <param name="Cost">The cost of the training set as this epoch met it: of each batch before its update.</param>
/// <param name="ValidationCost">The cost of the validation set after this epoch; null without one.</param>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Elapsed">The time since training started.</param>
/// <param name="FirstEpoch">The number of the first epoch.</param>
public readonly record struct TrainingProgress(
    int Epoch, int Epochs, long Steps, double Cost, double? ValidationCost, double LearningRate, TimeSpan Elapsed, int FirstEpoch = 0)
{
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
