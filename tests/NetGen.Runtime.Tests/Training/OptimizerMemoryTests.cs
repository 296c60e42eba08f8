using System.Numerics;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;
using NetGen.Tests;

namespace NetGen.Runtime.Tests.Training;

/// <summary>
/// An optimizer can be called by anyone, with any index, begun or not: it throws by name, before it writes, and never touches memory that is not the
/// parameters'. The parameters lie between canaries.
/// </summary>
public class OptimizerMemoryTests
{
    private const int Count = 40;
    private const int Margin = 64;
    private const float Canary = 1234.5f;

    /// <summary>Bits of a piece; 0: one parameter.</summary>
    public static TheoryData<int> Widths => [512, 256, 128, 0];

    public static TheoryData<int, int> Outside
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (int width in new[] { 512, 256, 128, 0 })
            {
                int lanes = Math.Max(1, width / 32);
                int[] indices = [-1, -lanes, -1000, int.MinValue, Count - lanes + 1, Count, 1000000, int.MaxValue - lanes + 1, int.MaxValue];
                foreach (int index in indices.Distinct())
                {
                    data.Add(width, index);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Outside))]
    public void A_piece_outside_of_the_parameters_is_refused_before_anything_is_written(int width, int index)
    {
        AssertRefused<ArgumentOutOfRangeException, GradientDescent<float>>(new(0.1), Count, index, width, $"index is {index.ToString(null, null)}");
        AssertRefused<ArgumentOutOfRangeException, Momentum<float>>(new(0.1), Count, index, width, $"index is {index.ToString(null, null)}");
        AssertRefused<ArgumentOutOfRangeException, Nesterov<float>>(new(0.1), Count, index, width, $"index is {index.ToString(null, null)}");
        AssertRefused<ArgumentOutOfRangeException, AdaGrad<float>>(new(0.1), Count, index, width, $"index is {index.ToString(null, null)}");
        AssertRefused<ArgumentOutOfRangeException, RmsProp<float>>(new(0.1), Count, index, width, $"index is {index.ToString(null, null)}");
        AssertRefused<ArgumentOutOfRangeException, Lion<float>>(new(0.1), Count, index, width, $"index is {index.ToString(null, null)}");
        AssertRefused<ArgumentOutOfRangeException, AdamW<float>>(new(0.1), Count, index, width, $"index is {index.ToString(null, null)}");
        AssertRefused<ArgumentOutOfRangeException, Adam<float>>(new(0.1), Count, index, width, $"index is {index.ToString(null, null)}");
    }

    [Theory, MemberData(nameof(Widths))]
    public void The_first_and_the_last_piece_are_inside(int width)
    {
        int lanes = Math.Max(1, width / 32);
        AssertAccepted(new GradientDescent<float>(0.1), 0, width);
        AssertAccepted(new Momentum<float>(0.1), Count - lanes, width);
        AssertAccepted(new Nesterov<float>(0.1), Count - lanes, width);
        AssertAccepted(new AdaGrad<float>(0.1), Count - lanes, width);
        AssertAccepted(new RmsProp<float>(0.1), Count - lanes, width);
        AssertAccepted(new Lion<float>(0.1), Count - lanes, width);
        AssertAccepted(new AdamW<float>(0.1), Count - lanes, width);
        AssertAccepted(new Adam<float>(0.1), Count - lanes, width);
        AssertAccepted(new GradientDescent<float>(0.1), Count - lanes, width);
    }

    [Theory, MemberData(nameof(Widths))]
    public void An_optimizer_that_was_not_begun_is_refused_by_name(int width)
    {
        const string NotBegun = "was not begun: BeginStep comes before the updates of each step, and an optimizer that wraps this one must forward it.";
        AssertRefused<InvalidOperationException, Momentum<float>>(new(0.1), null, 0, width, "This Momentum " + NotBegun);
        AssertRefused<InvalidOperationException, Nesterov<float>>(new(0.1), null, 0, width, "This Nesterov " + NotBegun);
        AssertRefused<InvalidOperationException, AdaGrad<float>>(new(0.1), null, 0, width, "This AdaGrad " + NotBegun);
        AssertRefused<InvalidOperationException, RmsProp<float>>(new(0.1), null, 0, width, "This RmsProp " + NotBegun);
        AssertRefused<InvalidOperationException, Lion<float>>(new(0.1), null, 0, width, "This Lion " + NotBegun);
        AssertRefused<InvalidOperationException, AdamW<float>>(new(0.1), null, 0, width, "This AdamW " + NotBegun);
        AssertRefused<InvalidOperationException, Adam<float>>(new(0.1), null, 0, width, "This Adam " + NotBegun);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Count - 1)]
    [InlineData(Count + 1)]
    [InlineData(1000000)]
    public void An_optimizer_begun_for_another_size_is_refused_by_name(int begun)
    {
        foreach (int width in new[] { 512, 256, 128, 0 })
        {
            AssertRefused<InvalidOperationException, Momentum<float>>(new(0.1), begun, 0, width, "This Momentum ");
            AssertRefused<InvalidOperationException, Nesterov<float>>(new(0.1), begun, 0, width, "This Nesterov ");
            AssertRefused<InvalidOperationException, AdaGrad<float>>(new(0.1), begun, 0, width, "This AdaGrad ");
            AssertRefused<InvalidOperationException, RmsProp<float>>(new(0.1), begun, 0, width, "This RmsProp ");
            AssertRefused<InvalidOperationException, Lion<float>>(new(0.1), begun, 0, width, "This Lion ");
            AssertRefused<InvalidOperationException, AdamW<float>>(new(0.1), begun, 0, width, "This AdamW ");
            AssertRefused<InvalidOperationException, Adam<float>>(new(0.1), begun, 0, width, "This Adam ");
        }
    }

    [Theory, MemberData(nameof(Widths))]
    public void A_default_optimizer_is_refused_by_name_and_says_how_to_make_one(int width)
    {
        const string Default = " is default, without hyperparameters, and would train nothing: make it with new, which sets them.";
        AssertRefused<InvalidOperationException, GradientDescent<float>>(default, null, 0, width, "This GradientDescent" + Default);
        AssertRefused<InvalidOperationException, Momentum<float>>(default, null, 0, width, "This Momentum" + Default);
        AssertRefused<InvalidOperationException, Nesterov<float>>(default, null, 0, width, "This Nesterov" + Default);
        AssertRefused<InvalidOperationException, AdaGrad<float>>(default, null, 0, width, "This AdaGrad" + Default);
        AssertRefused<InvalidOperationException, RmsProp<float>>(default, null, 0, width, "This RmsProp" + Default);
        AssertRefused<InvalidOperationException, Lion<float>>(default, null, 0, width, "This Lion" + Default);
        AssertRefused<InvalidOperationException, AdamW<float>>(default, null, 0, width, "This Regularized" + Default);
        AssertRefused<InvalidOperationException, Adam<float>>(default, null, 0, width, "This Adam" + Default);
    }

    [Fact]
    public void A_default_optimizer_is_refused_at_the_start_of_a_step_also_when_a_rate_was_set()
    {
        AssertDefault<float, GradientDescent<float>>(new GradientDescent<float>[1]);
        AssertDefault<float, Momentum<float>>(new Momentum<float>[1]);
        AssertDefault<float, Adam<float>>(new Adam<float>[1]);
        AssertDefault<double, GradientDescent<double>>(new GradientDescent<double>[1]);
        AssertDefault<double, Momentum<double>>(new Momentum<double>[1]);
        AssertDefault<double, Adam<double>>(new Adam<double>[1]);

        static void AssertDefault<T, TOptimizer>(TOptimizer[] made)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where TOptimizer : struct, IOptimizer<T>
        {
            Assert.Contains("make it with new", Assert.Throws<InvalidOperationException>(() => made[0].BeginStep(SomeNetwork.WithParameters(1))).Message);
            made[0].LearningRate = 0.5;
            Assert.Contains("make it with new", Assert.Throws<InvalidOperationException>(() => made[0].BeginStep(SomeNetwork.WithParameters(1))).Message);
        }
    }

    [Fact]
    public void No_network_is_refused()
    {
        Assert.Throws<ArgumentNullException>("network", () => new Momentum<float>().BeginStep(null!));
        Assert.Throws<ArgumentNullException>("network", () => new Adam<float>().BeginStep(null!));
    }

    [Theory, MemberData(nameof(Outside))]
    public void A_gradient_outside_of_a_store_is_refused(int width, int index)
    {
        float[] memory = Fenced();
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            var store = new GradientStore<float>(memory.AsSpan(Margin, Count));
            Update(ref store, new float[Count], index, width);
        });
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            GradientStore<float> store = default;
            Update(ref store, memory.AsSpan(Margin, Count), index, width);
        });
        AssertUntouched(memory);
    }

    [Theory]
    [InlineData(Count - 3, 4)]
    [InlineData(Count, 1)]
    [InlineData(-1, 1)]
    [InlineData(int.MaxValue, 16)]
    public void A_partial_update_outside_of_the_parameters_is_refused(int index, int used)
    {
        float[] memory = Fenced();
        var descent = new GradientDescent<float>(0.1);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => PartialUpdate.Apply(ref descent, memory.AsSpan(Margin, Count), index, Vector512<float>.One, used));
        AssertFence(memory);
    }

    [Theory]
    [InlineData(-1, 8, 2, 8)]
    [InlineData(0, -8, 2, 8)]
    [InlineData(0, 8, 1000, 8)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)]
    [InlineData(0, 8, 0, 8)]
    [InlineData(0, 8, -1, -8)]
    public void A_prefetch_of_rows_that_are_none_does_nothing(int index, int stride, int rows, int columns)
    {
        float[] memory = Fenced();
        var momentum = new Momentum<float>();
        momentum.PrefetchRows(memory.AsSpan(Margin, Count), index, stride, rows, columns);
        momentum.BeginStep(SomeNetwork.WithParameters(Count));
        momentum.PrefetchRows(memory.AsSpan(Margin, Count), index, stride, rows, columns);
        new GradientDescent<float>().PrefetchRows(memory.AsSpan(Margin, Count), index, stride, rows, columns);
        new Adam<float>().PrefetchRows(memory.AsSpan(Margin, Count), index, stride, rows, columns);
        default(Adam<float>).PrefetchRows([], index, stride, rows, columns);
        default(GradientStore<float>).PrefetchRows([], index, stride, rows, columns);
        AssertUntouched(memory);
    }

    private static void AssertRefused<TException, TOptimizer>(TOptimizer optimizer, int? begun, int index, int width, string message)
        where TException : Exception
        where TOptimizer : struct, IOptimizer<float>
    {
        float[] memory = Fenced();
        if (begun is { } count)
        {
            optimizer.BeginStep(SomeNetwork.WithParameters(count));
        }

        var exception = Assert.Throws<TException>(() => Update(ref optimizer, memory.AsSpan(Margin, Count), index, width));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        AssertUntouched(memory);
    }

    private static void AssertAccepted<TOptimizer>(TOptimizer optimizer, int index, int width)
        where TOptimizer : struct, IOptimizer<float>
    {
        float[] memory = Fenced();
        optimizer.BeginStep(SomeNetwork.WithParameters(Count));
        Update(ref optimizer, memory.AsSpan(Margin, Count), index, width);
        AssertFence(memory);
        Assert.Equal(Math.Max(1, width / 32), memory.AsSpan(Margin, Count).ToArray().Count(value => value != 0f));
    }

    private static void Update<TSink>(ref TSink sink, Span<float> parameters, int index, int width)
        where TSink : struct, IGradientSink<float>, allows ref struct
    {
        switch (width)
        {
            case 512:
                sink.Update<Vector512<float>, PieceMath512<float>>(parameters, index, Vector512<float>.One);
                break;
            case 256:
                sink.Update<Vector256<float>, PieceMath256<float>>(parameters, index, Vector256<float>.One);
                break;
            case 128:
                sink.Update<Vector128<float>, PieceMath128<float>>(parameters, index, Vector128<float>.One);
                break;
            default:
                sink.Update<float, PieceMathScalar<float>>(parameters, index, 1f);
                break;
        }
    }

    private static float[] Fenced()
    {
        float[] memory = new float[Margin + Count + Margin];
        Array.Fill(memory, Canary);
        memory.AsSpan(Margin, Count).Clear();
        return memory;
    }

    private static void AssertFence(float[] memory)
    {
        Assert.All(memory[..Margin], static value => Assert.Equal(Canary, value));
        Assert.All(memory[(Margin + Count)..], static value => Assert.Equal(Canary, value));
    }

    private static void AssertUntouched(float[] memory)
    {
        AssertFence(memory);
        Assert.All(memory[Margin..(Margin + Count)], static value => Assert.Equal(0f, value));
    }
}
