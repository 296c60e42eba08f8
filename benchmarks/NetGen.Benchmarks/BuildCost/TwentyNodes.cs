namespace NetGen.Benchmarks.BuildCost;

/// <summary>A described network of twenty nodes, with most kinds of layers, whose generating is measured.</summary>
internal static class TwentyNodes
{
    /// <summary>What a line of figures calls it.</summary>
    public const string Name = "20 nodes";

    /// <summary>The class: three inputs, four nodes that make a row of them, a stem of three, blocks of five and of four, an output of two.</summary>
    public const string Source = """
        using NetGen;

        [Network]
        public sealed partial class Net
        {
            static Node Define([Shape(24)] Node numbers, [Categories(50)] Node country, [Categories(9, Unknown = 0)] Node job)
            {
                Node row = Node.Concat(numbers.Standardize(), country.Embed(8), job.OneHot());
                Node a = row.Dense(64).BatchNorm().Relu();
                Node b = a + a.Dense(64).Relu().Dropout(0.2).Dense(64);
                Node c = b + b.Dense(64).Relu().Dense(64);
                return c.Dense(10).Softmax();
            }
        }
        """;
}
