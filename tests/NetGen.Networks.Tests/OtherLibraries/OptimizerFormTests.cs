namespace NetGen.Networks.Tests.OtherLibraries;

/// <summary>
/// Trainings here against the published updates of PyTorch and Keras, which minimize their mean squared error: with the rates and epsilons that the page
/// translates theirs to, every step is the same.
/// </summary>
public class OptimizerFormTests
{
    private const int Inputs = SquaredThree.InputSize;
    private const int Outputs = SquaredThree.OutputSize;
    private const int Examples = 9;
    private const int Steps = 25;
    private const double Rate = 0.03;
    private const double Beta = 0.9;
    private const double Beta2 = 0.999;

    // Large enough to show in every step where it stands.
    private const double Epsilon = 0.05;

    private static readonly double Factor = Page.CostFactor("squared error", Outputs);
    private static readonly double[] X = Draw(1, Examples * Inputs);
    private static readonly double[] Y = Draw(2, Examples * Outputs);
    private static readonly double[] Start = Draw(3, SquaredThree.ParameterCount);

    /// <summary>One update as it is published, of one parameter.</summary>
    /// <param name="t">The number of the step, from 1.</param>
    /// <param name="w">The parameter.</param>
    /// <param name="g">Its gradient.</param>
    /// <param name="m">The velocity or first moment, 0 at first.</param>
    /// <param name="v">The second moment, 0 at first.</param>
    private delegate void Update(int t, ref double w, double g, ref double m, ref double v);

    [Fact]
    public void GradientDescentTakesTheirStepsWithTheirRateDividedByTheFactor()
    {
        AssertSame(There((int t, ref double w, double g, ref double m, ref double v) => w -= Rate * g), Here(new GradientDescent<double>(Rate / Factor)));
    }

    [Fact]
    public void MomentumIsThatOfPyTorchAlsoWhereTheRateChanges()
    {
        double[] there = There((int t, ref double w, double g, ref double m, ref double v) =>
        {
            m = t == 1 ? g : Beta * m + g;
            w -= Falling(t) * m;
        });
        AssertSame(there, Here(new Momentum<double>(Rate, Beta), t => Falling(t) / Factor));
    }

    [Fact]
    public void MomentumIsThatOfKerasOnlyWhereTheRateStays()
    {
        static double[] Keras(Func<int, double> rate) => There((int t, ref double w, double g, ref double m, ref double v) =>
        {
            m = Beta * m - rate(t) * g;
            w += m;
        });
        AssertSame(Keras(_ => Rate), Here(new Momentum<double>(Rate / Factor, Beta)));
        AssertDifferent(Keras(Falling), Here(new Momentum<double>(Rate, Beta), t => Falling(t) / Factor));
    }

    [Fact]
    public void MomentumOfCoursesIsTakenWithOneMinusBetaTimesTheRate()
    {
        double[] there = There((int t, ref double w, double g, ref double m, ref double v) =>
        {
            m = Beta * m + (1 - Beta) * g;
            w -= Rate * m;
        });
        AssertSame(there, Here(new Momentum<double>((1 - Beta) * Rate / Factor, Beta)));
        AssertDifferent(there, Here(new Momentum<double>(Rate / Factor, Beta)));
    }

    [Fact]
    public void AdamIsThatOfPyTorchWithEpsilonTimesTheFactor()
    {
        double[] there = There((int t, ref double w, double g, ref double m, ref double v) =>
        {
            m = Beta * m + (1 - Beta) * g;
            v = Beta2 * v + (1 - Beta2) * g * g;
            double root = Math.Sqrt(v) / Math.Sqrt(1 - Math.Pow(Beta2, t));
            w -= Rate / (1 - Math.Pow(Beta, t)) * m / (root + Epsilon);
        });
        AssertSame(there, Here(new Adam<double>(Rate, Beta, Beta2, Factor * Epsilon)));
        AssertDifferent(there, Here(new Adam<double>(Rate, Beta, Beta2, Epsilon)));
    }

