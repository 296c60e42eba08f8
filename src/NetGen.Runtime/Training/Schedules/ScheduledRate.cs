using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The learning rates of the steps of a training that has a schedule.</summary>
/// <param name="schedule">The schedule.</param>
/// <param name="rate">The learning rate that it multiplies.</param>
/// <param name="stepsOfEpoch">The steps of an epoch.</param>
/// <param name="lastEpoch">The number of epochs at which the training ends.</param>
internal sealed class ScheduledRate<T>(Schedule schedule, double rate, int stepsOfEpoch, double lastEpoch)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The rate of a step.</summary>
    /// <param name="epoch">The number of its epoch.</param>
    /// <param name="step">Its number in the epoch, from 0.</param>
    /// <param name="history">The epochs that were recorded so far.</param>
    /// <exception cref="InvalidOperationException">The schedule gives no factor.</exception>
    public double At(int epoch, int step, IReadOnlyList<EpochRecord> history)
    {
        double factor = schedule.FactorAt(new ScheduleMoment(epoch + ((double)step / stepsOfEpoch), lastEpoch, history));
        if (factor is not (>= 0.0 and < double.PositiveInfinity))
        {
            throw new InvalidOperationException(Text(
                $"The schedule {schedule} gives {factor} in step {step} of epoch {epoch}, but a factor of the learning rate is finite and not negative."));
        }

        // What has fallen so low that T has no full mantissa for it moves nothing any more; what is too large is refused where it is set.
        double scheduled = rate * factor;
        T rounded = T.CreateTruncating(scheduled);
        return T.IsNormal(rounded) || T.IsInfinity(rounded) ? scheduled : 0.0;
    }
}
