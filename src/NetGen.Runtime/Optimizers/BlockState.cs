using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen;

/// <summary>The state of an optimizer that keeps one number for every parameter, and what each update of the present step multiplies by.</summary>
/// <param name="optimizer">The optimizer's name.</param>
/// <param name="block">The name of the numbers.</param>
/// <param name="areSquares">Whether they are sums or means of squares.</param>
internal unsafe class BlockState<T>(string optimizer, string block, bool areSquares = false) : UpdateState<T>(optimizer, [block], areSquares ? block : null)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The negative learning rate of the present step.</summary>
    public T MinusRate;

    /// <summary>The first of the numbers.</summary>
    public T* First;

    /// <summary>Begins a step.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rate">The learning rate.</param>
    public void Begin(NetworkDescription network, double rate)
    {
        Ensure(network);
        MinusRate = T.CreateTruncating(-rate);
    }

    /// <summary>Asks for rows of parameters and for the numbers that go with them.</summary>
    public void Prefetch(Span<T> parameters, int index, int stride, int rows, int columns)
    {
        Numerics.Prefetch.FarRows<T>(parameters, index, stride, rows, columns);
        Numerics.Prefetch.FarRows(new ReadOnlySpan<T>(First, Length), index, stride, rows, columns);
    }

    /// <inheritdoc/>
    protected sealed override void Point(ParameterBlock<T>[] blocks) => First = (T*)Unsafe.AsPointer(ref blocks[0].Reference);
}
