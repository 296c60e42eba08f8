using System.CommandLine;
using System.Diagnostics;
using NetGen;
using NetGen.Reports;
using Samples;
using Samples.CommandLine;
using Search;

// Idea, code, experiment: searches better hyperparameters than the notes have, for the flower or for the cat pictures.

Option<Choice<bool>> system = SampleOption.Choice<bool>("--system", "What is learned.", new("flower", Value: false), new("cats", Value: true));
Option<string?> data = SampleOption.Path("--data", "DIR", "The cat pictures, as samples/CatClassifier takes them. Without it, the sample draws its own.");
Option<int> trials = SampleOption.WholeNumber("--trials", "How many settings are tried.", 81);
Option<int?> epochs = SampleOption.OptionalWholeNumber("--epochs", "How many epochs the best of them are trained for: 540, or 108 with cats.");
Option<string?> keep = SampleOption.Path("--keep", "DIR", "Where results are kept: called again, a search goes on there. Without it, they are not.");

return new SampleCommand(
    "Searches better hyperparameters than the notes have.",
    "samples/Search -- --trials 81 --out report",
    seed: 1,
    "What the settings, and the examples that are held out, are drawn from.",
    system, data, trials, epochs, keep).Run(args, Find);

void Find(SampleSession session)
{
    bool isCats = session.Get(system);
    if (!isCats && session.Get(data) is not null)
    {
        throw new SampleException("--data is for the cat pictures: add --system cats.");
    }

    SearchedSystem searched = isCats ? Systems.Cats(session.Get(data), session.Seed) : Systems.Flower(session.Seed);
    string? kept = session.Get(keep);
    string folder = kept ?? Directory.CreateTempSubdirectory("netgen-search-").FullName;
    try
    {
        Compare(session, searched, folder, session.Get(epochs) ?? (isCats ? 108 : 540));
    }
    finally
    {
        if (kept is null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

void Compare(SampleSession session, SearchedSystem searched, string folder, int mostEpochs)
{
    Trial notes = searched.Notes(Path.Combine(folder, "notes")).Run(cancellationToken: session.CancellationToken).Best ?? throw Stopped();
    Evaluation ofNotes = searched.Measure(notes);
    session.Print($"The notes: {notes}, test {ofNotes}");

    int done = 0;
    var progress = new Told(trial => session.Remark($"{Interlocked.Increment(ref done)}: {trial}"));
    long started = Stopwatch.GetTimestamp();
    HyperparameterSearch<float> search = searched.Search(Path.Combine(folder, "search"), session.Get(trials), mostEpochs, session.Seed);
    SearchResult result = search.Run(progress, session.CancellationToken);
    TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
    Trial best = result.Best ?? throw Stopped();
    Evaluation ofBest = searched.Measure(best);
    session.Print($"{result}");
    session.Print($"The best of {result.Count}, found in {elapsed.TotalSeconds:0.0} s: {best}, test {ofBest}");
    session.Save(() => Page(searched, notes, ofNotes, result, ofBest, elapsed));
    if (session.OutputFolder is { } output)
    {
        result.WriteCsv(Path.Combine(output, "trials.csv"));
    }

    OperationCanceledException Stopped() => new("Stopped before the first trial was done.", session.CancellationToken);
}

static Report Page(SearchedSystem searched, Trial notes, Evaluation ofNotes, SearchResult result, Evaluation ofBest, TimeSpan elapsed) => new Report(
    FormattableString.Invariant($"{searched.Name}: a search of {result.Count} trials"))
    .AddFacts(
        ("the notes", $"{notes}; test {ofNotes}"),
        ("the best", $"{result.Best}; test {ofBest}"),
        ("time", FormattableString.Invariant($"{elapsed.TotalSeconds:0.0} s")))
    .AddSearch("Trials", "The best first.", result);

/// <summary>Hears of every trial that is done.</summary>
internal sealed class Told(Action<Trial> tell) : IProgress<Trial>
{
    /// <inheritdoc/>
    public void Report(Trial value) => tell(value);
}
