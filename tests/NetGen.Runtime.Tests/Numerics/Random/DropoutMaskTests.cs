using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>Which word belongs to a unit, and when it is kept.</summary>
public sealed class DropoutMaskTests
{
    private static readonly long[] Steps = [0, 1, 0xFFFF_FFFF, 0x1_0000_0000, 0xFFFF_0000_0000, 0xFFFF_FFFF_FFFF];

    private static readonly int[] Layers = [0, 1, 255, 256, 65535];

    private static readonly long[] Examples = [0, 1, 65535, int.MaxValue, uint.MaxValue];

    private static readonly int[] Units = [0, 1, 15, 16, 17, 31, 32, 33, 63, 64, 511, 65536, int.MaxValue - 1, int.MaxValue];

    /// <summary>Computed from the definition in another language.</summary>
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0xE169C58D)]
    [InlineData(0, 0, 0, 0, 1, 0x6627E8D5)]
    [InlineData(0, 0, 0, 0, 16, 0x9B00DBD8)]
    [InlineData(0, 0, 0, 0, 33, 0x3FC6A964)]
    [InlineData(42, 1, 2, 3, 4, 0x43CE0D92)]
    [InlineData(1, 0, 1, 127, 511, 0xCA1C9A4D)]
    [InlineData(1, 0x1_0000_0000, 0, 0, 0, 0xE2BFDA75)]
    [InlineData(0xFEDC_BA98_7654_3210, 0xFFFF_FFFF_FFFF, 65535, int.MaxValue, int.MaxValue, 0xEB9960A0)]
    public void The_word_of_a_unit_is_always_the_same(ulong seed, long step, int layer, long example, int unit, uint expected)
    {
        Assert.Equal(expected, DropoutMask.Word(seed, step, layer, example, unit));
        Assert.True(DropoutMask.Keeps(seed, step, layer, example, unit, expected));
        Assert.False(DropoutMask.Keeps(seed, step, layer, example, unit, expected + 1));
    }

    [Fact]
    public void The_counter_and_the_word_tell_step_layer_example_and_unit()
    {
        foreach (long step in Steps)
        {
            foreach (int layer in Layers)
            {
                foreach (long example in Examples)
                {
                    foreach (int unit in Units)
                    {
                        (uint c0, uint c1, uint c2, uint c3) = DropoutMask.Counter(step, layer, example, unit);
                        int word = DropoutMask.WordIndex(unit);

                        Assert.Equal(step, c3 | (long)(c2 >> 16) << 32);
                        Assert.Equal(layer, (int)(c2 & 0xFFFF));
                        Assert.Equal(example, c1);
                        Assert.Equal(unit, (int)((c0 / 8 * 32) + (word / 2 * 16) + (c0 % 8 * 2) + 1 - (word % 2)));
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0x8000_0000)]
    [InlineData(0.25, 0x4000_0000)]
    [InlineData(0.1, 429_496_730)]
    [InlineData(1e-12, 0)]
    [InlineData(0.9999999999, uint.MaxValue)]
    public void The_threshold_is_the_share_of_all_words(double rate, uint expected) => Assert.Equal(expected, DropoutMask.Threshold(rate));

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_rate_that_is_no_share_is_refused(double rate)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => DropoutMask.Threshold(rate));
        Assert.StartsWith("A rate of dropout lies between 0 and 1; 1 itself would drop every unit.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_rate_every_unit_is_kept() =>
        Assert.All(Enumerable.Range(0, 1000), static unit => Assert.True(DropoutMask.Keeps(3, 0, 0, 0, unit, DropoutMask.Threshold(0))));
}
