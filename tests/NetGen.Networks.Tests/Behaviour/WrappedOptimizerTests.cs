using NetGen.Networks.Tests.Widths;
using NetGen.Tests;

namespace NetGen.Networks.Tests.Behaviour;

/// <summary>
/// Optimizers of one's own around those of the runtime, and all of them used again and again. One that is not begun as the interface asks throws by name,
/// before it writes, on any number of threads, in every plan; one that is begun is the other one, bit for bit.
/// </summary>
[Trait(Suites.Trait, Suites.Numerics)]
public partial class WrappedOptimizerTests
{
    private const int Examples = 21;
    private const int Steps = 41;

    public static TheoryData<int> Threads => [1, 2, 3, 4];

    [Theory, MemberData(nameof(Threads))]
    public void One_that_forgets_to_begin_the_other_throws_by_name_and_changes_nothing(int threads)
    {
        const string Message = "was not begun";
        AssertThrowsAll(() => new Momentum<float>(0.1), static _ => null, threads, "This Momentum " + Message);
        AssertThrowsAll(() => new Adam<float>(0.1), static _ => null, threads, "This Adam " + Message);
    }

    [Theory, MemberData(nameof(Threads))]
    public void One_that_begins_the_other_for_another_size_throws_by_name_and_changes_nothing(int threads)
    {
        Func<int, int>[] others = [static _ => 1, static count => count - 1, static count => count + 1, static count => 2 * count];
        foreach (Func<int, int> other in others)
        {
            Func<NetworkDescription, NetworkDescription?> begins = network => SomeNetwork.WithParameters(other(network.ParameterCount));
            AssertThrowsAll(() => new Momentum<float>(0.1), begins, threads, "This Momentum was begun for");
            AssertThrowsAll(() => new Adam<float>(0.1), begins, threads, "This Adam was begun for");
        }
    }

    [Theory, MemberData(nameof(Threads))]
    public void One_around_a_default_throws_by_name_and_changes_nothing(int threads)
    {
        Func<NetworkDescription, NetworkDescription?>[] ways = [static _ => null, static network => network];
        foreach (Func<NetworkDescription, NetworkDescription?> begins in ways)
        {
            AssertThrowsAll(() => default(GradientDescent<float>), begins, threads, "This GradientDescent is default");
            AssertThrowsAll(() => default(Momentum<float>), begins, threads, "This Momentum is default");
            AssertThrowsAll(() => default(Adam<float>), begins, threads, "This Adam is default");
        }
    }

    [Theory, MemberData(nameof(Threads))]
    public void One_that_forwards_everything_is_the_other_bit_for_bit(int threads)
    {
        AssertSame(() => new GradientDescent<float>(0.1), threads);
        AssertSame(() => new Momentum<float>(0.1), threads);
        AssertSame(() => new Adam<float>(0.01), threads);
    }