    [Fact]
    public void TheEpsilonOfKerasCountsAsDividedByTheCorrectionHere()
    {
        static double[] Keras(Func<int, double> epsilon) => There((int t, ref double w, double g, ref double m, ref double v) =>
        {
            m += (g - m) * (1 - Beta);
            v += (g * g - v) * (1 - Beta2);
            double alpha = Rate * Math.Sqrt(1 - Math.Pow(Beta2, t)) / (1 - Math.Pow(Beta, t));
            w -= m * alpha / (Math.Sqrt(v) + epsilon(t));
        });
        double[] here = Here(new Adam<double>(Rate, Beta, Beta2, Factor * Epsilon));
        AssertSame(Keras(t => Epsilon * Math.Sqrt(1 - Math.Pow(Beta2, t))), here);
        AssertDifferent(Keras(_ => Epsilon), here);
    }

    [Fact]
    public void DefaultsAreThoseOfThePage()
    {
        var adam = new Adam<double>();
        Assert.Equal((0.001, 0.9, 0.999, 1e-8), (adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon));
        var momentum = new Momentum<double>();
        Assert.Equal((0.01, 0.9), (momentum.LearningRate, momentum.Beta));
        Assert.Equal(0.01, new GradientDescent<double>().LearningRate);
        var options = new TrainingOptions();
        Assert.Equal((100, 32, true), (options.Epochs, options.BatchSize, options.Shuffle));
    }

    private static double Falling(int t) => Rate / t;

    private static double[] Draw(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() * 2 - 1)];
    }

    /// <summary>Trains the network, where asked for with another rate in each step.</summary>
    private static double[] Here<TOptimizer>(TOptimizer optimizer, Func<int, double>? rate = null)
        where TOptimizer : struct, IOptimizer<double>
    {
        var network = new SquaredThree();
        network.SetParameters(Start);
        for (int t = 1; t <= Steps; t++)
        {
            if (rate is not null)
            {
                optimizer.LearningRate = rate(t);
            }

            network.TrainStep(X, Y, ref optimizer);
        }

        return network.Parameters.ToArray();
    }

    /// <summary>Trains nn.Linear with MSELoss, or Dense with MeanSquaredError, weight by weight.</summary>
    private static double[] There(Update update)
    {
        double[] parameters = [.. Start], first = new double[Start.Length], second = new double[Start.Length];
        for (int t = 1; t <= Steps; t++)
        {
            double[] gradients = TheirGradients(parameters);
            for (int i = 0; i < parameters.Length; i++)
            {
                update(t, ref parameters[i], gradients[i], ref first[i], ref second[i]);
            }
        }

        return parameters;
    }

    /// <summary>The gradients of the mean of (yhat - y)^2 over all outputs of all examples.</summary>
    private static double[] TheirGradients(double[] parameters)
    {
        var gradients = new double[parameters.Length];
        for (int i = 0; i < Examples; i++)
        {
            for (int j = 0; j < Outputs; j++)
            {
                double yhat = parameters[Outputs * Inputs + j];
                for (int input = 0; input < Inputs; input++)
                {
                    yhat += parameters[j * Inputs + input] * X[i * Inputs + input];
                }

                double d = 2 * (yhat - Y[i * Outputs + j]) / (Examples * Outputs);
                for (int input = 0; input < Inputs; input++)
                {
                    gradients[j * Inputs + input] += d * X[i * Inputs + input];
                }

                gradients[Outputs * Inputs + j] += d;
            }
        }

        return gradients;
    }

    private static double LargestDifference(double[] there, double[] here) => there.Zip(here, (a, b) => Math.Abs(a - b)).Max();

    private static void AssertSame(double[] there, double[] here) => Assert.InRange(LargestDifference(there, here), 0, 1e-12);

    private static void AssertDifferent(double[] there, double[] here) => Assert.True(LargestDifference(there, here) > 1e-3);
}
