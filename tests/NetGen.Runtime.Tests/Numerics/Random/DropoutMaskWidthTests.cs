using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>The words of vectors, in every width, are the words of the definition; masks as numbers are what <see cref="DropoutMask.Keeps"/> says.</summary>
public sealed class DropoutMaskWidthTests
{
    private const int GroupUnits = 64;
    private const int Draws = 500;

    private delegate void WordsOfGroup(in DropoutRow row, int group, uint[] words);

    private static void Words512(in DropoutRow row, int group, uint[] words)
    {
        DropoutMask.Words512(in row, group, out Vector512<uint> w0, out Vector512<uint> w1, out Vector512<uint> w2, out Vector512<uint> w3);
        w0.CopyTo(words, 0);
        w1.CopyTo(words, 16);
        w2.CopyTo(words, 32);
        w3.CopyTo(words, 48);
    }

    private static void Words256(in DropoutRow row, int group, uint[] words)
    {
        for (int half = 0; half < 2; half++)
        {
            DropoutMask.Words256(in row, group, half, out Vector256<uint> w0, out Vector256<uint> w1, out Vector256<uint> w2, out Vector256<uint> w3);
            int first = half * Vector256<uint>.Count;
            w0.CopyTo(words, first);
            w1.CopyTo(words, first + 16);
            w2.CopyTo(words, first + 32);
            w3.CopyTo(words, first + 48);
        }
    }

    private static void Words128(in DropoutRow row, int group, uint[] words)
    {
        for (int quarter = 0; quarter < 4; quarter++)
        {
            DropoutMask.Words128(in row, group, quarter, out Vector128<uint> w0, out Vector128<uint> w1, out Vector128<uint> w2, out Vector128<uint> w3);
            int first = quarter * Vector128<uint>.Count;
            w0.CopyTo(words, first);
            w1.CopyTo(words, first + 16);
            w2.CopyTo(words, first + 32);
            w3.CopyTo(words, first + 48);
        }
    }

    private static void AssertDefined(WordsOfGroup width)
    {
        var random = new Random(17);
        uint[] actual = new uint[GroupUnits];
        for (int draw = 0; draw < Draws; draw++)
        {
            // Large and small numbers alike: the number of their bits is drawn, too.
            ulong seed = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
            long step = random.NextInt64(1L << 48) >> random.Next(48);
            int layer = random.Next(1 << 16) >> random.Next(16);
            long example = random.NextInt64(1L << 32) >> random.Next(32);
            int group = random.Next(int.MaxValue / GroupUnits) >> random.Next(25);
            var key = new DropoutKey(seed, step, layer);
            var row = new DropoutRow(in key, example);

            width(in row, group, actual);

            Assert.Equal(Enumerable.Range(0, GroupUnits).Select(i => DropoutMask.Word(seed, step, layer, example, group * GroupUnits + i)), actual);
        }
    }

    /// <summary>Words at and around a threshold, in an order that leaves every lane with each case.</summary>
    private static uint[] Around(uint threshold) =>
        [.. Enumerable.Range(0, GroupUnits).Select(i => (i % 5) switch
        {
            0 => threshold,
            1 => unchecked(threshold - 1),
            2 => unchecked(threshold + 1),
            3 => 0u,
            _ => uint.MaxValue,
        })];

    [Fact]
    public void Words_of_512_bits_are_those_of_the_definition() => AssertDefined(Words512);

    [Fact]
    public void Words_of_256_bits_are_those_of_the_definition() => AssertDefined(Words256);

    [Fact]
    public void Words_of_128_bits_are_those_of_the_definition() => AssertDefined(Words128);

    [Fact]
    public void The_last_group_has_the_last_units()
    {
        const int Last = int.MaxValue / GroupUnits;
        var key = new DropoutKey(ulong.MaxValue, 0xFFFF_FFFF_FFFF, 65535);
        var row = new DropoutRow(in key, uint.MaxValue);
        uint[] actual = new uint[GroupUnits];

        Words512(in row, Last, actual);

        Assert.Equal(DropoutMask.Word(ulong.MaxValue, 0xFFFF_FFFF_FFFF, 65535, uint.MaxValue, int.MaxValue), actual[^1]);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(0x7FFF_FFFFu)]
    [InlineData(0x8000_0000u)]
    [InlineData(0x8000_0001u)]
    [InlineData(uint.MaxValue)]
    public void Masks_are_the_scale_where_a_word_is_not_below_the_threshold(uint threshold)
    {
        const float Factor = 1.25f;
        uint[] words = Around(threshold);
        float[] expected = Array.ConvertAll(words, word => word >= threshold ? Factor : 0f);
        double[] wideExpected = Array.ConvertAll(expected, value => (double)value);
        float[] actual = new float[GroupUnits];
        double[] wideActual = new double[GroupUnits];

        for (int i = 0; i < GroupUnits; i += Vector512<uint>.Count)
        {
            var lanes = Vector512.Create(words.AsSpan(i));
            DropoutMask.Scale(lanes, Vector512.Create(threshold), Vector512.Create(Factor)).CopyTo(actual, i);
            DropoutMask.ScaleLower(lanes, Vector512.Create(threshold), Vector512.Create((double)Factor)).CopyTo(wideActual, i);
            DropoutMask.ScaleUpper(lanes, Vector512.Create(threshold), Vector512.Create((double)Factor)).CopyTo(wideActual, i + Vector512<double>.Count);
        }

        Assert.Equal(expected, actual);
        Assert.Equal(wideExpected, wideActual);
        Array.Clear(actual);
        Array.Clear(wideActual);
        for (int i = 0; i < GroupUnits; i += Vector256<uint>.Count)
        {
            var lanes = Vector256.Create(words.AsSpan(i));
            DropoutMask.Scale(lanes, Vector256.Create(threshold), Vector256.Create(Factor)).CopyTo(actual, i);
            DropoutMask.ScaleLower(lanes, Vector256.Create(threshold), Vector256.Create((double)Factor)).CopyTo(wideActual, i);
            DropoutMask.ScaleUpper(lanes, Vector256.Create(threshold), Vector256.Create((double)Factor)).CopyTo(wideActual, i + Vector256<double>.Count);
        }

        Assert.Equal(expected, actual);
        Assert.Equal(wideExpected, wideActual);
        Array.Clear(actual);
        Array.Clear(wideActual);
        for (int i = 0; i < GroupUnits; i += Vector128<uint>.Count)
        {
            var lanes = Vector128.Create(words.AsSpan(i));
            DropoutMask.Scale(lanes, Vector128.Create(threshold), Vector128.Create(Factor)).CopyTo(actual, i);
            DropoutMask.ScaleLower(lanes, Vector128.Create(threshold), Vector128.Create((double)Factor)).CopyTo(wideActual, i);
            DropoutMask.ScaleUpper(lanes, Vector128.Create(threshold), Vector128.Create((double)Factor)).CopyTo(wideActual, i + Vector128<double>.Count);
        }

        Assert.Equal(expected, actual);
        Assert.Equal(wideExpected, wideActual);
    }
}
