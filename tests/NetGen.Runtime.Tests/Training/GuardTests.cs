using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Training;

public class GuardTests
{
    [Fact]
    public void Whole_examples_are_counted()
    {
        Assert.Equal(3, Guard.Examples(12, 4, "Net"));
        Assert.Equal(0, Guard.Examples(0, 4, "Net"));
        Assert.Equal(int.MaxValue, Guard.Examples(int.MaxValue, 1, "Net"));
        Assert.Equal(3, Guard.LabelledExamples(12, 6, 4, 2, "Net"));
        Assert.Equal(2, Guard.ClassifiedExamples(8, [0, 9], 4, 10, "Net"));
        Assert.Equal(2, Guard.ClassifiedExamples(8, [0, 9, 2, 4], 4, 2, "Net"));
        Assert.Equal(6, Guard.OutputLength(3, 2, "Net"));
        Guard.OneExample(4, 4, "Net");
        Guard.Output(7, 3, 2, "Net");
        Guard.Gradients<float>(new float[18], 17, [], [], [], "Net");
        Guard.Parameters(17, 17, "Net");
        Guard.Threads(0);
        Guard.Initialized(true, "Net");
    }

    [Fact]
    public void Each_message_names_the_argument_both_sizes_and_what_is_right()
    {
        AssertRefused(
            "x",
            "x holds 10 values, but Net takes 4 inputs an example: the length must be a multiple of 4.",
            () => Guard.Examples(10, 4, "Net"));
        AssertRefused("x", "x holds 10 values, but must hold one example of Net, which takes 4 inputs.", () => Guard.OneExample(10, 4, "Net"));
        AssertRefused(
            "x",
            "x is empty, but the cost of Net is a mean over examples: it must hold at least one.",
            () => Guard.LabelledExamples(0, 0, 4, 1, "Net"));
        AssertRefused(
            "y",
            "y holds 2 values, but x holds 3 examples and Net gives 1 output an example: it must hold 3.",
            () => Guard.LabelledExamples(12, 2, 4, 1, "Net"));
        AssertRefused(
            "y",
            "y holds 3 values, but x holds 3 examples and Net gives 10 outputs an example: "
                + "it must hold 30; class indices, one for each example, are passed as int.",
            () => Guard.LabelledExamples(12, 3, 4, 10, "Net"));
        AssertRefused(
            "classes",
            "classes holds 2 values, but x holds 3 examples, each of one class of Net: it must hold 3, or 30 as rows of labels.",
            () => Guard.ClassifiedExamples(12, [0, 0], 4, 10, "Net"));
        AssertRefused(
            "classes",
            "classes holds 10 at 1, but Net has 10 classes: each must lie between 0 and 9.",
            () => Guard.ClassifiedExamples(8, [0, 10], 4, 10, "Net"));
        AssertRefused(
            "classes",
            "classes holds -1 at 0, but Net has 10 classes: each must lie between 0 and 9.",
            () => Guard.ClassifiedExamples(4, [-1], 4, 10, "Net"));
        AssertRefused(
            "output",
            "output has room for 5 values, but x holds 3 examples and Net gives 2 outputs an example: it must hold at least 6.",
            () => Guard.Output(5, 3, 2, "Net"));
        AssertRefused(
            "gradients",
            "gradients has room for 16 values, but Net has 17 parameters: it must hold at least 17.",
            () => Guard.Gradients<float>(new float[16], 17, [], [], [], "Net"));
        AssertRefused("parameters", "parameters holds 18 values, but Net has 17 parameters: it must hold exactly 17.", () => Guard.Parameters(18, 17, "Net"));
        AssertRefused("threads", "threads is -1, but must be a number of threads, or 0 to leave it to the plan.", () => Guard.Threads(-1));
    }

    [Fact]
    public void Sizes_whose_product_is_no_int_are_refused_and_do_not_overflow()
    {
        AssertRefused(
            "y",
            "y holds 0 values, but x holds 65536 examples and Net gives 65536 outputs an example: it must hold 4294967296.",
            () => Guard.LabelledExamples(65536, 0, 1, 65536, "Net"));
        AssertRefused(
            "output",
            "output has room for 0 values, but x holds 65536 examples and Net gives 65536 outputs an example: it must hold at least 4294967296.",
            () => Guard.Output(0, 65536, 65536, "Net"));
        AssertRefused(
            "x",
            "x holds 65536 examples and Net gives 65536 outputs an example: no array holds 4294967296 values, so predict in parts.",
            () => Guard.OutputLength(65536, 65536, "Net"));
    }

    [Fact]
    public void A_network_without_parameters_says_how_to_give_it_some()
    {
        string message = Assert.Throws<InvalidOperationException>(() => Guard.Initialized(false, "Net", "Predict")).Message;
        Assert.Equal(
            "Net has no parameters yet, so Predict has nothing to compute with: "
            + "call Initialize, SetParameters, Load or the CopyFrom of its weights and biases first.",
            message);
    }

    private static void AssertRefused(string parameter, string message, Action check)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(check);
        Assert.Equal(parameter, exception.ParamName);
        Assert.StartsWith(message, exception.Message);
    }
}
