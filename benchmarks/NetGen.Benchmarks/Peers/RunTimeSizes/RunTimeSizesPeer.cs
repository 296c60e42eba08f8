using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Benchmarks.Peers.Layerwise;
using NetGen.Benchmarks.Shapes;
using NetGen.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Benchmarks.Peers.RunTimeSizes;

/// <summary>
/// A step by the tiles that the generator emits, written once for all sizes: dot tiles, packed outer tiles, the update fused into the gradient. What it takes
/// longer than generated code is what sizes known at compile time buy. One thread, 512 bits.
/// </summary>
internal sealed unsafe class RunTimeSizesPeer : ITrainingPeer
{
    private readonly TrainingProblem problem;
    private readonly RunTimeLayer[] layers;
    private readonly ParameterBlock<float> input;
    private readonly int inputStride;

    public RunTimeSizesPeer(TrainingProblem problem)
    {
        this.problem = problem;
        layers = [.. problem.Network.DenseLayers.Select(layer => new RunTimeLayer(layer, problem.Batch))];
        inputStride = problem.Network.InputSize % Vector512<float>.Count == 0 ? problem.Network.InputSize : RunTimeLayer.StrideOf(problem.Network.InputSize);
        input = new ParameterBlock<float>(problem.Batch * inputStride);
        Reset();
    }

    /// <summary>Whether the processor has the vectors that the tiles are written for.</summary>
    public static bool IsSupported => Vector512.IsHardwareAccelerated;

    /// <inheritdoc/>
    public string Name => "sizes at run time";

    /// <inheritdoc/>
    public void Reset()
    {
        ReadOnlySpan<float> rest = problem.InitialParameters;
        foreach (RunTimeLayer layer in layers)
        {
            for (int unit = 0; unit < layer.Description.Units; unit++)
            {
                rest = Take(rest, Row(layer, unit));
            }

            rest = Take(rest, BiasOf(layer));
        }
    }

    /// <inheritdoc/>
    public void Run(int repetitions)
    {
        for (int i = 0; i < repetitions; i++)
        {
            Step();
        }
    }

    /// <inheritdoc/>
    public void CopyParameters(Span<float> destination)
    {
        foreach (RunTimeLayer layer in layers)
        {
            for (int unit = 0; unit < layer.Description.Units; unit++)
            {
                destination = Append(Row(layer, unit), destination);
            }

            destination = Append(BiasOf(layer), destination);
        }
    }

    private static Span<float> Row(RunTimeLayer layer, int unit) => new(layer.Weights + (nint)unit * layer.Inputs, layer.Description.Inputs);

    private static Span<float> BiasOf(RunTimeLayer layer) => new(layer.Bias, layer.Description.Units);

    private static ReadOnlySpan<float> Take(ReadOnlySpan<float> source, Span<float> values)
    {
        source[..values.Length].CopyTo(values);
        return source[values.Length..];
    }

    private static Span<float> Append(ReadOnlySpan<float> values, Span<float> destination)
    {
        values.CopyTo(destination);
        return destination[values.Length..];
    }

    private static void Forward(RunTimeLayer layer, float* x, nint stride)
    {
        var epilogue = new ActivationEpilogue(layer.Bias, layer.Activations, layer.Stride, layer.Description.Activation);
        if (layer.IsDot)
        {
            DotTiles.Multiply(x, stride, layer.Weights, layer.Inputs, layer.Examples, (layer.Description.Units + 3) / 4 * 4, epilogue);
            return;
        }

        layer.Pack();
        int inputs = layer.Description.Inputs;
        OuterTiles.Multiply(new Broadcast(x, stride, 1), Panels.Packed(layer.Packed, inputs), inputs, layer.Examples, layer.Units, epilogue);
    }

    private static void Backward(RunTimeLayer layer, RunTimeLayer below) => OuterTiles.Multiply(
        new Broadcast(layer.Deltas, layer.Stride, 1),
        Panels.AsItLies(layer.Weights, layer.Inputs),
        layer.Description.Units,
        layer.Examples,
        layer.Inputs,
        new DerivativeEpilogue(below.Activations, below.Deltas, below.Stride, below.Description.Activation));

    private static void Gradient(RunTimeLayer layer, float* x, nint stride) => OuterTiles.Multiply(
        new Broadcast(layer.Deltas, 1, layer.Stride),
        Panels.AsItLies(x, stride),
        layer.Examples,
        layer.Description.Units,
        layer.Inputs,
        new DescentEpilogue(layer.Weights, layer.Inputs, (float)TrainingProblem.LearningRate));

    private static void DescendBias(RunTimeLayer layer)
    {
        for (nint unit = 0; unit < layer.Units; unit += Vector512<float>.Count)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (nint example = 0; example < layer.Examples; example++)
            {
                sum += Vector512.Load(layer.Deltas + example * layer.Stride + unit);
            }

            (Vector512.Load(layer.Bias + unit) - sum * (float)TrainingProblem.LearningRate).Store(layer.Bias + unit);
        }
    }

    private static void OutputDeltas(RunTimeLayer layer, ReadOnlySpan<float> y)
    {
        int units = layer.Description.Units;
        for (nint example = 0; example < layer.Examples; example++)
        {
            var row = new Span<float>(layer.Activations + example * layer.Stride, units);
            if (units == 1)
            {
                row[0] = VectorMath.Sigmoid(row[0]);
            }
            else
            {
                VectorElementwise.Softmax(row, units);
            }

            var delta = new Span<float>(layer.Deltas + example * layer.Stride, units);
            VectorElementwise.OutputDelta(row, y.Slice((int)example * units, units), 1f / layer.Examples, delta);
        }
    }

    private void Step()
    {
        fixed (float* given = problem.X)
        {
            float* x = given;
            if (inputStride != problem.Network.InputSize)
            {
                x = (float*)Unsafe.AsPointer(ref input.Reference);
                Transposition.CopyRows(ref *given, problem.Network.InputSize, problem.Batch, problem.Network.InputSize, ref *x, inputStride);
            }

            for (int l = 0; l < layers.Length; l++)
            {
                Forward(layers[l], l == 0 ? x : layers[l - 1].Activations, l == 0 ? inputStride : layers[l - 1].Stride);
            }

            OutputDeltas(layers[^1], problem.Y);
            for (int l = layers.Length - 1; l >= 0; l--)
            {
                if (l > 0)
                {
                    Backward(layers[l], layers[l - 1]);
                }

                Gradient(layers[l], l == 0 ? x : layers[l - 1].Activations, l == 0 ? inputStride : layers[l - 1].Stride);
                DescendBias(layers[l]);
            }
        }
    }
}
