namespace NetGen;

/// <summary>What training has reached, reported every <see cref="TrainingOptions.ProgressInterval"/> epochs.</summary>
/// <param name="Epoch">The epoch that was just done, from 0.</param>
/// <param name="Epochs">How many epochs there are to be.</param>
/// <param name="Steps">How many steps were made.</param>
/// <param name="Cost">The cost of the training set as this epoch met it: of each batch before its update.</param>
/// <param name="ValidationCost">The cost of the validation set after this epoch; null without one.</param>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Elapsed">The time since training started.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, long Steps, double Cost, double? ValidationCost, double LearningRate, TimeSpan Elapsed)
{
    /// <summary>How much of the training is done, from 0 to 1.</summary>
    public double Fraction => (Epoch + 1.0) / Epochs;

    /// <summary>The time left, should the rest go as fast as what was done.</summary>
    public TimeSpan Remaining => Elapsed * ((1.0 - Fraction) / Fraction);
}
