using System.Numerics;
using NetGen.Tests;

namespace NetGen.Networks.Tests.Behaviour;

/// <summary>ComputeGradients and ApplyGradients, one after the other, are a training step, bit for bit.</summary>
public sealed partial class ApplyGradientsTests
{
    private const int Examples = 13;
    private const int Steps = 6;

    [Fact]
    public void GradientsThatAreComputedAndAppliedEqualAStep()
    {
        AssertSame<Small, float>();
        AssertSame<SmallDouble, double>();
        AssertSame<Tiled, float>();
        AssertSame<TiledDouble, double>();
        AssertSame<Wide, float>();

        static void AssertSame<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            AssertSameSteps<TNet, T, GradientDescent<T>>(static () => new GradientDescent<T>(0.1));
            AssertSameSteps<TNet, T, Momentum<T>>(static () => new Momentum<T>(0.05));
            AssertSameSteps<TNet, T, Adam<T>>(static () => new Adam<T>(0.01));
        }
    }

    [Fact]
    public void OneAdamBeforeInAndAfterFitEqualsOneRun()
    {
        AssertGoesOn<Small, float, Adam<float>>(static () => new Adam<float>(0.01));
        AssertGoesOn<TiledDouble, double, Adam<double>>(static () => new Adam<double>(0.01));
        AssertGoesOn<Tiled, float, Momentum<float>>(static () => new Momentum<float>(0.01));

        static void AssertGoesOn<TNet, T, TOptimizer>(Func<TOptimizer> make)
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where TOptimizer : struct, IOptimizer<T>
        {
            (T[] x, T[] y) = Batch<TNet, T>();
            TNet whole = Initialized<TNet, T>(), network = Initialized<TNet, T>();
            TOptimizer one = make(), optimizer = make();
            for (int step = 0; step < 4 * Steps; step++)
            {
                whole.TrainStep(x, y, ref one);
            }

            var options = new TrainingOptions { Epochs = Steps, BatchSize = null };
            var data = Dataset<T>.FromRows(x, TNet.InputSize, y, TNet.OutputSize);
            Apply(network, x, y, ref optimizer);
            Trainer.Fit(network, data, optimizer, options);
            for (int step = 0; step < Steps; step++)
            {
                network.TrainStep(x, y, ref optimizer);
            }

            // As from a checkpoint: into a network and an optimizer that are new.
            var resumed = new TNet();
            resumed.SetParameters(network.Parameters);
            TOptimizer restored = make();
            restored.RestoreState(optimizer.GetState());
            Apply(resumed, x, y, ref restored);
            Assert.Equal(whole.Parameters, resumed.Parameters);
        }
    }

    [Fact]
    public void PredictionsAreThoseOfTheNewParameters()
    {
        (float[] x, float[] y) = Batch<Wide, float>();
        Wide network = Initialized<Wide, float>(), other = new();
        var descent = new GradientDescent<float>(0.5);
        float[] before = network.Predict(x);
        Apply(network, x, y, ref descent);
        other.SetParameters(network.Parameters);
        Assert.Equal(other.Predict(x), network.Predict(x));
        Assert.NotEqual(before, network.Predict(x));
    }

    [Theory]
    [InlineData(0, "holds 0 values")]
    [InlineData(16, "holds 16 values")]
    [InlineData(18, "holds 18 values")]
    public void AnotherNumberOfGradientsIsRefusedByName(int length, string holds)
    {
        Small network = Initialized<Small, float>();
        float[] before = network.Parameters.ToArray();
        var adam = new Adam<float>();
        var exception = Assert.Throws<ArgumentException>(() => network.ApplyGradients(new float[length], ref adam));
        Assert.StartsWith($"gradients {holds}, but Small has 17 parameters: it must hold exactly 17.", exception.Message, StringComparison.Ordinal);
        Assert.Equal("gradients", exception.ParamName);
        Assert.Equal(before, network.Parameters);
        Assert.Equal(1.0, adam.GetState().Scalar("beta1 power"));
    }

    [Fact]
    public void WhatATrainStepWouldRefuseIsRefused()
    {
        Small network = Initialized<Small, float>();
        float[] before = network.Parameters.ToArray(), gradients = new float[Small.ParameterCount];
        gradients.AsSpan().Fill(1f);
        var none = new Adam<float>[1];
        Assert.Contains("make it with new", Assert.Throws<InvalidOperationException>(() => network.ApplyGradients(gradients, ref none[0])).Message);
        var used = new Adam<float>();
        used.BeginStep(SomeNetwork.WithParameters(5));
        Assert.Contains("make another for each", Assert.Throws<InvalidOperationException>(() => network.ApplyGradients(gradients, ref used)).Message);
        Assert.Equal(before, network.Parameters);

        var adam = new Adam<float>();
        Assert.Contains("Small", Assert.Throws<InvalidOperationException>(() => new Small().ApplyGradients(gradients, ref adam)).Message);
        Assert.Equal(1.0, adam.GetState().Scalar("beta1 power"));
    }

    [Fact]
    public void TheParametersThemselvesMayBeTheGradients()
    {
        Tiled network = Initialized<Tiled, float>();
        float[] expected = Array.ConvertAll(network.Parameters.ToArray(), static w => 0.5f * w);
        var descent = new GradientDescent<float>(0.5);
        network.ApplyGradients(network.Parameters, ref descent);
        Assert.Equal(expected, network.Parameters);
    }

    private static void AssertSameSteps<TNet, T, TOptimizer>(Func<TOptimizer> make)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        (T[] x, T[] y) = Batch<TNet, T>();
        TNet stepped = Initialized<TNet, T>(), applied = Initialized<TNet, T>();
        TOptimizer first = make(), second = make();
        for (int step = 0; step < Steps; step++)
        {
            stepped.TrainStep(x, y, ref first);
        }

        Apply(applied, x, y, ref second);
        Assert.Equal(stepped.Parameters, applied.Parameters);

        // The step after it takes the weights as they are now, in whatever layout it keeps them.
        stepped.TrainStep(x, y, ref first);
        applied.TrainStep(x, y, ref second);
        Assert.Equal(stepped.Parameters, applied.Parameters);
    }

    private static void Apply<TNet, T, TOptimizer>(INetwork<TNet, T> network, T[] x, T[] y, ref TOptimizer optimizer)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        var gradients = new T[TNet.ParameterCount];
        for (int step = 0; step < Steps; step++)
        {
            network.ComputeGradients(x, y, gradients);
            network.ApplyGradients(gradients, ref optimizer);
        }
    }

    private static TNet Initialized<TNet, T>()
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = new TNet();
        network.Initialize(seed: 3);
        return network;
    }

    private static (T[] X, T[] Y) Batch<TNet, T>()
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] x = [.. Enumerable.Range(0, Examples * TNet.InputSize).Select(static i => T.CreateTruncating(Math.Sin(i)))];
        var y = new T[Examples * TNet.OutputSize];
        for (int example = 0; example < Examples; example++)
        {
            y[(example * TNet.OutputSize) + (example % TNet.OutputSize)] = T.CreateTruncating(TNet.OutputSize == 1 ? example % 2 : 1);
        }

        return (x, y);
    }

    [Layers(2, 4, 1)]
    private sealed partial class Small;

    [Layers(2, 4, 1, Element = ElementType.Double)]
    private sealed partial class SmallDouble;

    [Layers(12, 20, 3)]
    private sealed partial class Tiled;

    [Layers(12, 20, 3, Element = ElementType.Double)]
    private sealed partial class TiledDouble;

    /// <summary>Large enough for several workers.</summary>
    [Layers(900, 401, 5)]
    private sealed partial class Wide;
}
