using System.Runtime.InteropServices;

namespace NetGen.Networks.Tests.Surface;

/// <summary>Results that would be written over what they are computed from are refused before anything is written.</summary>
public class OverlapTests
{
    private const int Inputs = ThreeClasses.InputSize;
    private const int Outputs = ThreeClasses.OutputSize;

    private static ThreeClasses Initialized()
    {
        var network = new ThreeClasses();
        network.Initialize(1);
        return network;
    }

    private static float[] Values(int length) => [.. Enumerable.Range(0, length).Select(i => MathF.Sin(i))];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((3 * Inputs) - 1)]
    [InlineData(-1)]
    [InlineData(1 - (3 * Outputs))]
    public void AnOutputThatSharesMemoryWithXIsRefused(int distance)
    {
        ThreeClasses network = Initialized();
        float[] memory = Values(100);
        float[] before = [.. memory];
        void Refused(Action predict) => Assert.Equal(
            "output overlaps x, which ThreeClasses still reads while it writes: pass memory that x does not touch. (Parameter 'output')",
            Assert.Throws<ArgumentException>(predict).Message);

        Refused(() => network.Predict(memory.AsSpan(40, 3 * Inputs), memory.AsSpan(40 + distance, 3 * Outputs)));
        Refused(() => network.CreatePredictor().Predict(memory.AsSpan(40, 3 * Inputs), memory.AsSpan(40 + distance, 3 * Outputs)));
        Assert.Equal(before, memory);
    }

    [Fact]
    public void AnOutputBesideXIsWrittenAndOnlyWhatIsWrittenCounts()
    {
        ThreeClasses network = Initialized();
        float[] memory = Values(100);
        float[] expected = network.Predict(memory.AsSpan(40, 3 * Inputs));
        network.Predict(memory.AsSpan(40, 3 * Inputs), memory.AsSpan(40 - (3 * Outputs)));
        Assert.Equal(expected, memory[(40 - (3 * Outputs))..40]);
        network.Predict(memory.AsSpan(40, 3 * Inputs), memory.AsSpan(40 + (3 * Inputs)));
        Assert.Equal(expected, memory.AsSpan(40 + (3 * Inputs), 3 * Outputs));
        network.Predict(memory.AsSpan(40, 0), memory.AsSpan(40));
    }

    [Fact]
    public void GradientsThatShareMemoryWithWhatTheyAreComputedFromAreRefused()
    {
        ThreeClasses network = Initialized();
        float[] parameters = network.Parameters.ToArray();
        float[] memory = Values(ThreeClasses.ParameterCount + Inputs);
        float[] labels = [1, 0, 0];
        void Refused(string parameter, Action compute) => Assert.StartsWith(
            $"gradients overlaps {parameter}, which ThreeClasses still reads", Assert.Throws<ArgumentException>(compute).Message, StringComparison.Ordinal);

        Refused("x", () => network.ComputeGradients(memory.AsSpan(0, Inputs), labels, memory.AsSpan(Inputs - 1)));
        Refused("x", () => network.ComputeGradients(memory.AsSpan(0, Inputs), [0], memory.AsSpan(Inputs - 1)));
        Refused("y", () => network.ComputeGradients(new float[Inputs], memory.AsSpan(0, Outputs), memory.AsSpan(Outputs - 1)));
        Refused("Parameters", () => network.ComputeGradients(
            new float[Inputs], labels, MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(network.Parameters), ThreeClasses.ParameterCount)));
        Assert.Equal(parameters, network.Parameters);

        float[] expected = new float[ThreeClasses.ParameterCount];
        float[] x = memory[..Inputs];
        network.ComputeGradients(x, labels, expected);
        network.ComputeGradients(memory.AsSpan(0, Inputs), labels, memory.AsSpan(Inputs));
        Assert.Equal(expected, memory.AsSpan(Inputs, ThreeClasses.ParameterCount));
    }

    [Fact]
    public void ParametersAndViewsMayBeCopiedOntoThemselves()
    {
        ThreeClasses network = Initialized();
        float[] before = network.Parameters.ToArray();
        network.SetParameters(network.Parameters);
        network.W1.CopyFrom(network.W1.AsSpan());
        network.b1.CopyFrom(network.b1.AsSpan());
        Assert.Equal(before, network.Parameters);

        // W2 is (3, 8): from the parameters behind b1 on, shifted into itself.
        network.W2.CopyFrom(network.Parameters.Slice(38, 24));
        Assert.Equal([.. before[..40], .. before[38..62], .. before[64..]], network.Parameters.ToArray());
    }
}
