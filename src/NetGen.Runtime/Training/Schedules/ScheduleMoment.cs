namespace NetGen;

/// <summary>A moment of a training, as a schedule of the learning rate sees it: between two steps.</summary>
/// <param name="Epoch">
/// How many epochs are done, from the epoch with the number 0: whole epochs, and the share of the present one whose steps are made. So a schedule is the same
/// whatever the size of a batch, and goes on where a training that is continued goes on.
/// </param>
/// <param name="LastEpoch">The number of epochs at which the training ends.</param>
/// <param name="History">The epochs that were recorded so far, in the order in which they were run.</param>
public readonly record struct ScheduleMoment(double Epoch, double LastEpoch, IReadOnlyList<EpochRecord> History);
