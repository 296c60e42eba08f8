using System.CommandLine;
using HousePrices;
using NetGen;
using Samples.CommandLine;

// Predicts what a house costs from its size and bedrooms, once with a linear output and once with a ReLU.

Option<int> iterations = SampleOption.WholeNumber("--iterations", "How many updates.", 5000);
Option<double> rate = SampleOption.Rate("--rate", "The learning rate.", 0.1);

return new SampleCommand(
    "Learns house prices from sizes and bedrooms, and shows why a price should leave the network through a ReLU.",
    "samples/HousePrices -- --out report",
    seed: 1,
    "What the initial weights are drawn from.",
    iterations, rate).Run(args, session =>
    {
        House[] houses = HouseTable.Draw();
        House[] train = houses[..96];
        House[] test = houses[96..];
        var options = new TrainingOptions
        {
            Epochs = session.Get(iterations),
            LearningRate = session.Get(rate),
            BatchSize = null,
            ProgressInterval = 100,
            Threads = session.Threads,
        };

        PriceModel linear = PriceModel.Train<LinearPriceNet>("linear output", session, train, test, options);
        Print(session, "Linear output", linear);
        PriceModel relu = PriceModel.Train<ReluPriceNet>("ReLU output", session, train, test, options);
        Print(session, "ReLU output", relu);
        session.Save(() => HouseReport.Write(linear, relu, train, test));
    });

static void Print(SampleSession session, string name, PriceModel model) =>
    session.Print($"{name}: test error {model.TestError:0.0} thousand, a parking space of 10 m2: {model.Price(10, 0):0.0} thousand");
