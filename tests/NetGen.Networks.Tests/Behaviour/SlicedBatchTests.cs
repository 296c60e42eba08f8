using System.Collections.Concurrent;
namespace NetGen.Networks.Tests.Behaviour;

/// <summary>
/// A batch whose intermediate results would take more than 240 MB goes through a step in slices: its gradient is that of the whole batch, the same bits for any
/// number of threads, and memory stays bounded.
/// </summary>
[Collection(nameof(Alone))]
public sealed partial class SlicedBatchTests
{
    private const int WideExamples = 70_000;
    private const int SmallExamples = 2_000_000;
    private const long Bound = 256L * 1024 * 1024;

    [Fact]
    public void The_gradient_of_a_wide_network_is_the_mean_of_those_of_parts()
    {
        Wide network = new();
        network.Initialize(1);
        (float[] x, float[] y) = Examples(WideExamples, 1);
        float[] whole = new float[Wide.ParameterCount];
        network.ComputeGradients(x, y, whole);

        const int Part = 10_000;
        double[] mean = new double[whole.Length];
        float[] gradient = new float[whole.Length];
        for (int first = 0; first < WideExamples; first += Part)
        {
            network.ComputeGradients(x.AsSpan(first, Part), y.AsSpan(first, Part), gradient);
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] += gradient[i] * (double)Part / WideExamples;
            }
        }

        double scale = mean.Max(Math.Abs);
        Assert.All(whole.Zip(mean), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, scale * 1e-5));
    }

    [Fact]
    public void The_weights_of_a_wide_network_are_those_of_their_examples()
    {
        Wide network = new();
        network.Initialize(1);
        (float[] x, float[] y) = Examples(WideExamples, 1);
        float[] weights = [.. Enumerable.Range(0, WideExamples).Select(static i => i % 9973 / 5000f)];
        float[] whole = new float[Wide.ParameterCount];
        network.ComputeGradients(x, y, weights, whole);
        double cost = network.Cost(x, y, weights);
        var descent = new GradientDescent<float>(0);
        Assert.Equal(cost, network.TrainStepWithCost(x, y, weights, ref descent), cost * 1e-12);

        const int Part = 10_000;
        double[] mean = new double[whole.Length];
        double meanCost = 0;
        float[] gradient = new float[whole.Length];
        for (int first = 0; first < WideExamples; first += Part)
        {
            network.ComputeGradients(x.AsSpan(first, Part), y.AsSpan(first, Part), weights.AsSpan(first, Part), gradient);
            meanCost += network.Cost(x.AsSpan(first, Part), y.AsSpan(first, Part), weights.AsSpan(first, Part)) * Part / WideExamples;
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] += gradient[i] * (double)Part / WideExamples;
            }
        }

        double scale = mean.Max(Math.Abs);
        Assert.All(whole.Zip(mean), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, scale * 1e-5));
        Assert.Equal(meanCost, cost, cost * 1e-9);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_number_of_threads_changes_no_bit(int threads)
    {
        (float[] x, float[] y) = Examples(WideExamples, 1);
        Assert.Equal(Trained(1), Trained(threads));

        float[] Trained(int workers)
        {
            Wide network = new();
            network.Initialize(1);
            var adam = new Adam<float>(0.01);
            network.TrainStep(x, y, ref adam, workers);
            network.TrainStep(x, y, ref adam, workers);
            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void A_step_takes_no_more_memory_than_the_bound()
    {
        (float[] x, float[] y) = Examples(WideExamples, 1);
        long allocated = 0;
        var thread = new Thread(() =>
        {
            Wide network = new();
            network.Initialize(1);
            long before = GC.GetAllocatedBytesForCurrentThread();
            network.TrainStep(x, y, learningRate: 0.01, threads: 1);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        thread.Start();
        thread.Join();
        Assert.InRange(allocated, 1, Bound);
    }

    [Fact]
    public void One_thread_is_one_thread_for_the_update_as_well()
    {
        Wide network = new();
        network.Initialize(1);
        (float[] x, float[] y) = Examples(WideExamples, 1);
        var optimizer = new Watched(network);
        network.TrainStep(x, y, ref optimizer, threads: 1);
        Assert.Equal([Environment.CurrentManagedThreadId], optimizer.Threads.Distinct());
        Assert.NotNull(optimizer.Refusals.First());
        Assert.All(optimizer.Refusals, static refusal => Assert.Contains("while a step is changing its parameters", refusal, StringComparison.Ordinal));

        // A step that failed lets the network go.
        network.SetParameters(network.Parameters.ToArray());
    }

    [Fact]
    public void The_cost_of_a_step_is_that_of_the_whole_batch()
    {
        Wide network = new();
        network.Initialize(1);
        (float[] x, float[] y) = Examples(WideExamples, 1);
        double cost = network.Cost(x, y);
        var descent = new GradientDescent<float>(0.01);
        Assert.Equal(cost, network.TrainStepWithCost(x, y, ref descent), cost * 1e-12);
        Assert.True(network.Cost(x, y) < cost);
    }

    [Fact]
    public void A_small_network_of_many_examples_learns_from_all_of_them()
    {
        Small network = new();
        network.Initialize(1);
        (float[] x, float[] y) = Examples(SmallExamples, 2);
        double[] inputs = [.. x.Select(static value => (double)value)], labels = [.. y.Select(static value => (double)value)];
        double[] whole = new double[Small.ParameterCount], first = new double[whole.Length], second = new double[whole.Length];
        network.ComputeGradients(inputs, labels, whole);
        const int Half = SmallExamples / 2;
        network.ComputeGradients(inputs.AsSpan(0, Half * 2), labels.AsSpan(0, Half), first);
        network.ComputeGradients(inputs.AsSpan(Half * 2), labels.AsSpan(Half), second);
        double scale = whole.Max(Math.Abs);
        Assert.All(whole, (value, i) => Assert.InRange(Math.Abs(value - ((first[i] + second[i]) / 2)), 0, scale * 1e-12));
    }

    /// <summary>Points and whether their first coordinate is positive.</summary>
    private static (float[] X, float[] Y) Examples(int count, int inputs)
    {
        var random = new NumPyRandom(3);
        float[] x = new float[count * inputs];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = (float)random.NextNormal();
        }

        float[] y = new float[count];
        for (int i = 0; i < count; i++)
        {
            y[i] = x[i * inputs] > 0 ? 1 : 0;
        }

        return (x, y);
    }

    /// <summary>Notes the threads of its updates, and what is said to whoever changes the network meanwhile.</summary>
    private readonly struct Watched(Wide network) : IOptimizer<float>
    {
        public ConcurrentBag<int> Threads { get; } = [];

        public ConcurrentBag<string> Refusals { get; } = [];

        public double LearningRate
        {
            get => 0;
            set { }
        }

        public void BeginStep(NetworkDescription network)
        {
        }

        public void PrefetchRows(Span<float> parameters, int index, int stride, int rows, int columns)
        {
        }

        public void Update<TPiece, TMath>(Span<float> parameters, int index, TPiece gradient)
            where TPiece : struct
            where TMath : struct, IPieceMath<TPiece, float> => Note();

        private void Note()
        {
            Threads.Add(Environment.CurrentManagedThreadId);
            float[] values = new float[Wide.ParameterCount];
            Wide changed = network;
            Refusals.Add(Assert.Throws<InvalidOperationException>(() => changed.SetParameters(values)).Message);
        }
    }

    [Layers(1, 1000, 1)]
    private sealed partial class Wide;

    [Layers(2, 4, 1, Element = ElementType.Double)]
    private sealed partial class Small;
}
