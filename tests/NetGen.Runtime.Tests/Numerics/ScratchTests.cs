using System.Globalization;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>Each test works on a thread of its own, whose memory nobody has touched before.</summary>
public class ScratchTests
{
    private const long TooMuchToKeep = (Scratch<float>.LargestKept / sizeof(float)) + 1;

    [Fact]
    public void What_is_rented_is_aligned_and_large_enough() => OnOwnThread(() =>
    {
        foreach (int count in (int[])[0, 1, 10, 1000, 5, 100_000, 100_001])
        {
            double[] block = Scratch<double>.Rent(count, "Net", 1);
            ref double first = ref Scratch<double>.First(block);
            Assert.Equal(0, Address(ref first) % 64);
            Assert.InRange((Address(ref first) - Address(ref block[0])) / sizeof(double) + count + 8, 0, block.Length);
            for (int i = 0; i < count + 8; i++)
            {
                Unsafe.Add(ref first, i) = i;
            }

            Scratch<double>.Return(block);
        }
    });

    [Fact]
    public void Renting_no_more_than_before_gives_the_same_memory_and_allocates_nothing() => OnOwnThread(() =>
    {
        float[] first = Scratch<float>.Rent(5000, "Net", 1);
        Scratch<float>.Return(first);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        bool moved = false;
        for (int count = 0; count <= 5000; count++)
        {
            float[] block = Scratch<float>.Rent(count, "Net", 1);
            moved |= block != first;
            Scratch<float>.Return(block);
        }
        Assert.Equal(allocated, GC.GetAllocatedBytesForCurrentThread());
        Assert.False(moved);
    });

    [Fact]
    public void Who_rents_while_a_caller_has_rented_gets_other_memory() => OnOwnThread(() =>
    {
        for (int repeat = 0; repeat < 3; repeat++)
        {
            float[] outer = Scratch<float>.Rent(1000, "Net", 1);
            float[] middle = Scratch<float>.Rent(500, "Net", 1);
            float[] inner = Scratch<float>.Rent(2000, "Net", 1);
            Assert.Equal(3, new HashSet<float[]> { outer, middle, inner }.Count);
            Scratch<float>.Return(inner);
            Scratch<float>.Return(middle);
            Scratch<float>.Return(outer);

            // The longest is kept, so that nobody grows it again.
            float[] next = Scratch<float>.Rent(2000, "Net", 1);
            Assert.Same(inner, next);
            Scratch<float>.Return(next);
        }
    });

    [Fact]
    public void What_an_exception_kept_from_being_returned_is_replaced() => OnOwnThread(() =>
    {
        float[] lost = Scratch<float>.Rent(1000, "Net", 1);
        float[] next = Scratch<float>.Rent(1000, "Net", 1);
        Assert.NotSame(lost, next);
        Scratch<float>.Return(next);
        Assert.Same(next, Scratch<float>.Rent(1000, "Net", 1));
    });

    [Fact]
    public void Each_thread_has_its_own()
    {
        float[]? other = null;
        OnOwnThread(() => Scratch<float>.Return(other = Scratch<float>.Rent(100, "Net", 1)));
        OnOwnThread(() => Assert.NotSame(other, Scratch<float>.Rent(100, "Net", 1)));
    }

    [Fact]
    public void Much_memory_is_kept_from_step_to_step_and_left_to_a_full_collection() => OnOwnThread(() =>
    {
        WeakReference large = RentAndReturnTwice();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        Assert.False(large.IsAlive);
        float[] next = Scratch<float>.Rent(10, "Net", 1);
        Assert.InRange(next.Length, 10, 1000);
    });

    [Fact]
    public void Much_memory_is_not_handed_out_twice() => OnOwnThread(() =>
    {
        float[] block = Scratch<float>.Rent(TooMuchToKeep, "Net", 1);
        Scratch<float>.Return(block);
        Assert.Same(block, Scratch<float>.Rent(TooMuchToKeep, "Net", 1));
        Assert.NotSame(block, Scratch<float>.Rent(10, "Net", 1));
    });

    [Theory]
    [InlineData(2147483592)]
    [InlineData(4_033_000_000)]
    [InlineData(long.MaxValue)]
    public void More_than_an_array_can_hold_is_refused_with_network_and_examples_and_what_to_do(long count)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("x", () => Scratch<float>.Rent(count, "Wide", 1_000_000));
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"x holds 1000000 examples, for which Wide needs working memory of {count} values at once, ")
            + "but an array holds 2147483559: "
            + "train in mini-batches (BatchSize of TrainingOptions), or pass fewer examples a call.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RentAndReturnTwice()
    {
        float[] block = Scratch<float>.Rent(TooMuchToKeep, "Net", 1);
        Scratch<float>.Return(block);
        float[] again = Scratch<float>.Rent(TooMuchToKeep, "Net", 1);
        Assert.Same(block, again);

        // Smaller collections look at younger generations only.
        Assert.Equal(GC.MaxGeneration, GC.GetGeneration(again));
        Scratch<float>.Return(again);
        return new WeakReference(again);
    }

    private static nint Address<T>(ref T place) => Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref place);

    private static void OnOwnThread(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
