using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>
/// Masks are random: the rate is met, and words beside each other have nothing in common. Seeds are fixed, so these tests always have the same outcome; the
/// bounds are five standard deviations of true chance.
/// </summary>
public sealed class DropoutMaskStatisticsTests
{
    private const int ExampleCount = 128;
    private const int UnitCount = 512;
    private const int Count = ExampleCount * UnitCount;
    private const double Deviations = 5;

    private static IEnumerable<(int Example, int Unit)> All =>
        Enumerable.Range(0, ExampleCount).SelectMany(static example => Enumerable.Range(0, UnitCount).Select(unit => (example, unit)));

    private static void AssertIndependent(Func<int, int, uint> words, Func<int, int, uint> others)
    {
        // Equal bits at each place of two words: half of them.
        int[] equal = new int[32];
        foreach ((int example, int unit) in All)
        {
            uint same = ~(words(example, unit) ^ others(example, unit));
            for (; same != 0; same &= same - 1)
            {
                equal[BitOperations.TrailingZeroCount(same)]++;
            }
        }

        double bound = Deviations * Math.Sqrt(Count) / 2;
        Assert.All(equal, count => Assert.InRange(count, (Count / 2) - bound, (Count / 2) + bound));
    }

    [Theory]
    [InlineData(0.01, 1)]
    [InlineData(0.1, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.9, 4)]
    public void The_rate_is_met(double rate, ulong seed)
    {
        uint threshold = DropoutMask.Threshold(rate);
        int dropped = All.Count(place => !DropoutMask.Keeps(seed, 7, 1, place.Example, place.Unit, threshold));
        double bound = Deviations * Math.Sqrt(Count * rate * (1 - rate));
        Assert.InRange(dropped, (Count * rate) - bound, (Count * rate) + bound);
    }

    [Fact]
    public void Every_unit_and_every_example_has_its_share()
    {
        uint threshold = DropoutMask.Threshold(0.5);
        int[] keptOfUnit = new int[UnitCount];
        int[] keptOfExample = new int[ExampleCount];
        foreach ((int example, int unit) in All)
        {
            int kept = DropoutMask.Keeps(11, 0, 0, example, unit, threshold) ? 1 : 0;
            keptOfUnit[unit] += kept;
            keptOfExample[example] += kept;
        }

        double unitBound = Deviations * Math.Sqrt(ExampleCount) / 2;
        double exampleBound = Deviations * Math.Sqrt(UnitCount) / 2;
        Assert.All(keptOfUnit, kept => Assert.InRange(kept, (ExampleCount / 2) - unitBound, (ExampleCount / 2) + unitBound));
        Assert.All(keptOfExample, kept => Assert.InRange(kept, (UnitCount / 2) - exampleBound, (UnitCount / 2) + exampleBound));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0x1_0000_0000)]
    public void Steps_are_independent(long distance) => AssertIndependent(
        static (example, unit) => DropoutMask.Word(5, 100, 1, example, unit),
        (example, unit) => DropoutMask.Word(5, 100 + distance, 1, example, unit));

    [Fact]
    public void Layers_are_independent() => AssertIndependent(
        static (example, unit) => DropoutMask.Word(5, 100, 1, example, unit),
        static (example, unit) => DropoutMask.Word(5, 100, 2, example, unit));

    [Theory]
    [InlineData(1UL)]
    [InlineData(0x1_0000_0000UL)]
    public void Seeds_are_independent(ulong distance) => AssertIndependent(
        static (example, unit) => DropoutMask.Word(5, 100, 1, example, unit),
        (example, unit) => DropoutMask.Word(5 + distance, 100, 1, example, unit));

    [Fact]
    public void Examples_are_independent() => AssertIndependent(
        static (example, unit) => DropoutMask.Word(5, 100, 1, example, unit),
        static (example, unit) => DropoutMask.Word(5, 100, 1, example + 1, unit));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void Units_are_independent(int distance) => AssertIndependent(
        static (example, unit) => DropoutMask.Word(5, 100, 1, example, unit),
        (example, unit) => DropoutMask.Word(5, 100, 1, example, unit + distance));
}
