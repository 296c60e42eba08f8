using NetGen.Benchmarks.Measurement;
using NetGen.Numerics;

namespace NetGen.Benchmarks.Peers;

/// <summary>The generated prediction of one example.</summary>
/// <typeparam name="TNet">The network.</typeparam>
internal sealed class NetGenPrediction<TNet> : IMeasured
    where TNet : class, INetwork<TNet, float>, new()
{
    private readonly float[] x = new float[TNet.InputSize];
    private readonly float[] output = new float[TNet.OutputSize];
    private readonly Prediction predict;

    public NetGenPrediction()
    {
        var net = new TNet();
        net.Initialize(seed: 1);
        predict = net.Predict;
        var random = new RandomSource(1);
        foreach (ref float value in x.AsSpan())
        {
            value = (float)random.NextDouble();
        }
    }

    private delegate void Prediction(ReadOnlySpan<float> x, Span<float> output, int threads);

    /// <inheritdoc/>
    public string Name => "NetGen";

    /// <inheritdoc/>
    public void Reset()
    {
    }

    /// <inheritdoc/>
    public void Run(int repetitions)
    {
        for (int i = 0; i < repetitions; i++)
        {
            predict(x, output, 1);
        }
    }
}
