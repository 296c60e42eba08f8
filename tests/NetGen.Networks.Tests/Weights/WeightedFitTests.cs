namespace NetGen.Networks.Tests.Weights;

/// <summary>Fit with weights of examples and of classes is the loop of weighted steps.</summary>
public class WeightedFitTests
{
    private const int Count = 40;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void EveryStepIsAWeightedStep(bool ofClasses, bool stored)
    {
        double[] classWeights = [0.5, 2.0, 1.5];
        Dataset<double> set = Set();
        var fitted = new WeightedThree();
        fitted.Initialize(seed: 1);
        TrainingResult result = fitted.Fit(set, new Adam<double>(0.01), new()
        {
            Epochs = 3,
            BatchSize = 8,
            Seed = 2,
            ProgressInterval = 1,
            ClassWeights = ofClasses ? [.. classWeights] : [],
            ClipNorm = stored ? 1e9 : null,
            Validation = set,
        });

        var stepped = new WeightedThree();
        stepped.Initialize(seed: 1);
        var adam = new Adam<double>(0.01);
        var batches = new MiniBatches<double>(set, 8, seed: 2);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            double cost = 0.0;
            foreach (Batch<double> batch in batches.BeginEpoch(epoch))
            {
                double[] weights = batch.Weights.ToArray();
                for (int i = 0; i < weights.Length && ofClasses; i++)
                {
                    weights[i] *= classWeights[batch.Y.Slice(3 * i, 3).IndexOf(1.0)];
                }

                cost += batch.Count * stepped.TrainStepWithCost(batch.X, batch.Y, weights, ref adam) / Count;
            }

            Assert.Equal(cost, result.History[epoch].Cost, 1e-14);
        }

        Assert.Equal(stepped.Parameters.ToArray(), fitted.BestOf(result));
        Assert.Equal(result.BestValidationCost!.Value, stepped.Cost(set.X, set.Y, set.Weights), 1e-14);
    }

    private static Dataset<double> Set()
    {
        var random = new Random(4);
        double[] x = [.. Enumerable.Range(0, 2 * Count).Select(_ => random.NextDouble() - 0.5)];
        int[] classes = [.. Enumerable.Range(0, Count).Select(i => x[2 * i] > 0.1 ? 0 : x[(2 * i) + 1] > 0 ? 1 : 2)];
        return Dataset<double>.FromRows(x, 2, classes, 3).WithWeights([.. Enumerable.Range(0, Count).Select(_ => random.NextDouble())]);
    }
}

/// <summary>A small network of three classes.</summary>
[Layers(2, 6, 3, Hidden = Activation.Tanh, Element = ElementType.Double)]
internal sealed partial class WeightedThree
{
    /// <summary>The parameters, which are those of the last step where that was the best.</summary>
    /// <param name="result">The result that says so.</param>
    public double[] BestOf(TrainingResult result)
    {
        Assert.Equal(result.Epochs - 1, result.BestEpoch);
        return Parameters.ToArray();
    }
}
