using NetGen.Numerics;

namespace NetGen.Runtime.Tests.Numerics;

public sealed class VectorMathSpanTests
{
    [Fact]
    public void A_span_of_any_length_is_filled_and_nothing_behind_it_is_written()
    {
        for (int length = 0; length <= 70; length++)
        {
            float[] x = Enumerable.Range(0, length).Select(i => (i - 30) * 0.1f).ToArray();
            float[] destination = Enumerable.Repeat(7f, length + 16).ToArray();
            VectorMath.Tanh(x, destination.AsSpan(0, length));
            double[] y = Array.ConvertAll(x, value => (double)value);
            double[] wideDestination = Enumerable.Repeat(7d, length + 16).ToArray();
            VectorMath.Tanh(y, wideDestination.AsSpan(0, length));
            for (int i = 0; i < length + 16; i++)
            {
                Assert.Equal(i < length ? VectorMath.Tanh(x[i]) : 7f, destination[i]);
                Assert.Equal(i < length ? VectorMath.Tanh(y[i]) : 7d, wideDestination[i]);
            }
        }
    }

    [Fact]
    public void A_span_can_be_its_own_destination()
    {
        for (int length = 1; length <= 70; length++)
        {
            float[] x = Enumerable.Range(0, length).Select(i => i * 0.05f).ToArray();
            float[] expected = new float[length];
            VectorMath.Exp(x, expected);
            VectorMath.Exp(x, x);
            Assert.Equal(expected, x);
        }
    }

    [Fact]
    public void Spans_of_different_lengths_are_refused_with_both_lengths()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => VectorMath.Exp(new float[3], new float[4]));
        Assert.Equal("destination", exception.ParamName);
        Assert.StartsWith("destination holds 4 values, but x holds 3: pass spans of the same length.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_that_overlap_shifted_are_refused()
    {
        double[] memory = new double[20];
        ArgumentException exception = Assert.Throws<ArgumentException>(() => VectorMath.Log(memory.AsSpan(0, 10), memory.AsSpan(3, 10)));
        Assert.Contains("shifted by 3 values", exception.Message, StringComparison.Ordinal);
    }
}
