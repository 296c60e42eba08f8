using System.CommandLine;
using Samples.CommandLine;
using Service.Loading;
using Service.Serving;

// A service that reads digits and learns meanwhile; a load that holds each of its answers against the snapshots that it published; a trial of both.

Option<int> port = SampleOption.WholeNumber(
    "--port", "The port that is listened on, of this machine alone; 0: any that is free.", 5080, minimum: 0, maximum: 65535);
Option<int> interval = SampleOption.WholeNumber("--interval", "How many milliseconds after a snapshot the next is published.", 1000);
Option<bool> untilInputEnds = new("--until-input-ends") { Description = "Stop when the standard input ends, and not with Ctrl+C." };

Option<string?> url = SampleOption.Path("--url", "URL", "The address of the service, as in its first line.");
Option<string?> models = SampleOption.Path("--models", "DIR", "Where the service keeps its snapshots, its --out.");
Option<int> seconds = SampleOption.WholeNumber("--seconds", "How long questions are asked.", 20, maximum: 86400);
Option<int> connections = SampleOption.WholeNumber("--connections", "How many connections ask at the same time.", 16, maximum: 10000);

var command = new SampleCommand(
    "Reads handwritten digits for whoever asks, learns meanwhile, and publishes what it has learned.",
    "samples/Service -- --port 5080 --out models",
    seed: 1,
    "What the initial weights, the order of the digits and the choice of the digits held out are drawn from.",
    port, interval, untilInputEnds)
{
    OutputPurpose = "Keep each snapshot that is published as a model file in DIR.",
};
command.Add(
    "load",
    "Asks a service for the digits held out, and holds every answer against the snapshots.",
    "samples/Service -- load --url http://127.0.0.1:5080 --models models --seconds 20",
    CommonOptions.Seed,
    [url, models, seconds, connections],
    session => Load.Run(session, session.Get(url), session.Get(models), session.Get(seconds), session.Get(connections)).GetAwaiter().GetResult());
command.Add(
    "trial",
    "Starts the service as a second process, loads it, and stops it.",
    "samples/Service -- trial --seconds 20",
    CommonOptions.Output | CommonOptions.Seed | CommonOptions.Threads,
    [interval, seconds, connections],
    session => Trial.Run(session, session.Get(interval), session.Get(seconds), session.Get(connections)).GetAwaiter().GetResult());

return command.Run(args, session =>
    ServiceHost.Run(session, session.Get(port), TimeSpan.FromMilliseconds(session.Get(interval)), session.Get(untilInputEnds)).GetAwaiter().GetResult());
