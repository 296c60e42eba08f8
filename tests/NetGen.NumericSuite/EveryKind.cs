namespace NetGen.NumericSuite;

/// <summary>A described network with every kind of layer: a test of the generator holds that none is missing.</summary>
[Network(Loss = Loss.CrossEntropy)]
internal sealed partial class EveryKind
{
    private static Node Define([Shape(21)] Node numbers, [Categories(7)] Node place, [Categories(5, Unknown = 0)] Node kind)
    {
        Node row = Node.Concat(numbers.Standardize(), place.Embed(3), kind.OneHot());
        Node fixedRow = numbers.Dense(19).Frozen();
        Node a = row.Dense(19, bias: false).BatchNorm(momentum: 0.25, epsilon: 1e-3).Relu().Dropout(0.3);
        Node b = (a + fixedRow).LayerNorm(epsilon: 1e-3).Dense(4).Gelu();
        return b.Dense(3).Softmax();
    }
}

/// <inheritdoc cref="EveryKind"/>
[Network(Loss = Loss.CrossEntropy, Element = ElementType.Double)]
internal sealed partial class EveryKindDouble
{
    private static Node Define([Shape(21)] Node numbers, [Categories(7)] Node place, [Categories(5, Unknown = 0)] Node kind)
    {
        Node row = Node.Concat(numbers.Standardize(), place.Embed(3), kind.OneHot());
        Node fixedRow = numbers.Dense(19).Frozen();
        Node a = row.Dense(19, bias: false).BatchNorm(momentum: 0.25, epsilon: 1e-3).Relu().Dropout(0.3);
        Node b = (a + fixedRow).LayerNorm(epsilon: 1e-3).Dense(4).Gelu();
        return b.Dense(3).Softmax();
    }
}
