using GradientCheck;
using NetGen;
using NetGen.Reports;
using Samples.CommandLine;

// Are the emitted gradients right? Each parameter is moved a little up and down, and the slope of the cost is compared with the gradient.

return new SampleCommand(
    "Compares the gradients of networks with every activation and loss with central differences, in double precision.",
    "samples/GradientCheck -- --seed 7",
    seed: 1,
    "What weights, examples and labels are drawn from.").Run(args, session =>
    {
        var results = new List<(Check Check, GradientCheckResult Result)>();
        session.ForEach("checking", Checks.All, check => results.Add((check, check.Run(session.Seed))));

        Loss[] losses = [.. results.Select(result => result.Check.Loss).Distinct()];
        IReadOnlyList<string> columns = ["Activation", .. losses.Select(loss => $"{loss}")];
        IReadOnlyList<string>[] rows = [.. results
            .GroupBy(result => result.Check.Activation)
            .Select(group => (string[])[$"{group.Key}", .. losses.Select(loss => Error(group.FirstOrDefault(result => result.Check.Loss == loss).Result))])];

        int parameters = results.Sum(result => result.Result.Checked);
        int failures = results.Count(result => !result.Result.Passed);
        session.Print($"{TextTable.Format(columns, rows)}");
        session.Print(
            $"{results.Count - failures} of {results.Count} networks have the gradients of their cost ({parameters} parameters, central differences)");
        if (failures > 0)
        {
            session.Fail();
        }

        session.Save(() => WriteReport(columns, rows, results.Count, failures, parameters));
    });

static Report WriteReport(IReadOnlyList<string> columns, IReadOnlyList<string>[] rows, int networks, int failures, int parameters)
{
    var report = new Report("Are the gradients right?")
    {
        Lead = "Each parameter of each network was moved a little up and a little down. "
            + "The slope of the cost between the two must be the gradient that the emitted code computes.",
    };
    report.AddFacts(
        ("Networks", FormattableString.Invariant($"{networks}")),
        ("Right", FormattableString.Invariant($"{networks - failures}")),
        ("Parameters", FormattableString.Invariant($"{parameters:#,0}")));
    report.AddTable(
        "The relative errors",
        "The norm of the difference between both gradients, divided by the sum of their norms; "
            + "below 1e-7 they agree as far as differences in double precision can tell.",
        columns,
        rows);
    return report;
}

// A check that Ctrl+C came before has no result.
static string Error(GradientCheckResult? result) =>
    result is null ? "-" : FormattableString.Invariant($"{result.RelativeError:0.0e+0}{(result.Passed ? "" : " WRONG")}");
