using System.CommandLine;
using NetGen.Reports;
using Online;
using Samples.CommandLine;

// Learns from a stream that changes, while snapshots predict: each point is asked for before it is told where it lay.

// The network that stops learning does so after this share of the points.
const double ShareBeforeStop = 0.25;
const int Parts = 20;

Option<int> examples = SampleOption.WholeNumber("--examples", "How many points come before the circle is where it began.", 40000, minimum: Parts);
Option<int> batch = SampleOption.WholeNumber("--batch", "How many points make a step.", 4, maximum: 4096);
Option<int> interval = SampleOption.WholeNumber("--interval", "How many steps after a snapshot the next is taken.", 10);
Option<double> rate = SampleOption.Rate("--rate", "The learning rate.", 0.01);

return new SampleCommand(
    "Learns from a stream of points which of them lie in a circle that wanders, and predicts with snapshots meanwhile.",
    "samples/Online -- --out report",
    seed: 1,
    "What the initial weights and the points are drawn from.",
    examples, batch, interval, rate).Run(args, session =>
    {
        int count = session.Get(examples);
        var learner = new OnlineLearner(session.Get(rate), session.Get(batch), session.Get(interval), session.Seed, session.Threads);
        CircleNet.Predictor? stopped = null;
        var (right, rightOfStopped) = (new int[Parts], new int[Parts]);
        int number = 0;
        foreach ((float[] point, float isInside) in WanderingCircle.Draw(count, session.Seed))
        {
            if (session.WasStopped)
            {
                break;
            }

            CircleNet.Predictor current = learner.Current;
            if (number >= count * ShareBeforeStop)
            {
                stopped ??= current;
            }

            int part = (int)((long)number * Parts / count);
            right[part] += IsRight(current, point, isInside);
            rightOfStopped[part] += IsRight(stopped ?? current, point, isInside);
            learner.Tell(point, isInside).AsTask().GetAwaiter().GetResult();
            number++;
        }

        int steps = learner.Finish().GetAwaiter().GetResult();
        int parts = (int)((long)number * Parts / count);
        if (parts == 0)
        {
            throw new OperationCanceledException("Stopped before there was anything to count.", session.CancellationToken);
        }

        ChartPoint[] online = Shares(right, count, parts), frozen = Shares(rightOfStopped, count, parts);
        session.Print($"{TextTable.Format(
            ["points", "learns on", "has stopped"],
            online.Zip(frozen, (one, other) => (string[])[one.X.ToString(CultureInfo.InvariantCulture), Percent(one.Y), Percent(other.Y)]))}");
        session.Print($"Learned {number} points in {steps} steps.");
        session.Save(() => Write(online, frozen));
    });

static int IsRight(CircleNet.Predictor predictor, float[] point, float isInside) => predictor.PredictClass(point) == (int)isInside ? 1 : 0;

static ChartPoint[] Shares(int[] right, int count, int parts) =>
    [.. right.Take(parts).Select((rightOfPart, part) =>
    {
        long from = First(part, count), to = First(part + 1, count);
        return new ChartPoint(to, 100.0 * rightOfPart / (to - from));
    })];

// The first point of a part, as the parts were counted: the least number with number * Parts / count of at least part.
static long First(int part, int count) => (((long)part * count) + Parts - 1) / Parts;

static string Percent(double share) => FormattableString.Invariant($"{share:0.00} %");

static Report Write(ChartPoint[] online, ChartPoint[] frozen)
{
    var report = new Report("Learning from a stream")
    {
        Lead = "Points come one after the other, and each is asked for before it is told whether it lay in a circle, which wanders. "
            + "A network that takes a step every few points follows it; what one knew after a quarter of them is soon out of date.",
    };
    report.AddFacts(
        ("Right at last, learning on", Percent(online[^1].Y)),
        ("Least, after a quarter, learning on", Percent(Least(online))),
        ("Least, after a quarter, having stopped", Percent(Least(frozen))));
    report.AddChart(
        "Right of the points asked for",
        "In percent of each twentieth, by snapshots of the network that goes on learning, and by the one that was taken after a quarter.",
        new Chart { Label = "Share of right answers by points, learning on and having stopped.", XName = "points", YName = "right, in percent" }
            .AddCurve("learns on", online)
            .AddCurve("has stopped", frozen));
    return report;
}

static double Least(ChartPoint[] shares) => shares.Skip((int)(ShareBeforeStop * Parts)).Select(share => share.Y).DefaultIfEmpty(shares[^1].Y).Min();
