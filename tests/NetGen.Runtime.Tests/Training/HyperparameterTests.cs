using NetGen.Reference;

namespace NetGen.Runtime.Tests.Training;

/// <summary>
/// Hyperparameters are written as double and used in the element type: what that would make infinite, 0, 1 or subnormal is refused where it is written.
/// </summary>
public class HyperparameterTests
{
    [Theory]
    [InlineData(1e39, "is used as float, which makes it Infinity")]
    [InlineData(double.MaxValue, "is used as float, which makes it Infinity")]
    [InlineData(1e-60, "is used as float, which makes it 0")]
    [InlineData(double.Epsilon, "is used as float, which makes it 0")]
    [InlineData(1e-40, "a subnormal number of few digits")]
    public void A_rate_that_float_cannot_hold_is_refused_by_float_alone(double rate, string message)
    {
        AssertRefused("learningRate", message, () => new GradientDescent<float>(rate));
        AssertRefused("learningRate", message, () => new Momentum<float>(rate));
        AssertRefused("learningRate", message, () => new Adam<float>(rate));
        AssertRefused("LearningRate", message, () => new GradientDescent<float> { LearningRate = rate });
        AssertRefused("LearningRate", message, () => new Momentum<float> { LearningRate = rate });
        AssertRefused("LearningRate", message, () => new Adam<float> { LearningRate = rate });
        AssertRefused("learningRate", message, () => Update.GradientDescent(new float[1, 1], new float[1, 1], rate));
        AssertRefused("learningRate", message, () => Update.GradientDescent(new float[1], new float[1], rate));
        if (double.IsNormal(rate))
        {
            Assert.Equal(rate, new GradientDescent<double>(rate).LearningRate);
            Assert.Equal(rate, new Momentum<double>(rate).LearningRate);
            Assert.Equal(rate, new Adam<double>(rate).LearningRate);
        }
    }

    [Theory]
    [InlineData(5e-324)]
    [InlineData(1e-310)]
    public void A_rate_that_is_subnormal_in_double_is_refused_by_double_as_well(double rate)
    {
        AssertRefused("learningRate", "a subnormal number of few digits", () => new GradientDescent<double>(rate));
        AssertRefused("learningRate", "a subnormal number of few digits", () => new Momentum<double>(rate));
        AssertRefused("learningRate", "a subnormal number of few digits", () => new Adam<double>(rate));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.1754943508222875e-38)]
    [InlineData(3.4028234663852886e38)]
    public void Zero_and_the_smallest_and_the_largest_rate_of_float_are_taken(double rate)
    {
        Assert.Equal(rate, new GradientDescent<float>(rate).LearningRate);
        Assert.Equal(rate, new Momentum<float>(rate).LearningRate);
        Assert.Equal(rate, new Adam<float>(rate).LearningRate);
    }

    [Theory]
    [InlineData(-0.0)]
    [InlineData(-1.0)]
    public void A_rate_with_a_sign_is_refused(double rate)
    {
        AssertRefused("learningRate", "not negative", () => new GradientDescent<float>(rate));
        AssertRefused("learningRate", "not negative", () => new Momentum<double>(rate));
        AssertRefused("learningRate", "not negative", () => new Adam<double>(rate));
    }

    [Theory]
    [InlineData(0.99999999, "which makes it 1: choose a value so far below 1 that it stays below")]
    [InlineData(1e-60, "which makes it 0")]
    [InlineData(1e-40, "a subnormal number of few digits")]
    public void A_decay_that_float_cannot_hold_is_refused_by_float_alone(double beta, string message)
    {
        AssertRefused("beta", message, () => new Momentum<float>(0.1, beta));
        AssertRefused("beta1", message, () => new Adam<float>(0.1, beta1: beta));
        AssertRefused("beta2", message, () => new Adam<float>(0.1, beta2: beta));
        Assert.Equal(beta, new Momentum<double>(0.1, beta).Beta);
        Assert.Equal((beta, beta), (new Adam<double>(0.1, beta1: beta).Beta1, new Adam<double>(0.1, beta2: beta).Beta2));
    }

    [Theory]
    [InlineData(1e-60, "which makes it 0")]
    [InlineData(1e39, "which makes it Infinity")]
    [InlineData(1e-40, "a subnormal number of few digits")]
    public void An_epsilon_that_float_cannot_hold_is_refused_by_float_alone(double epsilon, string message)
    {
        AssertRefused("epsilon", message, () => new Adam<float>(0.1, epsilon: epsilon));
        Assert.Equal(epsilon, new Adam<double>(0.1, epsilon: epsilon).Epsilon);
    }

    [Theory]
    [InlineData(1e39, "which makes it Infinity")]
    [InlineData(1e-60, "which makes it 0")]
    [InlineData(1e-40, "a subnormal number of few digits")]
    public void A_slope_that_float_cannot_hold_is_refused_by_float_alone(double slope, string message)
    {
        AssertRefused("slope", message, () => LeakyRelu.Forward(new float[1, 1], slope));
        AssertRefused("slope", message, () => LeakyRelu.Backward(new float[1, 1], new float[1, 1], slope));
        AssertRefused("slope", message, () => Activations.Forward(new float[1, 1], Activation.LeakyRelu, slope));
        AssertRefused("slope", message, () => new DenseLayer<float>(new float[1, 1], new float[1], Activation.LeakyRelu, slope));
        NetworkDescription description = new("Net", [new DenseDescription(1, 1, Activation.LeakyRelu, slope)], Loss.SquaredError, Initializer.Zeros);
        AssertRefused("slope", message, () => ForwardPass<float>.Compute(description, new float[2], new float[1]));
        Assert.Equal(-slope, LeakyRelu.Forward(new double[,] { { -1.0 } }, slope)[0, 0]);
        Assert.Equal(-slope, ForwardPass<double>.Compute(description, [1.0, 0.0], [-1.0]).A[1][0]);
    }

    [Fact]
    public void A_slope_of_another_activation_is_not_used_and_not_refused() =>
        Assert.Equal(0f, Activations.Forward(new float[,] { { -1f } }, Activation.Relu, 1e-60)[0, 0]);

    [Theory]
    [InlineData(1e39)]
    [InlineData(1e-60)]
    public void The_rate_of_a_training_is_held_against_the_element_type_of_the_network(double rate)
    {
        Dataset<float> singles = Dataset<float>.FromRows([1f, 2f], 2, [1f], 1);
        var network = new SingleNet();
        var options = new TrainingOptions { LearningRate = rate, Epochs = 1 };
        AssertRefused("LearningRate", "is used as float", () => Trainer.Fit(network, singles, new GradientDescent<float>(), options));
        AssertRefused("LearningRate", "is used as float", () => Trainer.Fit<SingleNet, float>(network, singles, options));
        Assert.False(network.IsInitialized);
        Assert.Equal(1L, Trainer.Fit(new LogisticNet(), Dataset<double>.FromRows([1.0, 2.0], 2, [1.0], 1), new GradientDescent<double>(), options).Steps);
    }

    [Fact]
    public void The_message_names_the_value_the_element_and_the_range() => Assert.Equal(
        "epsilon is 1E-60, but is used as float, which makes it 0: choose a value between 1.1754944E-38 and 3.4028235E+38. (Parameter 'epsilon')\n"
        + "Actual value was 1E-60.",
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(epsilon: 1e-60, learningRate: 0.1)).Message.ReplaceLineEndings("\n"));

    private static void AssertRefused(string parameter, string message, Func<object> make)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(make);
        Assert.Equal(parameter, exception.ParamName);
        Assert.Contains(message, exception.Message);
    }
}
