using NetGen;
using Samples.Charts;

namespace Samples.Training;

/// <summary>A training that was watched.</summary>
/// <param name="Result">What Fit returned.</param>
/// <param name="Costs">The cost before each reported step's update, by step.</param>
public sealed record TrainingRun(TrainingResult Result, IReadOnlyList<ChartPoint> Costs)
{
    /// <summary>The cost curve.</summary>
    /// <param name="step">What a step is called: iteration or epoch.</param>
    public Chart CostChart(string step) => new Chart
    {
        Label = $"Cost by {step}: it begins at {Costs[0].Y:0.####} and ends at {Costs[^1].Y:0.####}.",
        XName = step,
        YName = "cost",
        YFrom = 0,
    }.AddCurve("cost", Costs);
}
