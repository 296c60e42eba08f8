using System.CommandLine;
using NetGen.Reports;
using Samples.CommandLine;
using Vectorization;

// How much does it matter how the same equations are computed?

Option<int> steps = SampleOption.WholeNumber("--steps", "How many steps each way makes; the fastest counts.", 30);

return new SampleCommand(
    "Measures one training step of a dense layer, 1024 inputs to 64 units, 256 examples: as naive loops, as vectors, and as emitted code.",
    "samples/Vectorization -- --steps 100",
    seed: 1,
    "What the numbers are drawn from.",
    steps).Run(args, session =>
    {
        var problem = new Problem(session.Seed);
        var naive = new NaiveLoops(problem);
        List<IDenseStep> ways = [naive, new VectorPerExample(problem), new EmittedCode(problem, threads: 1)];
        int threads = session.Threads == 0 ? Environment.ProcessorCount : session.Threads;
        if (threads > 1)
        {
            ways.Add(new EmittedCode(problem, threads));
        }

        var results = new List<Measurement>();
        session.ForEach("measuring", ways, way => results.Add(Measurement.Take(way, session.Get(steps), naive.Parameters)));

        IReadOnlyList<string> columns = ["Way", "ms per step", "GFLOP/s", "Times as fast", "Difference"];
        IReadOnlyList<string>[] rows = [.. results.Select(result => (string[])
        [
            result.Name,
            Text($"{result.Milliseconds:0.000}"),
            Text($"{result.Gigaflops:0.0}"),
            Text($"{results[0].Milliseconds / result.Milliseconds:0.0}"),
            Text($"{result.Difference:0.0e+0}"),
        ])];
        session.Print($"{TextTable.Format(columns, rows)}");
        session.Save(() => WriteReport(results, columns, rows));
    });

static Report WriteReport(List<Measurement> results, IReadOnlyList<string> columns, IReadOnlyList<string>[] rows)
{
    var report = new Report("What vectorization pays")
    {
        Lead = "One training step of a dense layer of 64 sigmoid units over 1024 inputs, with 256 examples, computed in several ways. "
            + "The equations, the numbers and the processor are the same.",
    };
    var chart = new BarChart { Label = "Billions of operations a second of each way." };
    foreach (Measurement result in results)
    {
        chart.Add(result.Name, result.Gigaflops, Text($"{result.Gigaflops:0.0} GFLOP/s"));
    }

    report.AddChart("Operations a second", "Multiplications and additions, in billions a second: longer is better.", chart);
    report.AddTable(
        "The figures",
        "The fastest step of each way. The last column is how far its parameters are from those of the naive loops: rounding only.",
        columns,
        rows);
    return report;
}

static string Text(FormattableString text) => FormattableString.Invariant(text);
