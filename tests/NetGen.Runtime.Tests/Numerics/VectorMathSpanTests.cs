using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    public void Every_function_gives_the_bits_of_a_single_value_wherever_its_spans_start()
    {
        AllStarts<float>(VectorMath.Exp, VectorMath.Exp);
        AllStarts<float>(VectorMath.Log, VectorMath.Log);
        AllStarts<float>(VectorMath.Tanh, VectorMath.Tanh);
        AllStarts<float>(VectorMath.Sigmoid, VectorMath.Sigmoid);
        AllStarts<float>(VectorMath.Softplus, VectorMath.Softplus);
        AllStarts<double>(VectorMath.Exp, VectorMath.Exp);
        AllStarts<double>(VectorMath.Log, VectorMath.Log);
        AllStarts<double>(VectorMath.Tanh, VectorMath.Tanh);
        AllStarts<double>(VectorMath.Sigmoid, VectorMath.Sigmoid);
        AllStarts<double>(VectorMath.Softplus, VectorMath.Softplus);
    }

    [Fact]
    public void Nothing_outside_of_the_spans_is_touched_at_the_edge_of_a_page()
    {
        Assert.SkipUnless(GuardedMemory.IsSupported, "This system has no guarded memory here.");
        using GuardedMemory source = new(4096), target = new(4096);
        for (int length = 1; length <= 150; length++)
        {
            VectorMath.Exp(Span(ref source.AtStart<float>(), length), Span(ref target.AtEnd<float>(length), length));
            VectorMath.Exp(Span(ref source.AtEnd<double>(length), length), Span(ref target.AtStart<double>(), length));
        }
    }

    private static Span<T> Span<T>(ref T first, int length) => MemoryMarshal.CreateSpan(ref first, length);

    private delegate void Map<T>(ReadOnlySpan<T> x, Span<T> destination);

    /// <summary>Both spans start at every place of a cache line, apart and in place, with lengths from none to several vectors.</summary>
    private static void AllStarts<T>(Map<T> map, Func<T, T> single)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int line = 64 / Unsafe.SizeOf<T>();
        T guard = T.CreateChecked(7);
        T[] values = [.. Enumerable.Range(0, 5 * line).Select(i => T.CreateChecked((i % 41) + 1) / T.CreateChecked(8))];
        T[] expected = [.. values.Select(single)];
        var source = new ParameterBlock<T>(8 * line);
        var target = new ParameterBlock<T>(8 * line);
        foreach (int length in (int[])[0, 1, line - 1, line, line + 1, (2 * line) - 1, 2 * line, (2 * line) + 1, (3 * line) + 5, (5 * line) - 1])
        {
            for (int start = 0; start < line; start++)
            {
                Span<T> x = source.Span.Slice((start * 3) % line, length), destination = target.Span.Slice(start, length);
                values.AsSpan(0, length).CopyTo(x);
                target.Span.Fill(guard);
                map(x, destination);
                Assert.True(destination.SequenceEqual(expected.AsSpan(0, length)), $"{length} values from {start}");
                Assert.Equal(-1, target.Span[..start].IndexOfAnyExcept(guard));
                Assert.Equal(-1, target.Span[(start + length)..].IndexOfAnyExcept(guard));

                values.AsSpan(0, length).CopyTo(destination);
                map(destination, destination);
                Assert.True(destination.SequenceEqual(expected.AsSpan(0, length)), $"{length} values in place from {start}");
                Assert.Equal(-1, target.Span[(start + length)..].IndexOfAnyExcept(guard));
            }
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
