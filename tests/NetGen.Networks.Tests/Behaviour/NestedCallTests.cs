using NetGen.Networks.Tests.Widths;
using NetGen.Numerics;

namespace NetGen.Networks.Tests.Behaviour;

/// <summary>An optimizer may call networks while it updates one: neither the step nor what it calls loses its memory to the other.</summary>
[Trait(Suites.Trait, Suites.Numerics)]
public sealed partial class NestedCallTests
{
    private const int Examples = 40;
    private const int Steps = 3;

    /// <summary>What an update does beside updating, by name.</summary>
    public static TheoryData<string, int> CallsAndThreads
    {
        get
        {
            var data = new TheoryData<string, int>();
            string[] calls = ["Predict", "Predict one", "Cost", "ComputeGradients", "TrainStep", "TrainStep of classes", "small TrainStep", "small Predict"];
            foreach (string call in calls)
            {
                data.Add(call, 1);
                data.Add(call, 3);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CallsAndThreads))]
    public void AStepWhoseUpdatesCallAnotherNetworkHasTheBitsOfAPlainStep(string call, int threads)
    {
        Assert.Equal(TrainTiled(threads, null), TrainTiled(threads, call));
        Assert.Equal(TrainSmall(threads, null), TrainSmall(threads, call));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AStepWhoseUpdatesPredictWithItsOwnNetworkHasTheBitsOfAPlainStep(int threads)
    {
        float[] plain = TrainTiled(threads, null);
        var network = new Tiled();
        network.Initialize(seed: 1);
        float[] x = Values(Examples * Tiled.InputSize, 1), y = Values(Examples * Tiled.OutputSize, 2);
        var optimizer = new NestedCalls(0.01, () => network.Predict(x.AsSpan(0, 3 * Tiled.InputSize)));
        for (int step = 0; step < Steps; step++)
        {
            network.TrainStep(x, y, ref optimizer, threads);
        }

        Assert.Equal(plain, network.Parameters.ToArray());

        // The weights that its tiles read are those of its parameters, too.
        var other = new Tiled();
        other.SetParameters(network.Parameters);
        Assert.Equal(other.Predict(x), network.Predict(x));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AStepInAnUpdateOfTheSameNetworkIsRefusedAndLaterStepsAreRight(int threads)
    {
        var network = new Tiled();
        network.Initialize(seed: 1);
        float[] x = Values(Examples * Tiled.InputSize, 1), y = Values(Examples * Tiled.OutputSize, 2);
        bool isUpdating = false;
        var nested = new NestedCalls(0.01, () =>
        {
            if (isUpdating)
            {
                network.TrainStep(x, y, 0.01, threads);
            }

            isUpdating = true;
        });
        var exception = Assert.Throws<InvalidOperationException>(() => network.TrainStep(x, y, ref nested, threads));
        Assert.Contains("TrainStep of Tiled was called while a step is changing its parameters", exception.Message, StringComparison.Ordinal);

        network.Initialize(seed: 1);
        for (int step = 0; step < Steps; step++)
        {
            network.TrainStep(x, y, 0.01, threads);
        }

        Assert.Equal(TrainTiled(threads, null), network.Parameters.ToArray());
    }

    [Theory]
    [InlineData("SetParameters")]
    [InlineData("Initialize")]
    [InlineData("CopyFrom")]
    public void ParametersAreNotReplacedInAnUpdate(string name)
    {
        var network = new Tiled();
        network.Initialize(seed: 1);
        float[] x = Values(Examples * Tiled.InputSize, 1), y = Values(Examples * Tiled.OutputSize, 2), parameters = network.Parameters.ToArray();
        bool isUpdating = false;
        var nested = new NestedCalls(0.01, () =>
        {
            if (isUpdating && name == "SetParameters")
            {
                network.SetParameters(parameters);
            }
            else if (isUpdating && name == "Initialize")
            {
                network.Initialize(seed: 2);
            }
            else if (isUpdating)
            {
                network.b1.CopyFrom(new float[Tiled.Units1]);
            }

            isUpdating = true;
        });
        var exception = Assert.Throws<InvalidOperationException>(() => network.TrainStep(x, y, ref nested, threads: 1));
        Assert.StartsWith(name + " of Tiled was called while a step is changing its parameters", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AStepAfterAnUpdateThatThrewHasTheBitsOfAPlainStep()
    {
        float[] x = Values(Examples * Tiled.InputSize, 1), y = Values(Examples * Tiled.OutputSize, 2);
        foreach (int threads in (int[])[1, 3])
        {
            var network = new Tiled();
            network.Initialize(seed: 1);
            int calls = 0;
            var failing = new NestedCalls(0.01, () =>
            {
                if (Interlocked.Increment(ref calls) > 5)
                {
                    throw new InvalidTimeZoneException();
                }
            });
            Assert.Throws<InvalidTimeZoneException>(() => network.TrainStep(x, y, ref failing, threads));
            network.Initialize(seed: 1);
            for (int step = 0; step < Steps; step++)
            {
                network.TrainStep(x, y, 0.01, threads);
            }

            Assert.Equal(TrainTiled(threads, null), network.Parameters.ToArray());
        }
    }

    private static float[] TrainTiled(int threads, string? call)
    {
        var network = new Tiled();
        network.Initialize(seed: 1);
        float[] x = Values(Examples * Tiled.InputSize, 1), y = Values(Examples * Tiled.OutputSize, 2);
        NestedCalls optimizer = Optimizer(call);
        for (int step = 0; step < Steps; step++)
        {
            network.TrainStep(x, y, ref optimizer, threads);
        }

        return network.Parameters.ToArray();
    }

    private static float[] TrainSmall(int threads, string? call)
    {
        var network = new Small();
        network.Initialize(seed: 1);
        float[] x = Values(Examples * Small.InputSize, 1), y = Values(Examples * Small.OutputSize, 2);
        NestedCalls optimizer = Optimizer(call);
        for (int step = 0; step < Steps; step++)
        {
            network.TrainStep(x, y, ref optimizer, threads);
        }

        return network.Parameters.ToArray();
    }

    private static NestedCalls Optimizer(string? call) => call is null ? new NestedCalls(0.01, static () => { }) : new NestedCalls(0.01, Checked(call));

    /// <summary>A call with networks of its own for each thread, which fails where its result has other bits than outside of an update.</summary>
    private static Action Checked(string call)
    {
        double[] expected = new Callee().Call(call);
        var callees = new ThreadLocal<Callee>(static () => new Callee());
        return () =>
        {
            if (!expected.AsSpan().SequenceEqual(callees.Value!.Call(call)))
            {
                throw new InvalidTimeZoneException($"{call} in an update gives other numbers than elsewhere.");
            }
        };
    }

    private static float[] Values(int count, int seed)
    {
        var random = new RandomSource(seed);
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = (float)random.NextNormal();
        }

        return values;
    }

    /// <summary>Panels of a copy for each worker, packed weights, tiles of dZ.</summary>
    [Layers(130, 1100, 9, Output = Activation.Linear)]
    private sealed partial class Tiled;

    /// <summary>The register plan.</summary>
    [Layers(3, 5, 2, Output = Activation.Linear)]
    private sealed partial class Small;

    /// <summary>More working memory than the others' steps, and too much for the stack in a prediction of one.</summary>
    [Layers(20, 5000, 3)]
    private sealed partial class Wide;

    /// <summary>The networks that are called in updates.</summary>
    private sealed class Callee
    {
        private readonly Wide wide = new();
        private readonly Small small = new();
        private readonly float[] wideStart;
        private readonly float[] smallStart;
        private readonly float[] x = Values(50 * Wide.InputSize, 3);
        private readonly float[] y = new float[50 * Wide.OutputSize];
        private readonly int[] classes = new int[50];

        public Callee()
        {
            wide.Initialize(seed: 4);
            small.Initialize(seed: 5);
            wideStart = wide.Parameters.ToArray();
            smallStart = small.Parameters.ToArray();
            for (int i = 0; i < classes.Length; i++)
            {
                classes[i] = i % Wide.OutputSize;
                y[(i * Wide.OutputSize) + classes[i]] = 1;
            }
        }

        public double[] Call(string call)
        {
            wide.SetParameters(wideStart);
            small.SetParameters(smallStart);
            switch (call)
            {
                case "Predict":
                    return Array.ConvertAll(wide.Predict(x), static value => (double)value);
                case "Predict one":
                    return Array.ConvertAll(wide.Predict(x.AsSpan(0, Wide.InputSize)), static value => (double)value);
                case "Cost":
                    return [wide.Cost(x, y), wide.Cost(x, classes)];
                case "ComputeGradients":
                    float[] gradients = new float[Wide.ParameterCount];
                    wide.ComputeGradients(x, y, gradients);
                    return Array.ConvertAll(gradients, static value => (double)value);
                case "TrainStep":
                    wide.TrainStep(x, y, 0.1);
                    return Array.ConvertAll(wide.Parameters.ToArray(), static value => (double)value);
                case "TrainStep of classes":
                    wide.TrainStep(x, classes, 0.1);
                    return Array.ConvertAll(wide.Parameters.ToArray(), static value => (double)value);
                case "small TrainStep":
                    small.TrainStep(x.AsSpan(0, 99), y.AsSpan(0, 66), 0.1);
                    return Array.ConvertAll(small.Parameters.ToArray(), static value => (double)value);
                default:
                    return Array.ConvertAll(small.Predict(x.AsSpan(0, 99)), static value => (double)value);
            }
        }
    }
}
