using NetGen;
using NetGen.Reports;

namespace BirdStrikes;

/// <summary>The report: how training went, how often each tenth of the test strikes did damage, and some questions.</summary>
internal static class StrikeReport
{
    private const int Parts = 10;

    public static TrainingReport Write(
        StrikeLearner learner, Strike[] train, Strike[] test, TrainingResult result, TrainingOptions options, StrikeResults results)
    {
        var report = new TrainingReport("Which bird strikes do damage?", StrikeNet.Description, result)
        {
            Lead = FormattableString.Invariant($"A network learned from {train.Length:#,0} collisions before {StrikeTable.FirstHeldOut:yyyy-MM-dd}, ")
                + FormattableString.Invariant($"and was tried on the {test.Length:#,0} that came later."),
            Options = options,
            Evaluation = results.Evaluation,
            ClassNames = ["none", "damage"],
        };
        report.AddFacts(
            ("Saying never", Percent(results.Majority)),
            ("Damage in the riskiest tenth", Percent(results.RiskiestShare)),
            ("Damage in all", Percent(1 - results.Majority)));
        report.AddChart(
            "The risk is seen",
            "The test strikes in ten parts, from the highest probability to the lowest: how many of each did damage.",
            Tenths(learner, test));
        report.AddTable(
            "Questions",
            "What is not known of a strike is the class 0 of its column, or the number beside a speed that says so.",
            ["Strike", "Probability of damage"],
            Questions.All.Select(question => (string[])[question.Name, Percent(learner.Probability(question.Strike))]));
        return report;
    }

    private static BarChart Tenths(StrikeLearner learner, Strike[] test)
    {
        var chart = new BarChart { Label = "The share of strikes with damage in each tenth of the test strikes." };
        Strike[] sorted = [.. test.OrderByDescending(learner.Probability)];
        for (int part = 0; part < Parts; part++)
        {
            double share = sorted[(part * sorted.Length / Parts)..((part + 1) * sorted.Length / Parts)].Average(strike => strike.DidDamage ? 1.0 : 0.0);
            chart.Add($"{part + 1}.", share, Percent(share));
        }

        return chart;
    }

    private static string Percent(double share) => FormattableString.Invariant($"{100 * share:0.0} %");
}
