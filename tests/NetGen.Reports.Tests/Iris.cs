namespace NetGen.Reports.Tests;

/// <summary>Six flowers and what a network says of them.</summary>
internal static class Iris
{
    /// <summary>Two flowers of each class.</summary>
    public static Dataset<float> Set { get; } = Dataset<float>.FromRows(
        [5, 3, 1, 0, 4, 3, 1, 0, 6, 3, 4, 1, 5, 2, 4, 1, 7, 3, 6, 2, 6, 3, 5, 2], 4, [0, 0, 1, 1, 2, 2], classCount: 3);

    /// <summary>How the network does on them.</summary>
    public static Evaluation Evaluation { get; } = Evaluate();

    private static Evaluation Evaluate()
    {
        var net = new IrisNet();
        net.Initialize(seed: 3);
        return net.Evaluate(Set);
    }
}
