using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen.Runtime.Tests.Numerics;

public class ParameterBlockTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void A_block_is_aligned_zeroed_and_followed_by_64_bytes_of_zeros(int count)
    {
        for (int repeat = 0; repeat < 10; repeat++)
        {
            Checks<float>(count);
            Checks<double>(count);
        }
    }

    [Fact]
    public void A_block_does_not_move_when_the_heap_is_compacted()
    {
        var blocks = Enumerable.Range(1, 50).Select(count => new ParameterBlock<double>(count)).ToArray();
        var addresses = blocks.Select(Address).ToArray();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.Equal(addresses, blocks.Select(Address));
    }

    [Fact]
    public void The_span_and_the_reference_are_the_same_memory()
    {
        var block = new ParameterBlock<float>(3);
        block.Span[0] = 5;
        Assert.Equal(5, block.Reference);
        Assert.True(Unsafe.AreSame(ref block.Span[0], ref block.Reference));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_size_that_no_array_can_have_is_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterBlock<float>(count));

    private static void Checks<T>(int count)
        where T : unmanaged
    {
        var block = new ParameterBlock<T>(count);
        Assert.Equal(count, block.Length);
        Assert.Equal(count, block.Span.Length);
        Assert.Equal(0, Address(block) % 64);
        var bytes = MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref block.Reference, count + 64 / Unsafe.SizeOf<T>()));
        Assert.Equal(-1, bytes.IndexOfAnyExcept((byte)0));
    }

    private static nint Address<T>(ParameterBlock<T> block)
        where T : unmanaged =>
        Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref block.Reference);
}
