using System.CommandLine;
using NetGen;
using PlanarFlower;
using Samples.CommandLine;

// Parts the petals of a flower: how many hidden units does it take, and what does the boundary look like?

Option<int[]> hidden = new("--hidden")
{
    Description = "The sizes of the hidden layer to try, out of 1, 2, 3, 4, 5, 20, 50.",
    HelpName = "N,N,...",
    DefaultValueFactory = _ => [4],
    CustomParser = result => FlowerNetworks.ParseSizes(result),
};
Option<int> iterations = SampleOption.WholeNumber("--iterations", "How many updates.", 10000);
Option<double> rate = SampleOption.Rate("--rate", "The learning rate.", 1.2);
Option<Choice<ElementType>> precision = SampleOption.Choice<ElementType>(
    "--precision", "The numbers computed with.", new("float", ElementType.Float), new("double", ElementType.Double));

return new SampleCommand(
    "Learns which petals of a flower belong together, with hidden layers of several sizes.",
    "samples/PlanarFlower -- --hidden 1,2,3,4,5,20,50 --out report",
    seed: 2,
    "What the initial weights are drawn from, as NumPy draws them, anew for each size.",
    hidden, iterations, rate, precision).Run(args, Part);

void Part(SampleSession session)
{
    var trained = new List<TrainedFlower>();
    var settings = new FlowerSettings(session.Get(iterations), session.Get(rate));
    foreach (int size in session.Get(hidden))
    {
        if (session.WasStopped)
        {
            break;
        }

        TrainedFlower flower = FlowerNetworks.Train(size, session.Get(precision), session, settings);
        session.Print($"Hidden units: {size}, accuracy: {100 * flower.Accuracy:0.00} %");
        trained.Add(flower);
    }

    session.Save(() => FlowerReport.Write(trained, settings), () => FlowerReport.Drawings(trained));
}
