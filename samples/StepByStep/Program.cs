using NetGen.Reports;
using Samples.CommandLine;
using StepByStep;

// How do a forward and a backward pass go? Every formula is printed with its numbers, and the generated network is asked for the same.

// Both compute in double precision, in another order.
const double Rounding = 1e-12;

return new SampleCommand(
    "Walks through a logistic unit and a network of two layers, formula by formula, and compares with the generated code.",
    "samples/StepByStep -- --seed 3",
    seed: 1,
    "What the weights of the two layers are drawn from, as NumPy draws them.").Run(args, session =>
    {
        var lines = new List<string>();
        double difference = Math.Max(LogisticWalk.Run(Print), TwoLayerWalk.Run(session.Seed, Print));
        bool isSame = difference <= Rounding;
        Print($"The generated code computes {(isSame ? "the same numbers" : "other numbers")}.");
        if (!isSame)
        {
            session.Fail();
        }

        session.Save(() => WriteReport(lines));

        void Print(FormattableString line)
        {
            session.Print(line);
            lines.Add(FormattableString.Invariant(line));
        }
    });

static Report WriteReport(IEnumerable<string> lines)
{
    var report = new Report("Step by step")
    {
        Lead = "The formulas of a forward pass, a backward pass and a step of gradient descent, each with its numbers.",
    };
    report.AddText("The walk", "An example is a row of X, Z and A; a semicolon ends a row.", string.Join('\n', lines));
    return report;
}
