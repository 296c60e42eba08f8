using System.Collections.Immutable;
using System.Numerics;

namespace NetGen;

/// <content>What is looked at beside the training set, and which parameters are kept.</content>
public sealed partial record TrainingOptions
{
    /// <summary>
    /// A set whose cost is computed every <see cref="ProgressInterval"/> epochs and after the last; training ends with the parameters that are best by
    /// <see cref="Monitor"/>. It has the element type of the network. Default: null, none: training ends with the parameters of the last step.
    /// </summary>
    public Dataset? Validation { get; init; }

    /// <summary>What is measured of the validation set beside its cost, in the epochs that are recorded. Default: nothing.</summary>
    /// <exception cref="ArgumentException">Two have the same name, one is named as a column that every history has, or one is null.</exception>
    public ImmutableArray<Metric> Metrics
    {
        get => field.IsDefault ? ImmutableArray<Metric>.Empty : field;
        init
        {
            var names = new HashSet<string>(HistoryFormat.Columns);
            foreach (Metric metric in value.IsDefault ? [] : value)
            {
                if (!names.Add(metric?.Name ?? throw new ArgumentException($"{nameof(Metrics)} has a null.", nameof(Metrics))))
                {
                    throw new ArgumentException($"{nameof(Metrics)} has {metric} twice, or beside a column of the history.", nameof(Metrics));
                }
            }

            field = value;
        }
    }

    /// <summary>
    /// What of the validation set decides which parameters are best, and when patience is over. Default: null, its cost.
    /// </summary>
    public Metric? Monitor { get; init; }

    /// <summary>
    /// After how many epochs without an improvement of the validation set training ends, at least 1; looked at in the epochs that are recorded. Default: null,
    /// never.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int? Patience
    {
        get;
        init => field = value is null or >= 1 ? value : throw Refused(nameof(Patience), value, "at least 1, or null for a training that never loses it");
    }

    /// <summary>
    /// By how much <see cref="Monitor"/> must be better than at the last improvement to be one for <see cref="Patience"/>; finite, not negative. The best
    /// parameters are kept whatever it is. Default: 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Something else.</exception>
    public double MinimumChange
    {
        get;
        init => field = value is >= 0.0 and < double.PositiveInfinity ? value : throw Refused(nameof(MinimumChange), value, "a finite number, not negative");
    }

    /// <summary>Checks what single options do not know of each other, and of the element type.</summary>
    /// <exception cref="ArgumentException">Some do not go together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">T cannot hold one.</exception>
    internal void RequireConsistent<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (FirstEpoch > int.MaxValue - Epochs)
        {
            throw new ArgumentException(
                MessageText.Text($"{nameof(FirstEpoch)} is {FirstEpoch} and {nameof(Epochs)} is {Epochs}: ")
                + MessageText.Text($"their sum, the end of the numbers of the epochs, must be at most {int.MaxValue}."),
                "options");
        }

        Hyperparameter.Held<T>(ClipValue ?? 1.0, nameof(ClipValue));
        Hyperparameter.Held<T>(L2Penalty, nameof(L2Penalty));
        Hyperparameter.Held<T>(WeightDecay, nameof(WeightDecay));
        Hyperparameter.Held<T>(AverageDecay ?? 0.0, nameof(AverageDecay));
        string? asked = Patience is not null ? nameof(Patience) : Monitor is not null ? nameof(Monitor) : Metrics.IsEmpty ? null : nameof(Metrics);
        if (asked is not null && Validation is null)
        {
            throw new ArgumentException($"{asked} is set, which looks at a validation set, but there is none: set {nameof(Validation)}, too.", "options");
        }
    }
}
