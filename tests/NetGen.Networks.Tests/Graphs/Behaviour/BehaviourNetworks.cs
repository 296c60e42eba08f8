namespace NetGen.Networks.Tests.Graphs.Behaviour;

/// <summary>Both normalizations and a dropout between layers of middle size.</summary>
[Network]
internal sealed partial class NormalizedNet
{
    private static Node Define([Shape(40)] Node x)
    {
        Node stem = x.Dense(65).BatchNorm().Tanh();
        return (stem + stem.Dense(65).LayerNorm().Relu()).Dropout(0.3).Dense(3).Softmax();
    }
}

/// <summary>Numbers and classes: a table whose indices must be known, one-hot rows that know an unknown one, standardized numbers.</summary>
[Network]
internal sealed partial class TableNet
{
    /// <summary>The classes of the first column of classes.</summary>
    public const int Countries = 50;

    private static Node Define([Shape(8)] Node numbers, [Categories(Countries)] Node country, [Categories(9, Unknown = 0)] Node job)
    {
        Node all = Node.Concat(numbers.Standardize(), country.Embed(17).Named("table"), job.OneHot());
        return all.Dense(33).Relu().Dense(1).Sigmoid();
    }
}

/// <summary>A stem that training leaves alone, beside layers that it trains.</summary>
[Network(Element = ElementType.Double)]
internal sealed partial class FrozenNet
{
    private static Node Define([Shape(6)] Node x)
    {
        Node stem = x.Dense(33, bias: false).BatchNorm().Tanh().Dense(12).LayerNorm().Frozen();
        return Node.Concat(stem, x).Dense(17).Tanh().BatchNorm().Dense(2);
    }
}

/// <summary>Statistics and a frozen layer before so many units that a long batch goes through in slices.</summary>
[Network]
internal sealed partial class WideFrozenNet
{
    private static Node Define([Shape(2)] Node x) => x.Standardize().Dense(5).Tanh().Frozen().Dense(2000).Relu().Dense(1);
}

/// <summary>A layer that is trained through one of its two takers alone.</summary>
[Network(Element = ElementType.Double)]
internal sealed partial class StopNet
{
    private static Node Define([Shape(6)] Node x)
    {
        Node a = x.Dense(9).Tanh();
        Node b = a.Frozen() + a.Dense(9);
        return Node.Concat(b.Tanh(), b.Frozen()).Dense(2);
    }
}

/// <summary>A table alone, whose gradients are sums of a few exact numbers.</summary>
[Network(Element = ElementType.Double)]
internal sealed partial class RowsNet
{
    private static Node Define([Categories(10)] Node row) => row.Embed(3);
}

/// <summary>So many dropped units that a long batch goes through in slices.</summary>
[Network]
internal sealed partial class WideDropoutNet
{
    /// <summary>The units.</summary>
    public const int Units = 1000;

    /// <summary>The share that is dropped.</summary>
    public const double Rate = 0.25;

    private static Node Define([Shape(1)] Node x) => x.Dense(Units).Dropout(Rate).Dense(1, bias: false);
}

/// <summary>A standardized stem that training leaves alone, below a head that it trains.</summary>
[Network]
internal sealed partial class FrozenTableNet
{
    private static Node Define([Shape(2)] Node x)
    {
        Node stem = x.Standardize().Dense(4).Tanh();
        return stem.Frozen().Dense(1).Named("head");
    }
}
