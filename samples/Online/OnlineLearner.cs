using System.Threading.Channels;
using NetGen;

namespace Online;

/// <summary>
/// Learns from a stream, on a thread of its own, and publishes snapshots that others predict with. This file, Networks.cs and WanderingCircle.cs need nothing
/// but NetGen.
/// </summary>
internal sealed class OnlineLearner
{
    // Who tells waits once the learner is so many examples behind: what it knows is never older than that.
    private const int MostBehind = 256;

    private readonly Channel<(float[] Point, float IsInside)> stream = Channel.CreateBounded<(float[] Point, float IsInside)>(MostBehind);
    private readonly CircleNet net = new();
    private readonly Task<int> learning;
    private volatile CircleNet.Predictor current;

    /// <summary>Begins to learn.</summary>
    /// <param name="rate">The learning rate; constant, so that it goes on following what changes.</param>
    /// <param name="batchSize">How many examples make a step.</param>
    /// <param name="interval">How many steps after a snapshot the next is taken.</param>
    /// <param name="seed">What the initial weights are drawn from.</param>
    /// <param name="threads">How many threads a step may use; 0 leaves it to the network.</param>
    public OnlineLearner(double rate, int batchSize, int interval, int seed, int threads)
    {
        net.Initialize(seed);
        current = net.CreatePredictor();
        learning = Task.Run(() => Learn(rate, batchSize, interval, threads));
    }

    /// <summary>The latest snapshot, for any number of threads.</summary>
    public CircleNet.Predictor Current => current;

    /// <summary>Tells what became known of a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="isInside">1 in the circle, 0 outside.</param>
    public ValueTask Tell(float[] point, float isInside) => stream.Writer.WriteAsync((point, isInside));

    /// <summary>Ends the stream and waits until all that was told has been learned.</summary>
    /// <returns>How many steps there were.</returns>
    public Task<int> Finish()
    {
        stream.Writer.Complete();
        return learning;
    }

    private async Task<int> Learn(double rate, int batchSize, int interval, int threads)
    {
        var optimizer = new RmsProp<float>(rate);
        var x = new float[batchSize * CircleNet.InputSize];
        var y = new float[batchSize];
        int told = 0, steps = 0;
        await foreach ((float[] point, float isInside) in stream.Reader.ReadAllAsync())
        {
            int place = told++ % batchSize;
            point.CopyTo(x, place * CircleNet.InputSize);
            y[place] = isInside;
            if (place == batchSize - 1)
            {
                net.TrainStep(x, y, ref optimizer, threads);
                if (++steps % interval == 0)
                {
                    // On the thread that trains, between two steps.
                    current = net.CreatePredictor();
                }
            }
        }

        return steps;
    }
}
