using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Runtime.Tests.Numerics;

public class ScratchTests
{
    [Fact]
    public void What_is_rented_is_aligned_and_large_enough()
    {
        foreach (nuint count in (nuint[])[0, 1, 10, 1000, 5, 100_000, 100_001])
        {
            ref double first = ref Scratch<double>.Rent(count);
            Assert.Equal(0, Unsafe.ByteOffset(ref Unsafe.NullRef<double>(), ref first) % 64);
            for (nuint i = 0; i < count + 8; i++)
                Unsafe.Add(ref first, i) = i;
        }
    }

    [Fact]
    public void Renting_no_more_than_before_gives_the_same_memory_and_allocates_nothing()
    {
        ref float first = ref Scratch<float>.Rent(5000);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (nuint count = 0; count <= 5000; count++)
        {
            if (!Unsafe.AreSame(ref first, ref Scratch<float>.Rent(count)))
                Assert.Fail($"Renting {count} moved the scratch.");
        }
        Assert.Equal(allocated, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Each_thread_has_its_own()
    {
        nint other = 0;
        var thread = new Thread(() => other = Address());
        thread.Start();
        thread.Join();
        Assert.NotEqual(other, Address());
        static nint Address() => Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref Scratch<float>.Rent(100));
    }

    [Fact]
    public void More_than_an_array_can_hold_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Scratch<float>.Rent(nuint.MaxValue));
}
