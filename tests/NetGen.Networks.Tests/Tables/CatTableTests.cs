namespace NetGen.Networks.Tests.Tables;

/// <summary>The course's published costs and accuracies on its cat pictures, for one layer.</summary>
public class LogisticCatTableTests
{
    [Fact]
    public void LogisticRegressionReproducesThePublishedCosts()
    {
        CatPictures cats = CatPictures.OrSkip();
        var network = new LogisticCats();
        network.Initialize(seed: 0);
        Dictionary<int, double> costs = Course.Train(network, cats.TrainX, cats.TrainY, learningRate: 0.005, iterations: 2000, costEvery: 100);

        double[] published =
        [
            .693147, .584508, .466949, .376007, .331463, .303273, .279880, .260042, .242941, .228004,
            .214820, .203078, .192544, .183033, .174399, .166521, .159305, .152667, .146542, .140872,
        ];
        Course.AssertPublished(costs, 1e-6, [.. published.Select((cost, i) => (100 * i, cost))]);
        Assert.Equal(99.04306220095694, 100.0 * Course.CountCorrect(network, cats.TrainX, cats.TrainY) / 209, 1e-10);
        Assert.Equal(70.0, 100.0 * Course.CountCorrect(network, cats.TestX, cats.TestY) / 50, 1e-10);
    }
}

/// <summary>The course's published costs and accuracies on its cat pictures, for two and four layers.</summary>
public class DeepCatTableTests
{
    [Fact]
    public void TwoLayersReproduceThePublishedCosts()
    {
        CatPictures cats = CatPictures.OrSkip();
        var network = new TwoLayerCats();
        network.Initialize(new NumPyRandom(1));
        Dictionary<int, double> costs = Course.Train(network, cats.TrainX, cats.TrainY, learningRate: 0.0075, iterations: 2500, costEvery: 100);

        Course.AssertPublished(costs, 1e-8,
            (0, 0.6930497356599888), (100, 0.6464320953428849), (500, 0.5158304772764729), (1000, 0.3394281538366413),
            (1500, 0.17448318112556635), (2000, 0.07439078704319083), (2400, 0.04855478562877018));
        Assert.Equal(209, Course.CountCorrect(network, cats.TrainX, cats.TrainY));
        Assert.Equal(36, Course.CountCorrect(network, cats.TestX, cats.TestY));
    }

    [Fact]
    public void FourLayersReproduceThePublishedFirstCostAndAccuracies()
    {
        CatPictures cats = CatPictures.OrSkip();
        var network = new FourLayerCats();
        network.Initialize(new NumPyRandom(1));
        Dictionary<int, double> costs = Course.Train(network, cats.TrainX, cats.TrainY, learningRate: 0.0075, iterations: 2500, costEvery: 2500);

        Course.AssertPublished(costs, 1e-12, (0, 0.7717493284237686));
        Assert.Equal(206, Course.CountCorrect(network, cats.TrainX, cats.TrainY));
        Assert.Equal(40, Course.CountCorrect(network, cats.TestX, cats.TestY));
    }
}
