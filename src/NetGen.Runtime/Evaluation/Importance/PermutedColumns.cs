using System.Collections.Immutable;
using System.Numerics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>A copy of a set in which some columns are dealt to other examples.</summary>
internal sealed class PermutedColumns<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> original;
    private readonly Memory<T> x;
    private readonly int[] order;

    public PermutedColumns(Dataset<T> data)
    {
        original = data;
        x = AlignedMemory.Allocate<T>((long)data.Count * data.InputSize);
        order = new int[data.Count];
        TakeOrder();
        data.GatherFeatures(order, x.Span);
        Data = data.WithFeatures(x);
    }

    /// <summary>The copy, with the labels of the original.</summary>
    public Dataset<T> Data { get; }

    /// <summary>Gives each example the columns of another, each of them once; the columns of an example stay together.</summary>
    public void Permute(ImmutableArray<int> columns, RandomSource random)
    {
        TakeOrder();
        random.Shuffle<int>(order);
        Copy(columns);
    }

    /// <summary>Gives each example its own columns again.</summary>
    public void Restore(ImmutableArray<int> columns)
    {
        TakeOrder();
        Copy(columns);
    }

    private void TakeOrder()
    {
        for (int example = 0; example < order.Length; example++)
        {
            order[example] = example;
        }
    }

    private void Copy(ImmutableArray<int> columns)
    {
        Span<T> to = x.Span;
        FeatureRows<T> rows = original.Rows;
        for (int example = 0; example < order.Length; example++)
        {
            ReadOnlySpan<T> from = rows[order[example]];
            foreach (int column in columns)
            {
                to[(example * original.InputSize) + column] = from[column];
            }
        }
    }
}
