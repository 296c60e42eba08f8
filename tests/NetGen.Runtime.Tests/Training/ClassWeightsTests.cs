namespace NetGen.Runtime.Tests.Training;

/// <summary>Weights of classes become weights of examples by the labels.</summary>
public class ClassWeightsTests
{
    [Fact]
    public void One_output_has_the_classes_0_and_1_and_a_probability_lies_between() => Assert.Equal(
        [2, 5, 2.75f, 5], Filled([2, 5], [0, 1, 0.25f, 1], [], examples: 4));

    [Fact]
    public void A_one_hot_row_has_the_weight_of_its_class_and_a_soft_one_the_mean_under_the_label() => Assert.Equal(
        [4, 1, 2.5f], Filled([1, 2, 4], [0, 0, 1, 1, 0, 0, 0, 0.75f, 0.25f], [], examples: 3));

    [Fact]
    public void The_weights_of_the_examples_multiply_them_and_may_be_where_the_result_goes()
    {
        Assert.Equal([1, 15], Filled([2, 5], [0, 1], [0.5f, 3], examples: 2));
        float[] weights = [0.5f, 3];
        ClassWeights.Fill<float>([2, 5], [0, 1], weights, weights);
        Assert.Equal([1, 15], weights);
    }

    [Theory]
    [InlineData(Activation.Sigmoid, Loss.BinaryCrossEntropy, 1, 2)]
    [InlineData(Activation.Sigmoid, Loss.Focal, 1, 2)]
    [InlineData(Activation.Linear, Loss.Hinge, 1, 2)]
    [InlineData(Activation.Linear, Loss.Hinge, 3, 3)]
    [InlineData(Activation.Softmax, Loss.CrossEntropy, 3, 3)]
    [InlineData(Activation.Softmax, Loss.Focal, 3, 3)]
    public void Each_class_has_one_weight(Activation output, Loss loss, int outputs, int classes)
    {
        NetworkDescription network = Net(output, loss, outputs);
        ClassWeights.Check(new double[classes], network, "ClassWeights");
        Assert.Equal(
            FormattableString.Invariant($"ClassWeights holds 4 values, but Net has {classes} classes: each class needs one weight. (Parameter 'ClassWeights')"),
            Refused(new double[4], network));
        double[] negative = new double[classes];
        negative[1] = -0.5;
        Assert.Equal(
            "ClassWeights holds -0.5 for class 1, but a weight must be finite and not negative. (Parameter 'ClassWeights')", Refused(negative, network));
        negative[1] = double.NaN;
        Assert.StartsWith("ClassWeights holds NaN for class 1", Refused(negative, network), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Activation.Linear, Loss.SquaredError, 1, "1 output with squared error")]
    [InlineData(Activation.Sigmoid, Loss.SquaredError, 1, "1 output with squared error")]
    [InlineData(Activation.Sigmoid, Loss.BinaryCrossEntropy, 3, "3 outputs with binary cross-entropy")]
    [InlineData(Activation.Sigmoid, Loss.Focal, 3, "3 outputs with focal loss")]
    public void Where_an_example_is_not_of_one_class_there_are_none(Activation output, Loss loss, int outputs, string found) => Assert.Equal(
        $"ClassWeights is of classes, but an example of Net, {found}, is not of one class: give each example a weight instead. (Parameter 'ClassWeights')",
        Refused(new double[3], Net(output, loss, outputs)));

    private static float[] Filled(double[] classWeights, float[] y, float[] exampleWeights, int examples)
    {
        float[] weights = new float[examples];
        ClassWeights.Fill<float>(classWeights, y, exampleWeights, weights);
        return weights;
    }

    private static string Refused(double[] weights, NetworkDescription network) =>
        Assert.Throws<ArgumentException>("ClassWeights", () => ClassWeights.Check(weights, network, "ClassWeights")).Message;

    private static NetworkDescription Net(Activation output, Loss loss, int outputs) =>
        new("Net", [new DenseDescription(2, outputs, output)], loss, Initializer.Zeros);
}
