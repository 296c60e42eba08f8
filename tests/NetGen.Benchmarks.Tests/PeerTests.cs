using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Tests;

/// <summary>Times are only worth comparing when everybody computes the same.</summary>
public sealed class PeerTests
{
    private const int Steps = 3;

    /// <summary>The shapes, but for those whose nested loops take seconds.</summary>
    public static TheoryData<string> Shapes => [.. TrainingShapes.All.Where(shape => shape.Operations < 5e8).Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_peer_takes_the_same_steps_as_generated_code(string name)
    {
        TrainingShape shape = TrainingShapes.Named(name);
        var problem = new TrainingProblem(shape);
        float[] expected = ParametersAfter(shape.CreateNetGen(problem, OptimizerKind.Sgd, threads: 2), shape);
        ITrainingPeer?[] peers =
        [
            TrainingPeers.Naive(problem),
            TrainingPeers.Tensors(problem),
            TrainingPeers.MathNet(problem, threads: 1),
            TrainingPeers.RunTimeSizes(problem),
            TrainingPeers.OpenBlas(problem, threads: 2),
        ];
        Assert.All(peers.OfType<ITrainingPeer>(), peer => AssertNear(expected, ParametersAfter(peer, shape), peer.Name));
    }

    [Fact]
    public void The_peer_on_OpenBLAS_is_there_where_the_library_is()
    {
        TrainingShape shape = TrainingShapes.Named("32x4-8-8-1");
        ITrainingPeer? peer = TrainingPeers.OpenBlas(new TrainingProblem(shape), threads: 1);
        if (peer is null)
        {
            Assert.Skip("This machine has no OpenBLAS (Debian: libopenblas0).");
        }

        peer.Run(1);
        Assert.Equal("OpenBLAS", peer.Name);
    }

    [Fact]
    public void A_reset_goes_back_to_the_initial_parameters()
    {
        TrainingShape shape = TrainingShapes.Named("200x24-8-2");
        var problem = new TrainingProblem(shape);
        foreach (OptimizerKind optimizer in Enum.GetValues<OptimizerKind>())
        {
            ITrainingPeer peer = shape.CreateNetGen(problem, optimizer, threads: 1);
            float[] first = ParametersAfter(peer, shape), second = ParametersAfter(peer, shape);
            Assert.NotEqual(problem.InitialParameters.ToArray(), first);
            Assert.Equal(first, second);
        }
    }

    [Fact]
    public void Operations_leave_out_the_gradient_with_respect_to_the_input()
    {
        // 4 * 128 * 784 * 128 for the first layer, 6 * 128 * 128 * 10 for the second.
        Assert.Equal(51_380_224 + 983_040, TrainingShapes.Named("128x784-128-10").Operations);
    }

    private static float[] ParametersAfter(ITrainingPeer peer, TrainingShape shape)
    {
        peer.Reset();
        peer.Run(Steps);
        var parameters = new float[shape.Network.ParameterCount];
        peer.CopyParameters(parameters);
        return parameters;
    }

    // The order of the sums differs; a step changes parameters by far more than that.
    private static void AssertNear(float[] expected, float[] actual, string name)
    {
        double worst = expected.Zip(actual, static (e, a) => Math.Abs((double)e - a)).Max();
        Assert.True(worst < 2e-5, $"{name} differs by {worst}.");
    }
}
