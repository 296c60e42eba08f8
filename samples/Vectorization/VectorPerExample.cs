using System.Runtime.InteropServices;

namespace Vectorization;

/// <summary>The inner loops as vector operations, still one example at a time: what one writes by hand with Vector&lt;float&gt;.</summary>
internal sealed class VectorPerExample(Problem problem) : IDenseStep
{
    private const int Inputs = Problem.Inputs;
    private const int Units = Problem.Units;
    private const int Examples = Problem.Examples;

    private readonly float[] parameters = [.. problem.Parameters];
    private readonly float[] gradients = new float[problem.Parameters.Length];
    private readonly float[] dz = new float[Units];

    public string Name => "vectors, example by example";

    public ReadOnlySpan<float> Parameters => parameters;

    public void Step()
    {
        Array.Clear(gradients);
        for (int example = 0; example < Examples; example++)
        {
            ReadOnlySpan<float> x = problem.X.AsSpan(example * Inputs, Inputs);
            for (int unit = 0; unit < Units; unit++)
            {
                float z = parameters[(Units * Inputs) + unit] + Dot(parameters.AsSpan(unit * Inputs, Inputs), x);
                float a = 1 / (1 + MathF.Exp(-z));
                dz[unit] = a - problem.Y[(example * Units) + unit];
            }

            for (int unit = 0; unit < Units; unit++)
            {
                AddScaled(gradients.AsSpan(unit * Inputs, Inputs), dz[unit], x);
                gradients[(Units * Inputs) + unit] += dz[unit];
            }
        }

        AddScaled(parameters, -Problem.LearningRate / Examples, gradients);
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ReadOnlySpan<Vector<float>> aVectors = MemoryMarshal.Cast<float, Vector<float>>(a);
        ReadOnlySpan<Vector<float>> bVectors = MemoryMarshal.Cast<float, Vector<float>>(b);
        Vector<float> sum = Vector<float>.Zero;
        for (int i = 0; i < aVectors.Length; i++)
        {
            sum += aVectors[i] * bVectors[i];
        }

        return Vector.Sum(sum);
    }

    private static void AddScaled(Span<float> sum, float factor, ReadOnlySpan<float> values)
    {
        Span<Vector<float>> sumVectors = MemoryMarshal.Cast<float, Vector<float>>(sum);
        ReadOnlySpan<Vector<float>> valueVectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (int i = 0; i < sumVectors.Length; i++)
        {
            sumVectors[i] += factor * valueVectors[i];
        }
    }
}
