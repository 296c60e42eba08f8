using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Surface;

/// <summary>A network that a method describes is a network like any other.</summary>
public sealed class DescribedNetworkTests
{
    [Fact]
    public void ItPredictsAndTrainsAsTheSameLayersDo()
    {
        var described = new DescribedClasses();
        var declared = new ThreeClasses();
        described.Initialize(seed: 3);
        declared.Initialize(seed: 3);
        float[] x = [1, -2, 3, 0.5f, 0, 1, 2, -1];
        Assert.Equal(declared.Predict(x), described.Predict(x));

        var ofDescribed = new Adam<float>();
        var ofDeclared = new Adam<float>();
        for (int step = 0; step < 5; step++)
        {
            Assert.Equal(declared.TrainStepWithCost(x, [0, 2], ref ofDeclared), described.TrainStepWithCost(x, [0, 2], ref ofDescribed));
        }

        Assert.Equal(declared.Parameters.ToArray(), described.Parameters.ToArray());
    }

    /// <summary>Three backward passes, and in layer 3 a copy of the weights for them: both are numbered.</summary>
    [Fact]
    public void SeveralBackwardPassesCompileBesideCopiesOfWeights() => NetworkCompiler.Load("""
        /// <summary>Two hidden layers, both normalized.</summary>
        [Network]
        public sealed partial class Normalized
        {
            private static Node Define([Shape(64)] Node x) => x.Dense(256).BatchNorm().Relu().Dense(256).BatchNorm().Relu().Dense(10).Softmax();
        }
        """).Dispose();

    [Fact]
    public void NodesAreNeverRun() => Assert.Contains(
        "read when the project is compiled, and never run",
        Assert.Throws<NotSupportedException>(static () => Node.Concat(null!, null!)).Message,
        StringComparison.Ordinal);
}
