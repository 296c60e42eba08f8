using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Training;

public class PredictedClassTests
{
    [Fact]
    public void It_is_the_side_of_one_half_or_the_first_of_the_largest()
    {
        Assert.Equal((0, 0, 1), (Of(0.25f), Of(0.5f), Of(0.75f)));
        Assert.Equal((2, 0, 1), (Of(0.1f, 0.2f, 0.7f), Of(0.4f, 0.4f, 0.2f), Of(-3f, float.PositiveInfinity, 5f)));
        Assert.Equal(1, PredictedClass.Of<double>([0.25, 0.5], "Net"));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    [InlineData(10, 0)]
    [InlineData(10, 9)]
    public void An_output_that_is_NaN_leaves_none(int outputs, int unit)
    {
        float[] output = new float[outputs];
        output[unit] = float.NaN;
        var exception = Assert.Throws<ArithmeticException>(() => PredictedClass.Of<float>(output, "Net"));
        Assert.Equal(
            FormattableString.Invariant($"Output unit {unit} of Net is NaN, so the example has no class: x or the parameters hold values that are not finite."),
            exception.Message);
    }

    private static int Of(params ReadOnlySpan<float> output) => PredictedClass.Of(output, "Net");
}
