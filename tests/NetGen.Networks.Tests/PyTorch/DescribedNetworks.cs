namespace NetGen.Networks.Tests.PyTorch;

/// <summary>
/// The networks of described.py, described with NetGen. Their activations have no kinks: where a derivative jumps, roundings could take different sides, and a
/// hundred steps would carry that on.
/// </summary>
internal static class DescribedNetworks
{
    /// <summary>Their names, and how many examples a step sees.</summary>
    public static (string Name, int BatchSize)[] All { get; } =
    [
        ("BatchNormNet", 40), ("LayerNormNet", 40), ("EmbeddingNet", 40), ("ResidualNet", 40), ("ConcatNet", 40), ("FrozenNet", 40), ("TogetherNet", 67),
    ];

    /// <summary>Their declarations.</summary>
    /// <param name="element">The element type of all.</param>
    public static string Source(ElementType element)
    {
        string network = $"[Network(Element = ElementType.{element})]";
        return $$"""
            /// <summary>Normalized over the batch, with and without a bias below.</summary>
            {{network}}
            public sealed partial class BatchNormNet
            {
                private static Node Define([Shape(6)] Node x) =>
                    x.Dense(20).BatchNorm().Tanh().Dense(17, bias: false).BatchNorm(momentum: 0.3, epsilon: 1e-3).Silu().Dense(3).Softmax();
            }

            /// <summary>Normalized over the units.</summary>
            {{network}}
            public sealed partial class LayerNormNet
            {
                private static Node Define([Shape(6)] Node x) =>
                    x.Dense(24).LayerNorm().Gelu().Dense(13).LayerNorm(epsilon: 1e-3).Tanh().Dense(4).Softmax();
            }

            /// <summary>Numbers beside two tables.</summary>
            {{network}}
            public sealed partial class EmbeddingNet
            {
                private static Node Define([Shape(3)] Node numbers, [Categories(7)] Node country, [Categories(5)] Node job) =>
                    Node.Concat(numbers, country.Embed(3), job.Embed(4)).Dense(12).Silu().Dense(3).Softmax();
            }

            /// <summary>Two residual blocks.</summary>
            {{network}}
            public sealed partial class ResidualNet
            {
                private static Node Define([Shape(6)] Node x)
                {
                    Node a = x.Dense(20).Tanh();
                    Node b = (a + a.Dense(32).Gelu().Dense(20)).Silu();
                    return (b + b.Dense(20).Tanh()).Dense(3).Softmax();
                }
            }

            /// <summary>Branches side by side, and one of them once more further up.</summary>
            {{network}}
            public sealed partial class ConcatNet
            {
                private static Node Define([Shape(6)] Node x)
                {
                    Node left = x.Dense(9).Tanh();
                    Node right = x.Dense(14).Elu();
                    return Node.Concat(Node.Concat(left, x, right).Dense(8).Softplus(), left).Dense(3).Softmax();
                }
            }

            /// <summary>A stem that keeps its parameters and its statistics.</summary>
            {{network}}
            public sealed partial class FrozenNet
            {
                private static Node Define([Shape(6)] Node x)
                {
                    Node stem = x.Dense(12).BatchNorm().Tanh().Frozen();
                    return Node.Concat(stem, stem.Dense(8).BatchNorm().Tanh()).Dense(3).Softmax();
                }
            }

            /// <summary>All of them, wide enough for several tiles.</summary>
            {{network}}
            public sealed partial class TogetherNet
            {
                private static Node Define([Shape(10)] Node numbers, [Categories(9)] Node country, [Categories(4)] Node job)
                {
                    Node a = Node.Concat(numbers, country.Embed(6), job.Embed(2)).Dense(72).BatchNorm().Gelu();
                    Node b = a + a.Dense(96).LayerNorm().Silu().Dense(72);
                    return Node.Concat(b.Tanh(), a).Dense(5).Softmax();
                }
            }
            """;
    }
}
