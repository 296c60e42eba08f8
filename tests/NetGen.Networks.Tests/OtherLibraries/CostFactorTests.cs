namespace NetGen.Networks.Tests.OtherLibraries;

/// <summary>The factors between the costs, as the page states them for k outputs.</summary>
public class CostFactorTests
{
    private const int Inputs = 4;
    private const int Examples = 7;

    private delegate (double PyTorch, double Keras) TheirCost(double[] z, double[] y, int k);

    [Fact]
    public void SquaredErrorIsTheirMeanTimesTheFactorOfThePage()
    {
        AssertFactor<SquaredOne>("squared error", TheirCosts.SquaredError, 0.5);
        AssertFactor<SquaredThree>("squared error", TheirCosts.SquaredError, 1.5);
    }

    [Fact]
    public void AbsoluteErrorIsTheirMeanTimesTheFactorOfThePage()
    {
        AssertFactor<AbsoluteOne>("absolute error", TheirCosts.AbsoluteError, 1);
        AssertFactor<AbsoluteThree>("absolute error", TheirCosts.AbsoluteError, 3);
    }

    [Fact]
    public void BinaryCrossEntropyIsTheirMeanTimesTheFactorOfThePage()
    {
        AssertFactor<BinaryOne>("binary cross-entropy", TheirCosts.BinaryCrossEntropy, 1);
        AssertFactor<BinaryThree>("binary cross-entropy", TheirCosts.BinaryCrossEntropy, 3);
    }

    [Fact]
    public void CrossEntropyIsTheirMeanTimesTheFactorOfThePage()
    {
        AssertFactor<TwoOfMany>("cross-entropy", TheirCosts.CrossEntropy, 1);
        AssertFactor<ThreeOfMany>("cross-entropy", TheirCosts.CrossEntropy, 1);
    }

    [Fact]
    public void HuberLossIsTheirMeanTimesTheFactorOfThePage()
    {
        AssertFactor<HuberOne>("Huber loss", (z, y, k) => TheirCosts.Huber(z, y, k, 0.75), 1);
        AssertFactor<HuberThree>("Huber loss", (z, y, k) => TheirCosts.Huber(z, y, k, 0.75), 3);
    }

    [Fact]
    public void HingeLossIsTheirMeanTimesTheFactorOfThePage()
    {
        AssertFactor<HingeOne>("hinge loss", TheirCosts.Hinge, 1);
        AssertFactor<HingeThree>("hinge loss", TheirCosts.Hinge, 3);
    }

    [Fact]
    public void PoissonLossIsTheirMeanTimesTheFactorOfThePage()
    {
        AssertFactor<PoissonOne>("Poisson loss", TheirCosts.Poisson, 1);
        AssertFactor<PoissonThree>("Poisson loss", TheirCosts.Poisson, 3);
    }

    [Fact]
    public void QuantileLossIsTheMeanTimesTheFactorOfThePage()
    {
        AssertFactor<QuantileOne>("quantile loss", (z, y, k) => TheirCosts.Quantile(z, y, k, 0.8), 1);
        AssertFactor<QuantileThree>("quantile loss", (z, y, k) => TheirCosts.Quantile(z, y, k, 0.8), 3);
    }

    [Fact]
    public void FocalLossIsTheirMeanTimesTheFactorOfThePage()
    {
        AssertFactor<FocalOne>("focal loss, sigmoid", TheirCosts.BinaryFocal, 1);
        AssertFactor<FocalThree>("focal loss, sigmoid", TheirCosts.BinaryFocal, 3);
        AssertFactor<FocalOfMany>("focal loss, softmax", TheirCosts.Focal, 1);
    }

    [Fact]
    public void SmoothedCostsAreTheirMeansTimesTheFactorOfThePage()
    {
        AssertFactor<SmoothedOne>("smoothed binary cross-entropy", TheirCosts.SmoothedBinaryCrossEntropy, 1);
        AssertFactor<SmoothedThree>("smoothed binary cross-entropy", TheirCosts.SmoothedBinaryCrossEntropy, 3);
        AssertFactor<SmoothedOfMany>("smoothed cross-entropy", TheirCosts.SmoothedCrossEntropy, 1);
    }

    [Fact]
    public void WeightedCostsAreTheirMeansTimesTheFactorOfThePage()
    {
        double[] ofExamples = [.. Enumerable.Range(0, Examples).Select(static i => i % 3 * 0.75)];
        AssertFactor<ThreeOfMany>("weighted cross-entropy", (z, y, k) => TheirCosts.WeightedCrossEntropy(z, y, k, ofExamples), 1, ofExamples);
        double[] ofClasses = [0.5, 2, 3.25], looked = [.. Enumerable.Range(0, Examples).Select(i => ofClasses[i % 3])];
        TheirCost ofTheirs = (z, y, k) => TheirCosts.ClassWeightedCrossEntropy(z, y, k, ofClasses);
        AssertFactor<ThreeOfMany>("class-weighted cross-entropy", ofTheirs, 1, looked);
    }

    private static void AssertFactor<TNet>(string row, TheirCost theirs, double factor, double[]? ofExamples = null)
        where TNet : class, INetwork<TNet, double>, new()
    {
        int k = TNet.OutputSize;
        Assert.Equal(factor, Page.CostFactor(row, k));

        var random = new Random(k);
        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() * 4 - 2)];
        double[] x = Draw(Examples * Inputs), weights = Draw(k * Inputs), biases = Draw(k);
        double[] y = (TNet.Description.Loss, TNet.Description.DenseLayers[^1].Activation) switch
        {
            (Loss.Hinge, _) when k == 1 => [.. Enumerable.Range(0, Examples).Select(i => i % 3 == 0 ? 1.0 : 0.0)],
            (Loss.Poisson, _) => [.. Enumerable.Range(0, Examples * k).Select(i => (double)(i % 4))],
            (Loss.Hinge, _) or (_, Activation.Softmax) =>
            [
                .. Enumerable.Range(0, Examples).SelectMany(i => Enumerable.Range(0, k).Select(j => j == i % k ? 1.0 : 0.0)),
            ],
            (_, Activation.Sigmoid) => [.. Enumerable.Range(0, Examples * k).Select(i => i % 3 == 0 ? 1.0 : 0.0)],
            _ => Draw(Examples * k),
        };
        (double pyTorch, double keras) = theirs(Z(x, weights, biases), y, k);

        var network = new TNet();
        network.SetParameters([.. weights, .. biases]);
        double cost = ofExamples is null ? network.Cost(x, y) : network.Cost(x, y, ofExamples);
        Assert.Equal(factor * pyTorch, cost, 1e-12 * Math.Abs(cost));
        Assert.Equal(factor * keras, cost, 1e-12 * Math.Abs(cost));
    }

    private static double[] Z(double[] x, double[] weights, double[] biases)
    {
        int k = biases.Length;
        var z = new double[Examples * k];
        for (int i = 0; i < Examples; i++)
        {
            for (int j = 0; j < k; j++)
            {
                z[i * k + j] = biases[j];
                for (int input = 0; input < Inputs; input++)
                {
                    z[i * k + j] += x[i * Inputs + input] * weights[j * Inputs + input];
                }
            }
        }

        return z;
    }
}
