using System.Numerics;
using System.Runtime.Intrinsics;
using NetGen.Tests;

namespace NetGen.Runtime.Tests.Training;

/// <summary>What the tests of optimizers share.</summary>
internal static class OptimizerChecks
{
    /// <summary>The number of parameters.</summary>
    public const int Count = 32;

    private const int Steps = 400;

    /// <summary>The bits of a piece; 0: one number.</summary>
    public static TheoryData<int> Widths => [512, 256, 128, 0];

    /// <summary>Holds many steps of an optimizer against its formula.</summary>
    public static void AssertFollows<T, TOptimizer>(
        TOptimizer optimizer, int width, Func<int, double[], double[], double[][], double[]> reference, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        var random = new Random(7);
        double[] expected = [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble() - 0.5)];
        T[] actual = [.. expected.Select(T.CreateTruncating)];
        double[][] state = [new double[Count], new double[Count]];
        for (int step = 1; step <= Steps; step++)
        {
            double[] gradient = [.. Enumerable.Range(0, Count).Select(_ => (double)(float)(random.NextDouble() - 0.4))];
            expected = reference(step, expected, gradient, state);
            optimizer.BeginStep(SomeNetwork.WithParameters(Count));
            Apply(ref optimizer, actual, [.. gradient.Select(T.CreateTruncating)], width);
            for (int i = 0; i < Count; i++)
            {
                Assert.Equal(expected[i], double.CreateTruncating(actual[i]), tolerance * Math.Max(1.0, Math.Abs(expected[i])));
            }
        }
    }

    /// <summary>Holds that a changed rate counts from the next step on.</summary>
    public static void AssertRateCounts<TOptimizer>(TOptimizer optimizer)
        where TOptimizer : struct, IOptimizer<double>
    {
        double[] w = [0.0];
        optimizer.BeginStep(SomeNetwork.WithParameters(1));
        optimizer.Update<double, PieceMathScalar<double>>(w, 0, 1.0);
        Assert.Equal(-0.5, w[0], 1e-14);
        optimizer.LearningRate = 2.0;
        Assert.Equal(2.0, optimizer.LearningRate);
        optimizer.BeginStep(SomeNetwork.WithParameters(1));
        optimizer.Update<double, PieceMathScalar<double>>(w, 0, 1.0);
        Assert.Equal(-2.5, w[0], 1e-14);
    }

    /// <summary>Holds that state fades away to zero when there is no gradient any more.</summary>
    public static void AssertComesToRest<TOptimizer>(ref TOptimizer optimizer, int width, int steps)
        where TOptimizer : struct, IOptimizer<float>
    {
        float[] w = new float[Count], gradient = new float[Count];
        Array.Fill(gradient, 1e-5f);
        for (int step = 0; step < steps; step++)
        {
            optimizer.BeginStep(SomeNetwork.WithParameters(Count));
            Apply<float, TOptimizer>(ref optimizer, w, gradient, width);
            Array.Clear(gradient);
        }

        Array.Clear(w);
        optimizer.BeginStep(SomeNetwork.WithParameters(Count));
        Apply<float, TOptimizer>(ref optimizer, w, gradient, width);
        Assert.All(w, value => Assert.Equal(0f, value));
    }

    /// <summary>Holds that a gradient that is not a number shows in the parameters.</summary>
    public static void AssertShowsNaN<TOptimizer>(TOptimizer optimizer, int width)
        where TOptimizer : struct, IOptimizer<float>
    {
        float[] w = new float[Count], gradient = new float[Count];
        Array.Fill(gradient, float.NaN);
        optimizer.BeginStep(SomeNetwork.WithParameters(Count));
        Apply<float, TOptimizer>(ref optimizer, w, gradient, width);
        Assert.All(w, value => Assert.True(float.IsNaN(value)));
    }

    /// <summary>Updates all parameters in pieces of one width; 0 bits: one by one. The pieces go backwards, since their order is free.</summary>
    public static void Apply<T, TSink>(ref TSink sink, T[] parameters, T[] gradient, int width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct
    {
        int lanes = width switch { 512 => Vector512<T>.Count, 256 => Vector256<T>.Count, 128 => Vector128<T>.Count, _ => 1 };
        for (int i = parameters.Length - lanes; i >= 0; i -= lanes)
        {
            switch (width)
            {
                case 512:
                    sink.Update<Vector512<T>, PieceMath512<T>>(parameters, i, Vector512.Create<T>(gradient.AsSpan(i)));
                    break;
                case 256:
                    sink.Update<Vector256<T>, PieceMath256<T>>(parameters, i, Vector256.Create<T>(gradient.AsSpan(i)));
                    break;
                case 128:
                    sink.Update<Vector128<T>, PieceMath128<T>>(parameters, i, Vector128.Create<T>(gradient.AsSpan(i)));
                    break;
                default:
                    sink.Update<T, PieceMathScalar<T>>(parameters, i, gradient[i]);
                    break;
            }
        }
    }
}
