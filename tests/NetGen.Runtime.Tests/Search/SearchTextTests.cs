using NetGen.Runtime.Tests.Training;
using static NetGen.Runtime.Tests.Training.FivePoints;

namespace NetGen.Runtime.Tests.Search;

/// <summary>The tables of a search, and what it refuses.</summary>
public class SearchTextTests
{
    private static SearchResult Result => new(
        [
            new(new("A", "Adam", 0.01, null, 1.0, 0.0, 0.0, 3), 10, TrainingEnd.Completed, 0.5, 7, TimeSpan.FromSeconds(1.5)) { Metrics = [0.75] },
            new(new("A, B", "Adam", null, 32, 1.0, 0.0, 0.0, 3), 10, TrainingEnd.Completed, 1.0 / 3.0, 9, TimeSpan.FromSeconds(2)) { Metrics = [1.0] },
            new(new("A", "Adam", 0.1, 32, 1.0, 0.0, 0.0, 3), 10, TrainingEnd.Diverged, null, null, TimeSpan.FromSeconds(0.25)),
        ],
        ["accuracy"]);

    [Fact]
    public void The_table_has_what_differs() => Assert.Equal(
        """
        validation_cost  accuracy  network  learning_rate  batch_size  best_epoch  end        seconds
        0.3333           1         A, B                    32          9           Completed  2
        0.5              0.75      A        0.01                       7           Completed  1.5
                                   A        0.1            32                      Diverged   0.25

        """.ReplaceLineEndings("\n"),
        Result.ToString());

    [Fact]
    public void Csv_has_everything()
    {
        var text = new StringWriter();
        Result.WriteCsv(text);
        Assert.Equal(
            "validation_cost,accuracy,network,optimizer,learning_rate,batch_size,weight_scale,l2_penalty,weight_decay,seed,epochs,best_epoch,end,seconds\n"
            + "0.3333333333333333,1,\"A, B\",Adam,,32,1,0,0,3,10,9,Completed,2\n"
            + "0.5,0.75,A,Adam,0.01,,1,0,0,3,10,7,Completed,1.5\n"
            + ",,A,Adam,0.1,32,1,0,0,3,10,,Diverged,0.25\n",
            text.ToString());
    }

    [Fact]
    public void Values_that_cannot_be_tried_are_refused()
    {
        Assert.StartsWith("There is no value to try: list at least one.", Assert.Throws<ArgumentException>(() => SearchValues.Of([])).Message);
        Assert.StartsWith("0.1 is listed twice.", Assert.Throws<ArgumentException>(() => SearchValues.Of([0.1, 0.1])).Message);
        Assert.StartsWith("NaN is no number to try.", Assert.Throws<ArgumentException>(() => SearchValues.Of([double.NaN])).Message);
        Assert.StartsWith(
            "to is 1, but must be finite and above from, which is 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => SearchValues.Range(1, 1)).Message);
        Assert.StartsWith("from is 0, but must be above 0", Assert.Throws<ArgumentOutOfRangeException>(() => SearchValues.LogRange(0, 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchValues.Range(0, 1, points: 1));
        Assert.StartsWith("trials is 0, but must be at least 1.", Assert.Throws<ArgumentOutOfRangeException>(() => SearchStrategy.Random(0)).Message);
        Assert.StartsWith("factor is 1, but must be at least 2.", Assert.Throws<ArgumentOutOfRangeException>(() => SearchStrategy.Halving(3, 1, 1)).Message);
    }

    [Fact]
    public void Ranges_have_their_ends_exactly()
    {
        double[] points = [.. SearchValues.LogRange(1e-3, 0.1, 3)];
        Assert.Equal((1e-3, 0.1), (points[0], points[2]));
        Assert.Equal(0.01, points[1], 1e-15);
        Assert.Equal([0.0, 0.5, 1.0], SearchValues.Range(0, 1, 3));
    }

    [Fact]
    public void Searches_that_cannot_be_meant_say_why()
    {
        AssertRefused<ArgumentException>("Networks has no network to try.", new(Points, Points) { Networks = [] });
        AssertRefused<ArgumentException>(
            "Networks has LogisticNet twice: tables tell trials apart by it.", new(Points, Points) { Networks = [Net<LogisticNet>(), Net<LogisticNet>()] });
        AssertRefused<ArgumentException>(
            "Optimizers has no optimizer to try.", new(Points, Points) { Networks = [Net<LogisticNet>()], Optimizers = [] });
        AssertRefused<ArgumentException>("train has examples of 2 inputs, but LinearNet takes 1.", new(Points, Points) { Networks = [Net<LinearNet>()] });
        AssertRefused<ArgumentException>(
            "The grid has 1002001 combinations, and the most that are tried are 1000000",
            new(Points, Points)
            {
                Networks = [Net<LogisticNet>()],
                LearningRates = SearchValues.Range(0, 1, 1001),
                WeightScales = SearchValues.Range(0, 1, 1001),
            });
        AssertRefused<ArgumentOutOfRangeException>(
            "LearningRates is -1, but must be a finite number, not negative.",
            new(Points, Points) { Networks = [Net<LogisticNet>()], LearningRates = [-1.0] });
    }

    [Fact]
    public void Lists_with_something_twice_or_out_of_range_are_refused_before_the_first_trial()
    {
        AssertRefused<ArgumentException>("Seeds has 1 twice", new(Points, Points) { Networks = [Net<LogisticNet>()], Seeds = [1, 1] });
        AssertRefused<ArgumentException>("BatchSizes has null twice", new(Points, Points) { Networks = [Net<LogisticNet>()], BatchSizes = [null, null] });
        AssertRefused<ArgumentException>(
            "BatchSizes has 0, but a batch has at least 1 example", new(Points, Points) { Networks = [Net<LogisticNet>()], BatchSizes = [0] });
        AssertRefused<ArgumentException>(
            "Options has a Monitor, but a search goes by the cost",
            new(Points, Points) { Networks = [Net<LogisticNet>()], Options = new() { Monitor = Metric.Accuracy } });
    }

    [Fact]
    public void A_trial_that_cannot_be_made_is_named()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new HyperparameterSearch<double>(Points, Points)
        {
            Networks = [Net<LogisticNet>()],
            LearningRates = [1.0],
            WeightDecays = [2.0],
        }.Run());
        Assert.StartsWith(
            "The trial LogisticNet, Adam, rate 1, batches of 32, scale 1, L2 penalty 0, weight decay 2, seed 0 could not be made: ", exception.Message);
    }

    private static TrialNetwork<double> Net<TNetwork>()
        where TNetwork : class, INetwork<TNetwork, double>, new() => TrialNetwork<double>.Of<TNetwork>();

    private static void AssertRefused<TException>(string message, HyperparameterSearch<double> search)
        where TException : Exception => Assert.StartsWith(message, Assert.Throws<TException>(() => search.Run()).Message, StringComparison.Ordinal);
}
