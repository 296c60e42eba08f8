namespace NetGen.Tests;

/// <summary>Descriptions of networks of which nothing matters but how many parameters they have.</summary>
internal static class SomeNetwork
{
    /// <summary>A network with so many parameters: one unit with a weight for each.</summary>
    public static NetworkDescription WithParameters(int count) =>
        new("Some", [new DenseDescription(count, 1, Activation.Linear) { HasBias = false }], Loss.SquaredError, Initializer.Zeros);
}
