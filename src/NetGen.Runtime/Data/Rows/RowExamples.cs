using System.Numerics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>Examples that come one after the other, their number not known before. Where it is, nothing is copied.</summary>
/// <param name="inputSize">The features of an example.</param>
/// <param name="outputSize">The label values of an example; 0 where labels are <see cref="Classes"/>.</param>
/// <param name="expected">How many are expected; 0 when nobody knows.</param>
internal sealed class RowExamples<T>(int inputSize, int outputSize, int expected)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int FirstCapacity = 64;

    private Memory<T> x;
    private Memory<T> y;
    private int capacity;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The class indices.</summary>
    public List<int> Classes { get; } = new(outputSize == 0 ? expected : 0);

    /// <summary>The features (Count, inputSize).</summary>
    public Memory<T> X => Exact(x, inputSize);

    /// <summary>The labels (Count, outputSize).</summary>
    public Memory<T> Y => Exact(y, outputSize);

    /// <summary>Makes room for one more.</summary>
    /// <returns>Where its features and labels are to be written.</returns>
    public (Memory<T> X, Memory<T> Y) Add()
    {
        if (Count == capacity)
        {
            capacity = capacity > 0 ? checked(2 * capacity) : expected > 0 ? expected : FirstCapacity;
            x = Resized(x, inputSize);
            y = Resized(y, outputSize);
        }

        int number = Count++;
        return (x.Slice(number * inputSize, inputSize), y.Slice(number * outputSize, outputSize));
    }

    private Memory<T> Resized(Memory<T> values, int size)
    {
        Memory<T> larger = AlignedMemory.Allocate<T>((long)capacity * size);
        values.CopyTo(larger);
        return larger;
    }

    /// <summary>Values without unused room after them, which the set would keep for as long as it lives.</summary>
    private Memory<T> Exact(Memory<T> values, int size)
    {
        if (Count == capacity)
        {
            return values;
        }

        Memory<T> exact = AlignedMemory.Allocate<T>((long)Count * size);
        values[..(Count * size)].CopyTo(exact);
        return exact;
    }
}
