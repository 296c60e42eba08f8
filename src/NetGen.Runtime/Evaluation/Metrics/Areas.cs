using System.Collections.Immutable;

namespace NetGen;

/// <summary>The areas under the curves of each output.</summary>
internal sealed record Areas(ImmutableArray<double> RocAucs, ImmutableArray<double> AveragePrecisions)
{
    /// <summary>The mean over the outputs that have one.</summary>
    public double MeanRocAuc => Mean(RocAucs);

    /// <summary>The mean over the outputs that have one.</summary>
    public double MeanAveragePrecision => Mean(AveragePrecisions);

    /// <summary>Ranks the examples by each output.</summary>
    public static Areas Of(Predictions predictions)
    {
        double[] rocAucs = new double[predictions.Outputs], averagePrecisions = new double[predictions.Outputs];
        for (int output = 0; output < predictions.Outputs; output++)
        {
            Ranking ranking = predictions.RankedBy(output);
            rocAucs[output] = ranking.RocAuc;
            averagePrecisions[output] = ranking.AveragePrecision;
        }

        return new([.. rocAucs], [.. averagePrecisions]);
    }

    private static double Mean(ImmutableArray<double> values) =>
        values.Where(static value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
}