    [Theory, MemberData(nameof(Threads))]
    public void An_index_beside_the_right_one_is_refused_where_it_leaves_the_parameters(int threads)
    {
        foreach (int shift in new[] { -1, 1, -1000, 1000, int.MaxValue, int.MinValue })
        {
            var optimizer = new Shifted(new GradientDescent<float>(0.1), shift);
            var network = new Small();
            network.Initialize(1);
            (float[] x, float[] y) = Data(Small.InputSize, Small.OutputSize);
            Assert.Throws<ArgumentOutOfRangeException>(() => network.TrainStep(x, y, ref optimizer, threads));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Forty_one_steps_are_any_mix_of_fits_and_steps_bit_for_bit(int threads)
    {
        AssertGoesOn(() => new GradientDescent<float>(0.1), threads);
        AssertGoesOn(() => new Momentum<float>(0.05), threads);
        AssertGoesOn(() => new Adam<float>(0.01), threads);
    }

    private static void AssertThrowsAll<TInner>(Func<TInner> make, Func<NetworkDescription, NetworkDescription?> begins, int threads, string message)
        where TInner : struct, IOptimizer<float>
    {
        AssertThrows<Small, TInner>(new(), make(), begins, threads, message);
        AssertThrows<Tiled, TInner>(new(), make(), begins, threads, message);
        AssertThrows<Far, TInner>(new(), make(), begins, threads, message);
    }

    private static void AssertThrows<TNet, TInner>(
        TNet network, TInner inner, Func<NetworkDescription, NetworkDescription?> begins, int threads, string message)
        where TNet : class, INetwork<TNet, float>
        where TInner : struct, IOptimizer<float>
    {
        network.Initialize(1);
        float[] before = network.Parameters.ToArray();
        (float[] x, float[] y) = Data(TNet.InputSize, TNet.OutputSize);
        var optimizer = new WrappedOptimizer<TInner>(inner, begins);
        Assert.StartsWith(message, Assert.Throws<InvalidOperationException>(() => network.TrainStep(x, y, ref optimizer, threads)).Message);
        Assert.Equal(before, network.Parameters.ToArray());

        // What has thrown leaves a network that can be trained.
        var next = new GradientDescent<float>(0.1);
        network.TrainStep(x, y, ref next, threads);
        Assert.NotEqual(before, network.Parameters.ToArray());
    }

    private static void AssertSame<TInner>(Func<TInner> make, int threads)
        where TInner : struct, IOptimizer<float>
    {
        Same<Small>(new(), new());
        Same<Tiled>(new(), new());
        Same<Far>(new(), new());

        void Same<TNet>(TNet expected, TNet actual)
            where TNet : class, INetwork<TNet, float>
        {
            expected.Initialize(1);
            actual.Initialize(1);
            TInner plain = make();
            var wrapped = new WrappedOptimizer<TInner>(make(), static network => network);
            (float[] x, float[] y) = Data(TNet.InputSize, TNet.OutputSize);
            for (int step = 0; step < 5; step++)
            {
                expected.TrainStep(x, y, ref plain, threads);
                actual.TrainStep(x, y, ref wrapped, threads);
            }

            Assert.Equal(expected.Parameters.ToArray(), actual.Parameters.ToArray());
        }
    }

    private static void AssertGoesOn<TOptimizer>(Func<TOptimizer> make, int threads)
        where TOptimizer : struct, IOptimizer<float>
    {
        (float[] x, float[] y) = Data(Tiled.InputSize, Tiled.OutputSize);
        Dataset<float> data = Dataset<float>.FromRows(x, Tiled.InputSize, y, Tiled.OutputSize);
        Tiled whole = new(), parts = new(), mixed = new();
        TOptimizer optimizer = make(), other = make();
        whole.Fit(data, make(), Options(Steps));
        foreach (int count in new[] { 9, 8, 8, 8, 8 })
        {
            parts.Fit(data, optimizer, Options(count));
        }

        for (int step = 0; step < Steps; step += 2)
        {
            mixed.Fit(data, ref other, Options(1));
            if (step + 1 < Steps)
            {
                mixed.TrainStep(x, y, ref other, threads);
            }
        }

        Assert.Equal(whole.Parameters.ToArray(), parts.Parameters.ToArray());
        Assert.Equal(whole.Parameters.ToArray(), mixed.Parameters.ToArray());

        TrainingOptions Options(int steps) => new() { Epochs = steps, BatchSize = null, Threads = threads };
    }

    private static (float[] X, float[] Y) Data(int inputs, int outputs)
    {
        var random = new Random(3);
        float[] x = [.. Enumerable.Range(0, Examples * inputs).Select(_ => (float)random.NextDouble() - 0.5f)];
        return (x, [.. Enumerable.Range(0, Examples * outputs).Select(_ => (float)random.Next(2))]);
    }

    /// <summary>The register plan.</summary>
    [Layers(3, 5, 1)]
    private sealed partial class Small;

    /// <summary>The tiled plan; rows end within a vector.</summary>
    [Layers(37, 29, 3, Output = Activation.Sigmoid)]
    private sealed partial class Tiled;

    /// <summary>Weights that are far away, and asked for early.</summary>
    [Layers(600, 301, 2, Output = Activation.Linear)]
    private sealed partial class Far;

    /// <summary>Updates what lies beside.</summary>
    private readonly struct Shifted(GradientDescent<float> inner, int shift) : IOptimizer<float>
    {
        public double LearningRate
        {
            get => inner.LearningRate;
            set => throw new NotSupportedException();
        }

        public void BeginStep(NetworkDescription network) => inner.BeginStep(network);

        public void PrefetchRows(Span<float> parameters, int index, int stride, int rows, int columns) =>
            inner.PrefetchRows(parameters, unchecked(index + shift), stride, rows, columns);

        public void Update<TPiece, TMath>(Span<float> parameters, int index, TPiece gradient)
            where TPiece : struct
            where TMath : struct, IPieceMath<TPiece, float> =>
            inner.Update<TPiece, TMath>(parameters, unchecked(index + shift), gradient);
    }
}
