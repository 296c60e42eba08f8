using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Numerics;

public class HorizontalSumTests
{
    private readonly Random random = new(1);

    [Fact]
    public void All_forms_give_the_same_bits_for_512_bits_of_float()
    {
        for (int repeat = 0; repeat < 200; repeat++)
        {
            var v = Vectors(16, () => Vector512.Create(Floats(16)));
            var expected = v.Select(x => BlockSum([.. Enumerable.Range(0, 4).Select(block => Block(i => x[4 * block + i]))])).ToArray();
            Assert.Equal(expected, v.Select(HorizontalSum.Of));
            Assert.Equal(Vector128.Create(expected.AsSpan(0, 4)), HorizontalSum.OfFour(v[0], v[1], v[2], v[3]));
            var all = HorizontalSum.OfLanes(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14], v[15]);
            Assert.Equal(Vector512.Create(expected), all);
        }
    }

    [Fact]
    public void All_forms_give_the_same_bits_for_256_bits_of_float()
    {
        for (int repeat = 0; repeat < 200; repeat++)
        {
            var v = Vectors(8, () => Vector256.Create(Floats(8)));
            var expected = v.Select(x => BlockSum([Block(i => x[i]), Block(i => x[4 + i])])).ToArray();
            Assert.Equal(expected, v.Select(HorizontalSum.Of));
            Assert.Equal(Vector128.Create(expected.AsSpan(0, 4)), HorizontalSum.OfFour(v[0], v[1], v[2], v[3]));
            Assert.Equal(Vector256.Create(expected), HorizontalSum.OfLanes(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]));
        }
    }

    [Fact]
    public void All_forms_give_the_same_bits_for_128_bits_of_float()
    {
        for (int repeat = 0; repeat < 200; repeat++)
        {
            var v = Vectors(4, () => Vector128.Create(Floats(4)));
            var expected = v.Select(x => Block(i => x[i])).ToArray();
            Assert.Equal(expected, v.Select(HorizontalSum.Of));
            Assert.Equal(Vector128.Create(expected), HorizontalSum.OfFour(v[0], v[1], v[2], v[3]));
            Assert.Equal(Vector128.Create(expected), HorizontalSum.OfLanes(v[0], v[1], v[2], v[3]));
        }
    }

    [Fact]
    public void All_forms_give_the_same_bits_for_512_bits_of_double()
    {
        for (int repeat = 0; repeat < 200; repeat++)
        {
            var v = Vectors(8, () => Vector512.Create(Doubles(8)));
            var expected = v.Select(x => ((x[0] + x[1]) + (x[4] + x[5])) + ((x[2] + x[3]) + (x[6] + x[7]))).ToArray();
            Assert.Equal(expected, v.Select(HorizontalSum.Of));
            Assert.Equal(Vector256.Create(expected.AsSpan(0, 4)), HorizontalSum.OfFour(v[0], v[1], v[2], v[3]));
            Assert.Equal(Vector512.Create(expected), HorizontalSum.OfLanes(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]));
        }
    }

    [Fact]
    public void All_forms_give_the_same_bits_for_256_bits_of_double()
    {
        for (int repeat = 0; repeat < 200; repeat++)
        {
            var v = Vectors(4, () => Vector256.Create(Doubles(4)));
            var expected = v.Select(x => (x[0] + x[1]) + (x[2] + x[3])).ToArray();
            Assert.Equal(expected, v.Select(HorizontalSum.Of));
            Assert.Equal(Vector256.Create(expected), HorizontalSum.OfFour(v[0], v[1], v[2], v[3]));
            Assert.Equal(Vector256.Create(expected), HorizontalSum.OfLanes(v[0], v[1], v[2], v[3]));
        }
    }

    [Fact]
    public void All_forms_give_the_same_bits_for_128_bits_of_double()
    {
        for (int repeat = 0; repeat < 200; repeat++)
        {
            var v = Vectors(4, () => Vector128.Create(Doubles(2)));
            var expected = v.Select(x => x[0] + x[1]).ToArray();
            Assert.Equal(expected, v.Select(HorizontalSum.Of));
            Assert.Equal(Vector256.Create(expected), HorizontalSum.OfFour(v[0], v[1], v[2], v[3]));
            Assert.Equal(Vector128.Create(expected.AsSpan(0, 2)), HorizontalSum.OfLanes(v[0], v[1]));
        }
    }

    private static float Block(Func<int, float> lane) => (lane(0) + lane(1)) + (lane(2) + lane(3));

    private static float BlockSum(float[] blocks) => blocks.Length == 2 ? blocks[0] + blocks[1] : (blocks[0] + blocks[2]) + (blocks[1] + blocks[3]);

    private static TVector[] Vectors<TVector>(int count, Func<TVector> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];

    private float[] Floats(int count) => [.. Doubles(count).Select(x => (float)x)];

    // Of very different sizes, so that another order of adding would give other bits.
    private double[] Doubles(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(2, random.Next(-12, 13)))];
}
