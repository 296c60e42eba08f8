using NetGen.Networks.Tests.Widths;

namespace NetGen.Networks.Tests.Behaviour;

/// <summary>The optimizer is told early which weights it will update: each of a large layer once, and none of a small one.</summary>
[Trait(Suites.Trait, Suites.Numerics)]
public partial class PrefetchTests
{
    private const int Inputs = 600;
    private const int Units = 301;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void EveryWeightOfALargeLayerIsAskedForOnce(int threads)
    {
        var asked = new int[LargeAndSmall.ParameterCount];
        var recorder = new Recorder(asked);
        float[] x = new float[5 * Inputs], y = new float[5 * 2];
        new LargeAndSmall().TrainStep(x, y, ref recorder, threads);
        Assert.All(asked[..(Units * Inputs)], static count => Assert.Equal(1, count));
        Assert.All(asked[(Units * Inputs)..], static count => Assert.Equal(0, count));
    }

    [Layers(Inputs, Units, 2, Output = Activation.Linear)]
    private sealed partial class LargeAndSmall;

    /// <summary>Counts what it is asked to prefetch, and leaves the parameters alone.</summary>
    private readonly struct Recorder(int[] asked) : IOptimizer<float>
    {
        public double LearningRate
        {
            get => 0;
            set { }
        }

        public void BeginStep(NetworkDescription network) => Assert.Equal(asked.Length, network.ParameterCount);

        public void PrefetchRows(Span<float> parameters, int index, int stride, int rows, int columns)
        {
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    Interlocked.Increment(ref asked[index + row * stride + column]);
                }
            }
        }

        public void Update<TPiece, TMath>(Span<float> parameters, int index, TPiece gradient)
            where TPiece : struct
            where TMath : struct, IPieceMath<TPiece, float>
        {
        }
    }
}
