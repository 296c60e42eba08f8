using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// The examples by one output, the greatest first, and which of them are of its class. A NaN has no place among them: its example is neither found nor rejected
/// at any threshold, so it is never right.
/// </summary>
internal sealed class Ranking
{
    private readonly List<RankingStep> steps = [];
    private readonly long positives;
    private readonly long negatives;
    private readonly int undecidedNegatives;

    /// <summary>Sorts.</summary>
    /// <param name="scores">The output of each example; sorted in place.</param>
    /// <param name="isPositive">Whether each example is of the class; sorted with them.</param>
    public Ranking(double[] scores, bool[] isPositive)
    {
        // NaN is less than every number to a sort, so they stand in front.
        Array.Sort(scores, isPositive);
        int numbers = 0;
        while (numbers < scores.Length && double.IsNaN(scores[numbers]))
        {
            positives += isPositive[numbers] ? 1 : 0;
            undecidedNegatives += isPositive[numbers] ? 0 : 1;
            numbers++;
        }

        negatives = undecidedNegatives;
        for (int end = scores.Length; end > numbers;)
        {
            int start = end, ofClass = 0;
            while (start > numbers && scores[start - 1] == scores[end - 1])
            {
                start--;
                ofClass += isPositive[start] ? 1 : 0;
            }

            steps.Add(new(scores[start], ofClass, end - start - ofClass));
            positives += ofClass;
            negatives += end - start - ofClass;
            end = start;
        }
    }

    /// <summary>
    /// The part of all pairs of an example of the class and another in which the former has the greater output, equal ones counted as half; NaN without a pair.
    /// </summary>
    public double RocAuc
    {
        get
        {
            // Whole numbers, so that nothing is rounded before the division: there are fewer than 2^62 half pairs.
            long halfPairs = 0, below = 0;
            for (int step = steps.Count - 1; step >= 0; step--)
            {
                halfPairs += steps[step].Positives * ((2 * below) + steps[step].Negatives);
                below += steps[step].Negatives;
            }

            return halfPairs / (2.0 * positives * negatives);
        }
    }

    /// <summary>The sum over the thresholds of precision * (recall - recall of the threshold before); NaN without an example of the class.</summary>
    public double AveragePrecision
    {
        get
        {
            double sum = 0.0;
            long found = 0, right = 0;
            foreach (RankingStep step in steps)
            {
                found += step.Positives + step.Negatives;
                right += step.Positives;
                sum += step.Positives * ((double)right / found);
            }

            return sum / positives;
        }
    }

    /// <summary>A point for each threshold, from the one above which there is nothing.</summary>
    public ImmutableArray<RocPoint> RocCurve()
    {
        ImmutableArray<RocPoint>.Builder points = ImmutableArray.CreateBuilder<RocPoint>(steps.Count + 1);
        long right = 0, wrong = undecidedNegatives;
        points.Add(new((double)wrong / negatives, (double)right / positives, double.PositiveInfinity));
        foreach (RankingStep step in steps)
        {
            right += step.Positives;
            wrong += step.Negatives;
            points.Add(new((double)wrong / negatives, (double)right / positives, step.Score));
        }

        return points.MoveToImmutable();
    }

    /// <summary>A point for each threshold, from the one above which there is nothing.</summary>
    public ImmutableArray<PrecisionRecallPoint> PrecisionRecallCurve()
    {
        ImmutableArray<PrecisionRecallPoint>.Builder points = ImmutableArray.CreateBuilder<PrecisionRecallPoint>(steps.Count + 1);
        long found = 0, right = 0;
        points.Add(new((double)right / positives, 1.0, double.PositiveInfinity));
        foreach (RankingStep step in steps)
        {
            found += step.Positives + step.Negatives;
            right += step.Positives;
            points.Add(new((double)right / positives, (double)right / found, step.Score));
        }

        return points.MoveToImmutable();
    }
}
