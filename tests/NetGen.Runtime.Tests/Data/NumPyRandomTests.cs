using System.Globalization;

namespace NetGen.Runtime.Tests.Data;

public class NumPyRandomTests
{
    [Theory]
    [InlineData(1, 1.6243453636632417, -0.61175641365007538)]
    [InlineData(2, -0.41675784740547062, -0.056266827226329474)]
    [InlineData(3, 1.7886284734303186, 0.43650985051198943)]
    public void Normals_are_those_of_randn_digit_for_digit(int seed, double first, double second)
    {
        NumPyRandom random = new(seed);
        Assert.Equal(first, random.NextNormal());
        Assert.Equal(second, random.NextNormal());
    }

    [Fact]
    public void Outputs_are_those_of_the_reference_implementation_after_init_genrand()
    {
        NumPyRandom random = new(5489);
        Assert.Equal(3499211612u, random.NextUInt32());
        for (int i = 2; i < 10000; i++)
        {
            random.NextUInt32();
        }

        Assert.Equal(4123659995u, random.NextUInt32());
    }

    [Fact]
    public void Permutations_are_those_of_numpy()
    {
        Assert.Equal([2, 8, 4, 9, 1, 6, 7, 3, 0, 5], new NumPyRandom(0).Permutation(10));
        Assert.Equal([8, 1, 5, 0, 7, 2, 9, 4, 3, 6], new NumPyRandom(42).Permutation(10));
        Assert.Empty(new NumPyRandom(1).Permutation(0));
    }

    [Theory]
    [InlineData(-1L)]
    [InlineData(4294967296L)]
    public void Seeds_that_NumPy_refuses_are_refused(long seed) => Assert.Throws<ArgumentOutOfRangeException>(() => new NumPyRandom(seed));

    [Theory]
    [InlineData(0L)]
    [InlineData(7L)]
    [InlineData(4294967295L)]
    public void A_mixed_sequence_equals_that_of_an_installed_NumPy(long seed)
    {
        string[] expected = Python.Run(
            """
            import sys, numpy
            numpy.random.seed(int(sys.argv[1]))
            for i in range(1000):
                print(repr(float(numpy.random.randn())))
                print(repr(float(numpy.random.rand())))
            print(*numpy.random.permutation(1000), sep='\n')
            print(repr(float(numpy.random.randn())))
            """,
            seed.ToString(CultureInfo.InvariantCulture)).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

        NumPyRandom random = new(seed);
        List<double> actual = [];
        for (int i = 0; i < 1000; i++)
        {
            actual.Add(random.NextNormal());
            actual.Add(random.NextDouble());
        }

        actual.AddRange(random.Permutation(1000).Select(index => (double)index));
        actual.Add(random.NextNormal());
        Assert.Equal(expected.Select(line => double.Parse(line, CultureInfo.InvariantCulture)), actual);
    }
}
