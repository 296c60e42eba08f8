using System.Collections.Immutable;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>How much worse a network does without what some columns say.</summary>
public sealed class FeatureImportance
{
    internal FeatureImportance(FeatureGroup group, double[] falls)
    {
        Group = group;
        Falls = [.. falls];
        Mean = falls.Average();
        StandardDeviation = Math.Sqrt(falls.Average(fall => (fall - Mean) * (fall - Mean)));
    }

    /// <summary>The columns.</summary>
    public FeatureGroup Group { get; }

    /// <summary>By how much the metric fell in each repetition; negative where it rose.</summary>
    public ImmutableArray<double> Falls { get; }

    /// <summary>The mean of the falls.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation of the falls: the root of the mean of the squared distances from their mean.</summary>
    public double StandardDeviation { get; }

    /// <summary>As in "age: 0.1234 +- 0.0123".</summary>
    public override string ToString() => Text($"{Group.Name}: {Mean:G4} +- {StandardDeviation:G4}");
}
