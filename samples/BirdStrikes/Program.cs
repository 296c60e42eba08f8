using System.CommandLine;
using BirdStrikes;
using NetGen;
using Samples.CommandLine;

// Says how likely a collision with a bird damages an aircraft: a table with numbers, categories and gaps.

Option<int> epochs = SampleOption.WholeNumber("--epochs", "How many times all strikes are seen.", 8);
Option<double> rate = SampleOption.Rate("--rate", "The learning rate of Adam.", 0.001);
Option<string?> model = SampleOption.Path("--model", "FILE", "Write the trained network to FILE and read it back for the predictions.");

return new SampleCommand(
    "Learns from 7,850 collisions of aircraft with animals which of them do damage, and is tried on the 2,150 that came later.",
    "samples/BirdStrikes -- --model strikes.npz --out report",
    seed: 1,
    "What the initial weights and the order of the strikes are drawn from.",
    epochs, rate, model).Run(args, session =>
    {
        (Strike[] train, Strike[] test) = StrikeTable.Load();
        var learner = new StrikeLearner(train);
        var options = new TrainingOptions
        {
            Epochs = session.Get(epochs),
            BatchSize = 64,
            Seed = session.Seed,
            ProgressInterval = 1,
            Threads = session.Threads,
        };
        TrainingResult result = session.Train("strikes", "epoch", linesEvery: 1, progress =>
            learner.Train(session.Seed, session.Get(rate), options with { Progress = progress }, session.CancellationToken));

        if (session.Get(model) is { } file)
        {
            learner.Net.Save(file);
            learner = new StrikeLearner(train);
            learner.Net.Load(file);
        }

        StrikeResults results = StrikeResults.Of(learner, test);
        session.Print($"Test accuracy: {100 * results.Evaluation.Accuracy:0.00} %, if none is said to do damage: {100 * results.Majority:0.00} %");
        session.Print($"Test cost: {results.Evaluation.Cost:0.0000}, if each is given the mean: {results.MeanCost:0.0000}");
        session.Print(
            $"Did damage: {100 * results.RiskiestShare:0.0} % of the tenth with the highest probabilities, {100 * (1 - results.Majority):0.0} % of all");
        foreach ((string name, Strike strike) in Questions.All)
        {
            session.Print($"{name}: {100 * learner.Probability(strike):0.0} %");
        }

        session.Save(() => StrikeReport.Write(learner, train, test, result, options, results).AddOptimizer(new Adam<float>(session.Get(rate))));
    });
