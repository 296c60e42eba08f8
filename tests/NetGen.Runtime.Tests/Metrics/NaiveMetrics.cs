namespace NetGen.Runtime.Tests.Metrics;

/// <summary>
/// The metrics as their definitions say, without a thought about time: pairs are counted one by one, and each threshold looks at every example.
/// </summary>
internal static class NaiveMetrics
{
    public static double RocAuc(double[] scores, bool[] isPositive)
    {
        double right = 0.0, pairs = 0.0;
        for (int i = 0; i < scores.Length; i++)
        {
            for (int j = 0; j < scores.Length; j++)
            {
                if (isPositive[i] && !isPositive[j])
                {
                    pairs++;
                    right += scores[i] > scores[j] ? 1.0 : scores[i] == scores[j] ? 0.5 : 0.0;
                }
            }
        }

        return right / pairs;
    }

    public static double AveragePrecision(double[] scores, bool[] isPositive)
    {
        double sum = 0.0, recallBefore = 0.0;
        foreach (double threshold in Thresholds(scores))
        {
            double right = Count(scores, isPositive, threshold, true), found = right + Count(scores, isPositive, threshold, false);
            double recall = right / isPositive.Count(positive => positive);
            sum += (recall - recallBefore) * (right / found);
            recallBefore = recall;
        }

        return isPositive.Any(positive => positive) ? sum : double.NaN;
    }

    public static List<RocPoint> RocCurve(double[] scores, bool[] isPositive)
    {
        double positives = isPositive.Count(positive => positive), negatives = scores.Length - positives;
        return
        [
            .. Thresholds(scores).Prepend(double.PositiveInfinity).Select(threshold =>
            {
                int rejected = Enumerable.Range(0, scores.Length).Count(i => !isPositive[i] && scores[i] < threshold);
                return new RocPoint((negatives - rejected) / negatives, Count(scores, isPositive, threshold, true) / positives, threshold);
            }),
        ];
    }

    public static List<PrecisionRecallPoint> PrecisionRecallCurve(double[] scores, bool[] isPositive) =>
    [
        new(isPositive.Any(positive => positive) ? 0.0 : double.NaN, 1.0, double.PositiveInfinity),
        .. Thresholds(scores).Select(threshold =>
        {
            double right = Count(scores, isPositive, threshold, true);
            return new PrecisionRecallPoint(
                right / isPositive.Count(positive => positive), right / (right + Count(scores, isPositive, threshold, false)), threshold);
        }),
    ];

    public static double Trapezoids(IReadOnlyList<RocPoint> points) => points.Skip(1).Select((point, index) =>
        (point.FalsePositiveRate - points[index].FalsePositiveRate) * (point.TruePositiveRate + points[index].TruePositiveRate) / 2.0).Sum();

    /// <summary>The scores of a class, from what is said of each example.</summary>
    public static ClassScores Scores(bool[] actual, bool[] predicted)
    {
        double right = 0, wrong = 0, missed = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            right += actual[i] && predicted[i] ? 1 : 0;
            wrong += !actual[i] && predicted[i] ? 1 : 0;
            missed += actual[i] && !predicted[i] ? 1 : 0;
        }

        return new(right / (right + wrong), right / (right + missed), 2 * right / ((2 * right) + wrong + missed), (int)(right + missed));
    }

    private static IEnumerable<double> Thresholds(double[] scores) => scores.Where(score => !double.IsNaN(score)).Distinct().OrderDescending();

    private static double Count(double[] scores, bool[] isPositive, double threshold, bool ofPositives) =>
        Enumerable.Range(0, scores.Length).Count(i => isPositive[i] == ofPositives && scores[i] >= threshold);
}
