using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Numerics;

public sealed class OneHotTests
{
    [Fact]
    public void A_row_has_its_one_at_the_class()
    {
        using var labels = new OneHot<double>([2, 0], 2, 3, "Net");
        Assert.Equal([0, 0, 1, 1, 0, 0], labels.Rows.ToArray());
    }

    [Fact]
    public void Rows_that_are_made_while_others_are_in_use_lie_elsewhere()
    {
        using var outer = new OneHot<float>([1], 1, 2, "Net");
        using (var inner = new OneHot<float>([0], 1, 2, "Net"))
        {
            Assert.Equal([1, 0], inner.Rows.ToArray());
        }

        Assert.Equal([0, 1], outer.Rows.ToArray());
    }

    [Fact]
    public void The_memory_is_used_again()
    {
        int[] classes = [.. Enumerable.Range(0, 100)];
        new OneHot<float>(classes, classes.Length, 100, "Net").Dispose();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int repeat = 0; repeat < 10; repeat++)
        {
            new OneHot<float>(classes, classes.Length, 100, "Net").Dispose();
        }

        Assert.Equal(allocated, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void More_rows_than_an_array_can_hold_are_refused_with_network_and_examples() => Assert.StartsWith(
        "x holds 30000 examples, for which Net needs working memory of 3000000000 values at once",
        Assert.Throws<ArgumentException>("x", () => new OneHot<float>(new int[30_000], 30_000, 100_000, "Net").Dispose()).Message,
        StringComparison.Ordinal);
}
