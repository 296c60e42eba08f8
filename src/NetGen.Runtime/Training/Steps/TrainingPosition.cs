namespace NetGen;

/// <summary>How far a training is: between two batches.</summary>
internal sealed class TrainingPosition
{
    /// <summary>The number of the present epoch.</summary>
    public int Epoch { get; set; }

    /// <summary>How many of its batches are done.</summary>
    public int Batch { get; set; }

    /// <summary>How many updates were made since the training started.</summary>
    public long Steps { get; set; }

    /// <summary>The sum of the losses of the batches of this epoch; 0 in an epoch that is not recorded.</summary>
    public double LossSum { get; set; }

    /// <summary>How many examples <see cref="LossSum"/> is of.</summary>
    public long LossExamples { get; set; }

    /// <summary>The epoch of the last batch.</summary>
    public int EpochOfLastBatch { get; set; }

    /// <summary>The mean of the losses so far.</summary>
    public double Cost => LossSum / LossExamples;

    /// <summary>Goes on with the next epoch.</summary>
    public void BeginNextEpoch()
    {
        Epoch++;
        Batch = 0;
        LossSum = 0.0;
        LossExamples = 0;
    }

    /// <summary>Takes over another position.</summary>
    public void CopyFrom(TrainingPosition other)
    {
        Epoch = other.Epoch;
        Batch = other.Batch;
        Steps = other.Steps;
        LossSum = other.LossSum;
        LossExamples = other.LossExamples;
        EpochOfLastBatch = other.EpochOfLastBatch;
    }
}
