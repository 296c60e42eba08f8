using NetGen;

namespace BirdStrikes;

/// <summary>How a network did on strikes that it has not seen, beside what needs no network.</summary>
/// <param name="Evaluation">Accuracy, cost and confusion matrix.</param>
/// <param name="Majority">The accuracy of saying of each that it does no damage.</param>
/// <param name="MeanCost">The cost of giving each the share of all that do damage.</param>
/// <param name="RiskiestShare">How many of the tenth with the highest probabilities did damage.</param>
internal sealed record StrikeResults(Evaluation Evaluation, double Majority, double MeanCost, double RiskiestShare)
{
    /// <summary>Tries a network.</summary>
    /// <param name="learner">The network.</param>
    /// <param name="test">The strikes.</param>
    public static StrikeResults Of(StrikeLearner learner, Strike[] test)
    {
        Dataset<float> data = learner.ToDataset(test);
        double damaged = test.Average(strike => strike.DidDamage ? 1.0 : 0.0);
        double meanCost = -(damaged * Math.Log(damaged)) - ((1 - damaged) * Math.Log(1 - damaged));

        float[] probabilities = learner.Net.Predict(data.X);
        double riskiest = test.Index().OrderByDescending(strike => probabilities[strike.Index]).Take(test.Length / 10)
            .Average(strike => strike.Item.DidDamage ? 1.0 : 0.0);
        return new StrikeResults(Evaluator.Evaluate(learner.Net, data), 1 - damaged, meanCost, riskiest);
    }
}
